import { asJson, asSentence, joined, own, personal, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Action } from "#model/mapping-model";
import { withoutAction } from "./scope-finding.ts";
import type { ScopeFinding } from "./scope-finding.ts";

/** Why an object gets the action that it gets, for scripts and tests; each has its sentence below. */
export type ReasonCode =
  | "account-of-another"
  | "action-not-allowed"
  | "active-changes"
  | "already-inactive"
  | "ambiguous-match"
  | "attributes-differ"
  | "duplicate-source"
  | "hard-deleted"
  | "in-sync"
  | "no-match"
  | "no-matching-value"
  | "not-effectively-entitled"
  | "not-managed"
  | "object-ignored"
  | "out-of-scope-left-alone"
  | "plan-check-failed"
  | "required-attribute-missing"
  | "scoping-unknown"
  | "soft-delete-changed"
  | "soft-delete-not-mapped"
  | "target-not-read"
  | "target-would-refuse"
  | "undocumented-behaviour"
  | "value-unknown"
  | OutOfScopeCause
  | FailureCode
  | MatchFailureCode
  | "may-be-linked";

/** What takes an object out of scope, in the order in which Entra looks (scoping reference §1). */
export type OutOfScopeCause = "soft-deleted" | "blocked" | "not-assigned" | "scoping-clause-false";

/** What keeps a mapping's value from being written. */
export type FailureCode = "expression-error" | "several-values" | "value-not-convertible";

/**
 * How Entra's own query fails: refused (404 too: Entra puts the job into quarantine for it), answered with accounts that do not have the
 * value, or answered with another account or nobody (provisioning page §4).
 */
export type MatchFailureCode = "match-query-refused" | "match-query-ignored" | "match-query-wrong";

/** A closed code, and beside it the sentence for people. Nothing is decided by reading the sentence. */
export interface Reason {
  readonly code: ReasonCode;
  readonly sentence: Sentence;
}

/** The reason with its sentence, made of what its code asks for. */
export function reason<Code extends ReasonCode>(code: Code, ...given: Parameters<(typeof sentences)[Code]>): Reason {
  const build = sentences[code] as (...parts: readonly unknown[]) => Sentence;
  return { code, sentence: build(...given) };
}

const sentences = {
  "account-of-another": (conflict: Sentence, scope?: Sentence) => and(scope, conflict),
  "action-not-allowed": (what: Unallowed, action: Action) => notAllowed(what, action),
  "active-changes": (active: boolean) =>
    active ? say`In scope, and the account is inactive at the target.` : say`The mapping of active yields false.`,
  "already-inactive": (scope: Sentence) => and(scope, say`The account is inactive already.`),
  "ambiguous-match": (count: number) =>
    say`DuplicateTargetEntries: ${count} accounts at the target match. Make the matching attribute unique there, or match by another one.`,
  "attributes-differ": (how: "asked" | "supposed" = "asked") =>
    how === "asked" ? say`One account matches, and attributes differ.` : say`The account is supposed to differ in every mapped attribute.`,
  "duplicate-source": (conflict: Sentence) => conflict,
  "hard-deleted": () => say`Deleted for good in Entra ID: the account is deleted if this job manages the account.`,
  "in-sync": (scope?: Sentence) =>
    scope === undefined ? say`One account matches, and nothing differs.` : and(scope, say`Nothing that depends on IsSoftDeleted differs.`),
  "no-match": (seen: Seen) => noMatch(seen),
  "no-matching-value": () => noMatchingValue,
  "not-effectively-entitled": (scope: Sentence) => scope,
  "not-managed": (why: "first-cycle" | "no-account") =>
    why === "first-cycle"
      ? say`Deleted for good in Entra ID, and on its first cycle a job manages nobody.`
      : say`Deleted for good in Entra ID, and no account visible to this token matches.`,
  "object-ignored": () => objectIgnored,
  "out-of-scope-left-alone": (scope: Sentence) => and(scope, say`skipOutOfScopeDeletions leaves the account alone.`),
  "plan-check-failed": (violation: Sentence) => violation,
  "required-attribute-missing": (missing: readonly string[]) => {
    const quoted = joined(
      missing.map((name) => say`'${own(name)}'`),
      ", ",
    );
    return plural(
      missing.length,
      say`MissingValues: ${quoted} is required at the target and has no value.`,
      say`MissingValues: ${quoted} are required at the target and have no value.`,
    );
  },
  "scoping-unknown": (remark: Sentence) => remark,
  "soft-delete-changed": (scope: Sentence) => and(scope, say`What depends on IsSoftDeleted changes if this job manages the account.`),
  "soft-delete-not-mapped": (scope: Sentence) => and(scope, say`No mapping uses IsSoftDeleted, so the account stays as it is.`),
  "target-not-read": (why: Sentence, scope?: Sentence) => and(scope, why),
  "target-would-refuse": (violation: Sentence) => violation,
  "undocumented-behaviour": (scope: Sentence, what: "not-entitled" | "left-alone") =>
    and(
      scope,
      what === "left-alone"
        ? say`What skipOutOfScopeDeletions does then is not documented.`
        : say`An account matches, and what happens to it if this job manages the account is not documented.`,
    ),
  "value-unknown": (unknown: Sentence, scope?: Sentence) =>
    scope === undefined ? say`Whether the account changes cannot be known before the real run: ${unknown}` : and(scope, unknown),
  "match-query-refused": matchFails,
  "match-query-ignored": matchFails,
  "match-query-wrong": matchFails,
  "may-be-linked": (account: string, scope?: Sentence) =>
    and(
      scope,
      say`No query finds an account, but account ${asJson(personal(account))}, which nobody else matches, holds this object's id: the job may have linked it.`,
    ),
  "soft-deleted": outOfScope,
  blocked: outOfScope,
  "not-assigned": outOfScope,
  "scoping-clause-false": outOfScope,
  "expression-error": (failure: Sentence) => failure,
  "several-values": (failure: Sentence) => failure,
  "value-not-convertible": (failure: Sentence) => failure,
} satisfies Readonly<Record<ReasonCode, (...parts: never) => Sentence>>;

