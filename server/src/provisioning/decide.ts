import type { Connector } from "#model/connectors/connector";
import type { Action, Settings } from "#model/mapping-model";
import { booleanOf } from "#scim/json-members";
import type { Resource } from "#scim/resource";
import type { DiffContext } from "./diff-resource.ts";
import type { Edit } from "./edits.ts";
import { applyEdit } from "./edits.ts";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { AttributeChange, PlannedAction, ProvisioningStep, SourceLine } from "#plan/plan";
import { reason } from "#plan/reason";
import type { Consequence, OutOfScopeCause, Reason, Seen, Unallowed } from "#plan/reason";
import type { ScopeFinding } from "#plan/scope-finding";
import { lineOf } from "#plan/source-line";
import type { AttributePlan } from "./plan-attributes.ts";
import { planAttributes } from "./plan-attributes.ts";
import type { ReferenceContext } from "./references.ts";
import type { ProcessedAttribute } from "./processing.ts";
import { missingRequired } from "./required-attributes.ts";
import { planReferences } from "./reference-step.ts";
import type { ReferencePlan } from "./reference-step.ts";
import type { MatchOutcome } from "./matching.ts";
import type { Subject } from "./subject.ts";
import { readTarget } from "./target-values.ts";

/** What happens to one object, why, and by which edits. */
export interface Decision {
  readonly action: PlannedAction;
  readonly reason: Reason;
  /** Sent with the object itself. */
  readonly edits: readonly Edit[];
  /** Sent in the second step. */
  readonly references: readonly Edit[];
  /** Changes that may or may not happen. */
  readonly open: readonly AttributeChange[];
  readonly steps: readonly ProvisioningStep[];
  readonly because?: SourceLine | undefined;
}

/** What a decision rests on besides the object itself. */
export interface DecisionContext {
  readonly settings: Settings;
  readonly connector: Connector;
  readonly history: "first" | "running";
  /** Who looked for accounts. */
  readonly seen: Seen;
  readonly diff: DiffContext;
  readonly references: ReferenceContext;
}

function decision(action: PlannedAction, why: Reason, more: Partial<Decision> = {}): Decision {
  return { action, reason: why, edits: [], references: [], open: [], steps: [], ...more };
}

/** The action for one object, by the table of the provisioning page §3. `prior` is what the target has, members of groups included. */
export function decide(subject: Subject, prior: Resource | undefined, context: DecisionContext): Decision {
  if (subject.object.purged) return decidePurged(subject, context);
  switch (subject.scope.verdict) {
    case "in":
      return decideInScope(subject, prior, context);
    case "out":
      return decideOutOfScope(subject, prior, context);
    case "not-entitled":
      return decideNotEntitled(subject, context);
    case "unknown":
      return decision("unknown", reason("scoping-unknown", subject.scope.reason), { because: subject.scope.because });
  }
}

/** The search for the account of somebody who is not in scope ended without saying whether there is one; undefined where it says so. */
function undecided({ match, scope, object }: Subject): Decision | undefined {
  const why = object.purged ? undefined : scope.reason;
  switch (match?.outcome.kind) {
    case "unknown":
      return notFoundOut(match.outcome, why);
    case "linked":
      return decision("unknown", reason("may-be-linked", match.outcome.account, why));
    case "query-fails":
      return decision("unknown", reason(match.outcome.code, match.outcome.reason, why), { because: match.outcome.by.attribute.because });
    case "one":
    case "none":
    case "several":
    case "no-value":
    case "object-ignored":
    case "failure":
    case undefined:
      return undefined;
  }
}

function notFoundOut({ code, reason: why }: Extract<MatchOutcome, { kind: "unknown" }>, scope?: Sentence): Decision {
  return decision("unknown", reason(code, why, scope));
}

/** What the target has of an object could not be read, so nothing is planned for it. */
export function notRead(why: Sentence): Decision {
  return decision("unknown", reason("target-not-read", why));
}

function allows({ map }: Subject, action: Action): boolean {
  return map.map.actions.includes(action);
}

function notAllowed(subject: Subject, action: Action, what: Unallowed): Decision {
  return decision("skip", reason("action-not-allowed", what, action), { because: lineOf(subject.map.map.place) });
}

/** Deleted for good at the source: matched without regard to scope (semantics page, "purged"). */
function decidePurged(subject: Subject, { history }: DecisionContext): Decision {
  const outcome = subject.match?.outcome;
  if (history === "first") return decision("skip", reason("not-managed", "first-cycle"));
  if (subject.conflict !== undefined) return decision("skip", reason("account-of-another", subject.conflict.sentence));
  const open = undecided(subject);
  if (open !== undefined) return open;
  if (outcome?.kind === "several") return decision("fail", reason("ambiguous-match", outcome.resources.length));
  if (outcome?.kind !== "one") return decision("skip", reason("not-managed", "no-account"));
  if (!allows(subject, "delete")) return notAllowed(subject, "delete", "hard-deleted");
  return decision("delete", reason("hard-deleted"));
}

