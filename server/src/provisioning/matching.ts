import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { Resource } from "#scim/resource";
import type { EvaluationInput } from "#evaluation/evaluate";
import type { Evidence } from "#plan/evidence";
import type { ProvisioningStep } from "#plan/plan";
import { noMatchingValue, objectIgnored, reason } from "#plan/reason";
import type { FailureCode, MatchFailureCode } from "#plan/reason";
import { foundSentence } from "#plan/step-detail";
import type { DetailCode, FoundHow, StepDetail } from "#plan/step-detail";
import type { AccountFinder, Found, MatchingValue } from "./account-finder.ts";
import type { MatchingAttribute, PreparedMap } from "./prepared-map.ts";
import { processAttribute } from "./processing.ts";
import { idOf } from "./target-accounts.ts";

/** How the search for an account ended. */
export type MatchOutcome =
  | { readonly kind: "one"; readonly resource: Resource; readonly id: string; readonly by: MatchingValue; readonly how: FoundHow }
  | { readonly kind: "none" }
  | { readonly kind: "several"; readonly by: MatchingValue; readonly how: FoundHow; readonly resources: readonly Resource[] }
  | { readonly kind: "no-value" }
  | { readonly kind: "object-ignored" }
  | { readonly kind: "failure"; readonly code: FailureCode; readonly reason: Sentence; readonly attribute: MatchingAttribute }
  /** Entra's own query fails. */
  | { readonly kind: "query-fails"; readonly code: MatchFailureCode; readonly reason: Sentence; readonly by: MatchingValue }
  /** No query finds anybody, and an account that nobody else matches holds the object's id. */
  | { readonly kind: "linked"; readonly account: string }
  | { readonly kind: "unknown"; readonly code: "target-not-read" | "value-unknown"; readonly reason: Sentence };

/** The search for one object's account. */
export interface Match {
  readonly outcome: MatchOutcome;
  /** Values that were looked for, in order of precedence, up to the deciding one. */
  readonly tried: readonly MatchingValue[];
  readonly step: ProvisioningStep;
  /** Accounts that the object may reach, where no query decided: they have its value in the list. */
  readonly suspects?: readonly string[] | undefined;
  /** The answers that the outcome rests on. */
  readonly evidence: readonly Evidence[];
}

/** Matching attributes in order of precedence; the first that finds anything decides (provisioning page §3, "Matching"). */
export async function findMatch(map: PreparedMap, record: EvaluationInput, find: AccountFinder): Promise<Match> {
  const tried: MatchingValue[] = [];
  const details: StepDetail[] = [];
  const evidence: Evidence[] = [];
  const end = (outcome: MatchOutcome): Match => ({ outcome, tried, step: matchingStep(map, outcome, details), evidence });
  for (const attribute of map.matching) {
    const sought = matchingValue(attribute, record);
    if (!sought.ok) return end(sought.error);
    const value = sought.value;
    if (value === undefined) {
      details.push(detail(attribute, "passed-over", say`${own(attribute.label)} has no value and is passed over`));
      continue;
    }
    tried.push(value);
    const answer = await find(value);
    evidence.push(...answer.evidence);
    if (answer.kind !== "found")
      return { ...end(unfound(answer, value)), suspects: answer.listed?.flatMap((account) => idOf(account) ?? []) };
    details.push(foundDetail(value, answer.how, answer.resources.length));
    if (answer.resources.length === 0) continue;
    details.push(...rewrittenBy(value, tried));
    return end(outcomeOf(answer.resources, value, answer.how));
  }
  return end({ kind: tried.length === 0 ? "no-value" : "none" });
}

function unfound(answer: Exclude<Found, { kind: "found" }>, by: MatchingValue): MatchOutcome {
  const { reason: why } = answer;
  return answer.kind === "open"
    ? { kind: "unknown", code: "target-not-read", reason: why }
    : { kind: "query-fails", code: answer.code, reason: why, by };
}

/** What is looked for by one matching attribute; undefined when it has no value. The error is the outcome when nothing can be looked for. */
export function matchingValue(attribute: MatchingAttribute, record: EvaluationInput): Result<MatchingValue | undefined, MatchOutcome> {
  const { mapped } = processAttribute(attribute, record);
  if (mapped.kind === "failure") return failure({ ...mapped, attribute });
  if (mapped.kind === "object-ignored") return failure({ kind: "object-ignored" });
  if (mapped.kind === "unknown")
    return failure({
      kind: "unknown",
      code: "value-unknown",
      reason: say`The matching value for '${own(attribute.label)}' is not known: ${mapped.reason}`,
    });
  return success(mapped.kind !== "value" || mapped.value === "" ? undefined : { attribute, value: mapped.value });
}

/** What a non-empty answer means: one resource is the match, several are a failure and no reason to try the next attribute. */
function outcomeOf(found: readonly Resource[], by: MatchingValue, how: FoundHow): MatchOutcome {
  const resource = found[0];
  if (resource === undefined || found.length > 1) return { kind: "several", by, how, resources: found };
  const id = idOf(resource);
  if (id === undefined)
    return {
      kind: "unknown",
      code: "target-not-read",
      reason: say`The account that matches has no 'id' at the target, so no request could name it (RFC 7643 §3.1).`,
    };
  return { kind: "one", resource, id, by, how };
}

/** A match at a later precedence rewrites the earlier matching attributes (provisioning page §3). */
function rewrittenBy(by: MatchingValue, tried: readonly MatchingValue[]): readonly StepDetail[] {
  const rewritten = tried.filter((value) => value !== by && value.attribute.mapping.flowType === "Always");
  return rewritten.map(({ attribute }) => ({
    ...detail(
      attribute,
      "rewritten",
      say`${own(attribute.label)} found nobody and is rewritten, because ${own(by.attribute.label)} matches`,
    ),
    remark: true,
  }));
}

function foundDetail({ attribute, value }: MatchingValue, how: FoundHow, found: number): StepDetail {
  return detail(attribute, how === "query" ? "asked" : "in-the-list", foundSentence(how, attribute.label, value, found));
}

function detail({ because }: MatchingAttribute, code: DetailCode, text: Sentence): StepDetail {
  return { code, text, because };
}

/** The step of the log: how the search ended. */
export function matchingStep(map: PreparedMap, outcome: MatchOutcome, details: readonly StepDetail[]): ProvisioningStep {
  const step = (status: ProvisioningStep["status"], description: Sentence): ProvisioningStep => ({
    type: "matching",
    status,
    description,
    details,
  });
  switch (outcome.kind) {
    case "one":
      return step("success", foundSentence(outcome.how, outcome.by.attribute.label, outcome.by.value, 1));
    case "none":
      return step("success", say`No ${own(map.resourceType.name)} at the target matches.`);
    case "several":
      return step("failure", foundSentence(outcome.how, outcome.by.attribute.label, outcome.by.value, outcome.resources.length, true));
    case "no-value":
      return step("skipped", noMatchingValue);
    case "object-ignored":
      return step("skipped", objectIgnored);
    case "failure":
      return step("failure", outcome.reason);
    case "query-fails":
      return step("failure", outcome.reason);
    case "linked":
      return step("warning", reason("may-be-linked", outcome.account).sentence);
    case "unknown":
      return step("warning", outcome.reason);
  }
}