/** Who looked for an account: a token sees what its service shows it, and a running job may be linked to what no query finds. */
export type Seen = "by-first-cycle" | "by-running-job" | "without-token";

function noMatch(seen: Seen): Sentence {
  switch (seen) {
    case "by-first-cycle":
      return say`No account visible to this token matches.`;
    case "by-running-job":
      return say`No account visible to this token matches, unless one is already linked.`;
    case "without-token":
      return say`No account at the target matches.`;
  }
}

/** What stands in front of an action that the mapping does not allow. */
export type Unallowed = "hard-deleted" | "no-match" | "attributes-differ" | "supposed" | ScopeFinding;

function notAllowed(what: Unallowed, action: Action): Sentence {
  switch (what) {
    case "hard-deleted":
      return say`Deleted for good in Entra ID, but the action ${own(action)} is not allowed for this mapping.`;
    case "no-match":
      return say`No account matches, but the action ${own(action)} is not allowed for this mapping.`;
    case "attributes-differ":
      return say`One account matches and differs, but the action ${own(action)} is not allowed for this mapping.`;
    case "supposed":
      return say`The action ${own(action)} is not allowed for this mapping.`;
  }
  return withoutAction(what, action);
}

/** What happens to the account of an object that is out of scope. */
export type Consequence = "disabled" | "group-deleted" | { readonly noSoftDelete: string };

function outOfScope(scope: Sentence, consequence?: Consequence): Sentence {
  return consequence === undefined ? scope : and(scope, consequenceOf(consequence));
}

function consequenceOf(consequence: Consequence): Sentence {
  switch (consequence) {
    case "disabled":
      return say`The account is disabled if this job manages the account.`;
    case "group-deleted":
      return say`The group is deleted if this job manages the account (inferred: groups have no disabled state).`;
  }
  return say`${own(consequence.noSoftDelete)} has no soft delete, so the account is deleted if this job manages the account.`;
}

/** Entra drops who has no matching value before it looks at anything else. */
export const noMatchingValue: Sentence = say`ImportSkipped: no matching attribute has a value.`;

/** The mapping itself leaves an object out. */
export const objectIgnored: Sentence = say`IgnoreObjectFlow leaves this object out.`;

/** Where somebody out of scope is concerned, what Entra does then is not documented. */
function matchFails(failure: Sentence, scope?: Sentence): Sentence {
  return and(scope, failure);
}

function and(first: Sentence | undefined, second: Sentence): Sentence {
  return first === undefined ? second : asSentence(joined([first, second], " "));
}

/** Two objects in each other's way. */
export type ConflictCode = "same-value" | "same-account" | "account-in-scope";

/** Another object stands in the way of one; only `account-in-scope` is about somebody out of scope. */
export interface Conflict {
  readonly code: ConflictCode;
  readonly sentence: Sentence;
}

/** The people of a conflict are named, the first three of many. */
export function conflict(code: ConflictCode, others: readonly string[], attribute = ""): Conflict {
  return { code, sentence: conflictSentence(code, others, attribute) };
}

function conflictSentence(code: ConflictCode, others: readonly string[], attribute: string): Sentence {
  const who = listed(others);
  switch (code) {
    case "same-value":
      return plural(
        others.length,
        say`DuplicateSourceEntries: ${who} has the same value for the matching attribute '${own(attribute)}'.`,
        say`DuplicateSourceEntries: ${who} have the same value for the matching attribute '${own(attribute)}'.`,
      );
    case "same-account":
      return say`DuplicateSourceEntries: the account that matches is reached by another object too: ${who}.`;
    case "account-in-scope":
      return say`The account that matches belongs to ${who}, who is in scope.`;
  }
}

function listed(people: readonly string[]): Part {
  const quoted = people.map((name) => asJson(personal(name)));
  return people.length > 3 ? say`${joined(quoted.slice(0, 3), ", ")} and ${people.length - 3} more` : joined(quoted, ", ");
}