/** What losing the last entitling role does to an account that exists is documented nowhere. */
function decideNotEntitled(subject: Subject, { history }: DecisionContext): Decision {
  const skip = decision("skip", reason("not-effectively-entitled", subject.scope.reason));
  if (history === "first") return skip;
  const open = undecided(subject);
  if (open !== undefined) return open;
  if (subject.match?.outcome.kind !== "one" || subject.conflict !== undefined) return skip;
  return decision("unknown", reason("undocumented-behaviour", subject.scope.reason, "not-entitled"));
}

function decideOutOfScope(subject: Subject, prior: Resource | undefined, context: DecisionContext): Decision {
  const { scope, match, conflict, object } = subject;
  const skip = decision("skip", reason(causeOf(subject), scope.reason), { because: scope.because });
  if (context.history === "first") return skip;
  const open = undecided(subject);
  if (open !== undefined) return open;
  if (match?.outcome.kind !== "one") return skip;
  if (conflict !== undefined) return { ...skip, reason: reason("account-of-another", conflict.sentence, scope.reason) };
  if (context.settings.skipOutOfScopeDeletions) return decideLeftAlone(subject);
  if (object.type === "Group") return decideDelete(subject, "group-deleted");
  if (!context.connector.softDelete) return decideDelete(subject, { noSoftDelete: context.connector.displayName });
  return decideDisable(subject, prior, context);
}

function causeOf({ scope }: Subject): OutOfScopeCause {
  return scope.causes[0] ?? "not-assigned";
}

function findingOf({ scope, object }: Subject): ScopeFinding {
  return scope.finding ?? { kind: "not-assigned", type: object.type };
}

/** SkipOutOfScopeDeletions is documented for people who leave the scope, not for deleted or blocked ones. */
function decideLeftAlone({ scope }: Subject): Decision {
  const undocumented = scope.causes.includes("soft-deleted") || scope.causes.includes("blocked");
  if (!undocumented) return decision("none", reason("out-of-scope-left-alone", scope.reason), { because: scope.because });
  return decision("unknown", reason("undocumented-behaviour", scope.reason, "left-alone"));
}

function decideDelete(subject: Subject, consequence: Consequence): Decision {
  const { scope } = subject;
  if (!allows(subject, "delete")) return notAllowed(subject, "delete", findingOf(subject));
  return decision("delete", reason(causeOf(subject), scope.reason, consequence), { because: scope.because });
}

/** Carries only what depends on `IsSoftDeleted`; without such a mapping only a blocked user's `active` (provisioning page §3). */
function decideDisable(subject: Subject, prior: Resource | undefined, context: DecisionContext): Decision {
  const { map, scope } = subject;
  const relevant = subject
    .processed()
    .filter(({ attribute }) => (map.usesSoftDelete ? attribute.readsSoftDelete : isActive(attribute.label)));
  const plan = planAttributes(relevant, prior, context.diff);
  const deactivates = plan.edits.some((edit) => isActive(edit.attribute.label) && edit.value === false);
  const steps = [plan.step];
  const inactive = isInactive(subject, prior);
  if (!map.usesSoftDelete && !(scope.causes.includes("blocked") && (deactivates || inactive))) {
    return decision("none", reason("soft-delete-not-mapped", scope.reason), {
      steps: [{ ...plan.step, status: "warning", description: say`No mapping uses IsSoftDeleted.` }],
    });
  }
  if (plan.failure !== undefined) return failed(plan.failure, steps);
  const [open] = plan.open;
  if (open !== undefined)
    return decision("unknown", reason("value-unknown", open.change.unknown, scope.reason), {
      steps,
      open: plan.open.map(({ change }) => change),
    });
  if (!deactivates && inactive) return decision("none", reason("already-inactive", scope.reason), { steps });
  if (plan.edits.length === 0) return decision("none", reason("in-sync", scope.reason), { steps });
  if (!allows(subject, "update")) return { ...notAllowed(subject, "update", findingOf(subject)), steps };
  if (!deactivates) return decision("update", reason("soft-delete-changed", scope.reason), { edits: plan.edits, steps });
  const because = scope.because ?? plan.edits[0]?.attribute.because;
  return decision("disable", reason(causeOf(subject), scope.reason, "disabled"), { edits: plan.edits, steps, because });
}

function failed(failure: NonNullable<AttributePlan["failure"]>, steps: readonly ProvisioningStep[]): Decision {
  return decision("fail", reason(failure.code, failure.reason), { steps, because: failure.because });
}

function isActive(label: string): boolean {
  return label.toLowerCase() === "active";
}

function isInactive({ map }: Subject, prior: Resource | undefined): boolean {
  const target = map.attributes.find(({ label }) => isActive(label))?.target;
  return target !== undefined && booleanOf(readTarget(prior, target, map.catalog)[0]) === false;
}

function decideInScope(subject: Subject, prior: Resource | undefined, context: DecisionContext): Decision {
  const outcome = subject.match?.outcome;
  if (subject.conflict !== undefined) return decision("fail", reason("duplicate-source", subject.conflict.sentence));
  switch (outcome?.kind) {
    case "no-value":
    case undefined:
      return decision("skip", reason("no-matching-value"));
    case "object-ignored":
      return objectIgnored();
    case "failure":
      return decision("fail", reason(outcome.code, outcome.reason), { because: outcome.attribute.because });
    case "query-fails":
      return decision("fail", reason(outcome.code, outcome.reason), { because: outcome.by.attribute.because });
    case "unknown":
      return notFoundOut(outcome);
    case "linked":
      return decision("unknown", reason("may-be-linked", outcome.account));
    case "several":
      return decision("fail", reason("ambiguous-match", outcome.resources.length), { because: outcome.by.attribute.because });
    case "none":
      return decideCreate(subject, context);
    case "one":
      return decideUpdate(subject, prior ?? outcome.resource, context);
  }
}

function objectIgnored(): Decision {
  return decision("skip", reason("object-ignored"));
}

function decideCreate(subject: Subject, context: DecisionContext): Decision {
  const created = planCreate(subject, context);
  if (!created.ok) return created.error;
  const { processed, edits, step } = created.value;
  const references = planReferences(processed, undefined, context.references);
  return decision("create", reason("no-match", context.seen), {
    edits,
    references: references.edits,
    open: references.open,
    steps: withReferences([step], references),
  });
}

type CreateContext = Pick<DecisionContext, "diff" | "connector">;

/** Whether an in-scope object without an account gets one; references of others can be written only then. */
export function isCreated(subject: Subject, context: CreateContext): boolean {
  return planCreate(subject, context).ok;
}

interface Creation {
  readonly processed: readonly ProcessedAttribute[];
  readonly edits: readonly Edit[];
  readonly step: ProvisioningStep;
}

/** What a POST would carry, or the decision that there is none. */
function planCreate(subject: Subject, { diff, connector }: CreateContext): Result<Creation, Decision> {
  if (!allows(subject, "create")) return failure(notAllowed(subject, "create", "no-match"));
  const processed = subject.processed();
  const plan = planAttributes(processed, undefined, diff);
  const steps = [plan.step];
  if (plan.objectIgnored) return failure({ ...objectIgnored(), steps });
  if (plan.failure !== undefined) return failure(failed(plan.failure, steps));
  const edits = [...plan.edits, ...plan.open.map(({ edit }) => edit)];
  const created = edits.reduce<Resource>((resource, edit) => applyEdit(resource, edit, diff.catalog), {});
  const missing = missingRequired(subject.map, created, connector);
  if (missing.length === 0) return success({ processed, edits, step: plan.step });
  return failure(decision("fail", reason("required-attribute-missing", missing), { steps }));
}

function decideUpdate(subject: Subject, prior: Resource, context: DecisionContext): Decision {
  const processed = subject.processed();
  const plan = planAttributes(processed, prior, context.diff);
  const references = planReferences(processed, prior, context.references);
  const steps = withReferences([plan.step], references);
  const count = plan.edits.length + references.edits.length + plan.open.length + references.open.length;
  if (plan.objectIgnored) return { ...objectIgnored(), steps };
  if (count > 0 && !allows(subject, "update")) return { ...notAllowed(subject, "update", "attributes-differ"), steps };
  if (plan.failure !== undefined && allows(subject, "update")) return failed(plan.failure, steps);
  const open = [...plan.open.map(({ change }) => change), ...references.open];
  if (count === 0) return decision("none", reason("in-sync"), { steps });
  const undecided = whatIsOpen(plan, references);
  if (undecided !== undefined) {
    const changes = [...plan.edits.flatMap((edit) => edit.changes), ...open];
    return decision("unknown", reason("value-unknown", undecided), { open: changes, steps });
  }
  const edits = [...plan.edits, ...plan.open.map(({ edit }) => edit)];
  return { ...actionOf(plan, edits), references: references.edits, open: references.open, steps };
}

/** What leaves the action itself open: an unknown `active`, or that nothing but unknown values may differ. */
function whatIsOpen(plan: AttributePlan, references: ReferencePlan): Sentence | undefined {
  const active = plan.open.find(({ change }) => isActive(change.attribute));
  if (active !== undefined) return active.change.unknown;
  if (plan.edits.length + references.edits.length > 0) return undefined;
  return plan.open[0]?.change.unknown ?? references.open[0]?.unknown;
}

function actionOf({ edits }: AttributePlan, all: readonly Edit[]): Decision {
  const active = edits.find((edit) => isActive(edit.attribute.label));
  const old = active === undefined ? undefined : booleanOf(active.changes[0]?.old ?? undefined);
  if (active?.value === false)
    return decision("disable", reason("active-changes", false), { edits: all, because: active.attribute.because });
  if (active?.value === true && old === false)
    return decision("enable", reason("active-changes", true), { edits: all, because: active.attribute.because });
  return decision("update", reason("attributes-differ"), { edits: all });
}

function withReferences(steps: readonly ProvisioningStep[], references: ReferencePlan): readonly ProvisioningStep[] {
  return references.step === undefined ? steps : [...steps, references.step];
}
