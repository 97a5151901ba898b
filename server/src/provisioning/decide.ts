import type { Connector } from "#model/connectors/connector";
import type { Action, Settings } from "#model/mapping-model";
import { booleanOf } from "#scim/json-members";
import type { Resource } from "#scim/resource";
import type { DiffContext } from "./diff-resource.ts";
import type { Edit } from "./edits.ts";
import { applyEdit } from "./edits.ts";
import type { AttributeChange, PlannedAction, ProvisioningStep, SourceLine } from "#plan/plan";
import type { AttributePlan } from "./plan-attributes.ts";
import { planAttributes } from "./plan-attributes.ts";
import type { ReferenceContext } from "./references.ts";
import type { ProcessedAttribute } from "./processing.ts";
import { missingRequired } from "./required-attributes.ts";
import { planReferences } from "./reference-step.ts";
import type { ReferencePlan } from "./reference-step.ts";
import type { Subject } from "./subject.ts";
import { readTarget } from "./target-values.ts";

/** What happens to one object, why, and by which edits. */
export interface Decision {
  readonly action: PlannedAction;
  readonly code: string;
  readonly reason: string;
  /** Sent with the object itself. */
  readonly edits: readonly Edit[];
  /** Sent in the second step. */
  readonly references: readonly Edit[];
  /** Changes that may or may not happen. */
  readonly open: readonly AttributeChange[];
  readonly steps: readonly ProvisioningStep[];
  readonly because?: SourceLine | undefined;
}

export interface DecisionContext {
  readonly settings: Settings;
  readonly connector: Connector;
  readonly history: "first" | "running";
  readonly diff: DiffContext;
  readonly references: ReferenceContext;
}

const IF_MANAGED = "if this job manages the account";

function decision(action: PlannedAction, code: string, reason: string, more: Partial<Decision> = {}): Decision {
  return { action, code, reason, edits: [], references: [], open: [], steps: [], ...more };
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
      return decision("unknown", "scoping-unknown", subject.scope.reason, { because: subject.scope.because });
  }
}

/** What the target has of an object could not be read, so nothing is planned for it. */
export function notRead(why: string): Decision {
  return decision("unknown", "target-not-read", why);
}

function allows({ map }: Subject, action: Action): boolean {
  return map.map.actions.includes(action);
}

function notAllowed(subject: Subject, action: Action, what: string): Decision {
  const line = subject.map.map.place;
  return decision("skip", "action-not-allowed", `${what}, but the action ${action} is not allowed for this mapping.`, {
    because: { file: line.file.name, line: line.line + 1 },
  });
}

/** Deleted for good at the source: matched without regard to scope (semantics page, "purged"). */
function decidePurged(subject: Subject, { history }: DecisionContext): Decision {
  const outcome = subject.match?.outcome;
  if (history === "first")
    return decision("skip", "not-managed", "Deleted for good in Entra ID, and on its first cycle a job manages nobody.");
  if (subject.conflict !== undefined) return decision("skip", "account-of-another", subject.conflict.reason);
  if (outcome?.kind === "unknown") return decision("unknown", "target-not-read", outcome.reason);
  if (outcome?.kind === "several") return decision("fail", "ambiguous-match", severalReason(outcome.resources.length));
  if (outcome?.kind !== "one")
    return decision("skip", "not-managed", "Deleted for good in Entra ID, and no account at the target matches.");
  if (!allows(subject, "delete")) return notAllowed(subject, "delete", "Deleted for good in Entra ID");
  return decision("delete", "hard-deleted", `Deleted for good in Entra ID: the account is deleted ${IF_MANAGED}.`);
}

function severalReason(count: number): string {
  return `DuplicateTargetEntries: ${count} accounts at the target match. Make the matching attribute unique there, or match by another one.`;
}

/** What losing the last entitling role does to an account that exists is documented nowhere. */
function decideNotEntitled(subject: Subject, { history }: DecisionContext): Decision {
  if (history === "first" || subject.match?.outcome.kind !== "one" || subject.conflict !== undefined)
    return decision("skip", "not-effectively-entitled", subject.scope.reason);
  return decision(
    "unknown",
    "undocumented-behaviour",
    `${subject.scope.reason} An account matches, and what happens to it ${IF_MANAGED} is not documented.`,
  );
}

function decideOutOfScope(subject: Subject, prior: Resource | undefined, context: DecisionContext): Decision {
  const { scope, match, conflict, object } = subject;
  const [cause = "not-assigned"] = scope.causes;
  const skip = decision("skip", cause, scope.reason, { because: scope.because });
  if (context.history === "first") return skip;
  if (match?.outcome.kind === "unknown") return decision("unknown", "target-not-read", `${scope.reason} ${match.outcome.reason}`);
  if (match?.outcome.kind !== "one") return skip;
  if (conflict !== undefined) return { ...skip, code: "account-of-another", reason: `${scope.reason} ${conflict.reason}` };
  if (context.settings.skipOutOfScopeDeletions) return decideLeftAlone(subject);
  if (object.type === "Group")
    return decideDelete(subject, `${scope.reason} The group is deleted ${IF_MANAGED} (inferred: groups have no disabled state).`);
  if (!context.connector.softDelete)
    return decideDelete(
      subject,
      `${scope.reason} ${context.connector.displayName} has no soft delete, so the account is deleted ${IF_MANAGED}.`,
    );
  return decideDisable(subject, prior, context);
}

/** SkipOutOfScopeDeletions is documented for people who leave the scope, not for deleted or blocked ones. */
function decideLeftAlone({ scope }: Subject): Decision {
  const undocumented = scope.causes.includes("soft-deleted") || scope.causes.includes("blocked");
  if (!undocumented)
    return decision("none", "out-of-scope-left-alone", `${scope.reason} skipOutOfScopeDeletions leaves the account alone.`, {
      because: scope.because,
    });
  return decision("unknown", "undocumented-behaviour", `${scope.reason} What skipOutOfScopeDeletions does then is not documented.`);
}

function decideDelete(subject: Subject, reason: string): Decision {
  if (!allows(subject, "delete")) return notAllowed(subject, "delete", subject.scope.reason.replace(/\.$/, ""));
  return decision("delete", subject.scope.causes[0] ?? "not-assigned", reason, { because: subject.scope.because });
}

/** Carries only what depends on `IsSoftDeleted`; without such a mapping only a blocked user's `active` (provisioning page §3). */
function decideDisable(subject: Subject, prior: Resource | undefined, context: DecisionContext): Decision {
  const { map, scope } = subject;
  const [cause = "not-assigned"] = scope.causes;
  const relevant = subject
    .processed()
    .filter(({ attribute }) => (map.usesSoftDelete ? attribute.readsSoftDelete : isActive(attribute.label)));
  const plan = planAttributes(relevant, prior, context.diff);
  const deactivates = plan.edits.some((edit) => isActive(edit.attribute.label) && edit.value === false);
  const steps = [plan.step];
  const inactive = isInactive(subject, prior);
  if (!map.usesSoftDelete && !(scope.causes.includes("blocked") && (deactivates || inactive))) {
    return decision("none", "soft-delete-not-mapped", `${scope.reason} No mapping uses IsSoftDeleted, so the account stays as it is.`, {
      steps: [{ ...plan.step, status: "warning", description: "No mapping uses IsSoftDeleted." }],
    });
  }
  if (plan.failure !== undefined) return decision("fail", plan.failure.code, plan.failure.reason, { steps, because: plan.failure.because });
  if (plan.open.length > 0)
    return decision("unknown", "value-unknown", `${scope.reason} ${plan.open[0]?.change.unknown ?? ""}`, {
      steps,
      open: plan.open.map(({ change }) => change),
    });
  if (!deactivates && inactive) return decision("none", "already-inactive", `${scope.reason} The account is inactive already.`, { steps });
  if (plan.edits.length === 0)
    return decision("none", "in-sync", `${scope.reason} Nothing that depends on IsSoftDeleted differs.`, { steps });
  if (!allows(subject, "update")) return { ...notAllowed(subject, "update", scope.reason.replace(/\.$/, "")), steps };
  if (!deactivates)
    return decision("update", "soft-delete-changed", `${scope.reason} What depends on IsSoftDeleted changes ${IF_MANAGED}.`, {
      edits: plan.edits,
      steps,
    });
  const because = scope.because ?? plan.edits[0]?.attribute.because;
  return decision("disable", cause, `${scope.reason} The account is disabled ${IF_MANAGED}.`, { edits: plan.edits, steps, because });
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
  if (subject.conflict !== undefined) return decision("fail", "duplicate-source", subject.conflict.reason);
  switch (outcome?.kind) {
    case "no-value":
    case undefined:
      return decision("skip", "no-matching-value", "ImportSkipped: no matching attribute has a value.");
    case "object-ignored":
      return objectIgnored();
    case "failure":
      return decision("fail", outcome.code, outcome.reason, { because: outcome.attribute.because });
    case "unknown":
      return decision("unknown", "target-not-read", outcome.reason);
    case "several":
      return decision("fail", "ambiguous-match", severalReason(outcome.resources.length), { because: outcome.by.attribute.because });
    case "none":
      return decideCreate(subject, context);
    case "one":
      return decideUpdate(subject, prior ?? outcome.resource, context);
  }
}

function objectIgnored(): Decision {
  return decision("skip", "object-ignored", "IgnoreObjectFlow leaves this object out.");
}

function decideCreate(subject: Subject, context: DecisionContext): Decision {
  const created = planCreate(subject, context);
  if ("action" in created) return created;
  const references = planReferences(created.processed, undefined, context.references);
  return decision("create", "no-match", "No account at the target matches.", {
    edits: created.edits,
    references: references.edits,
    open: references.open,
    steps: withReferences([created.step], references),
  });
}

type CreateContext = Pick<DecisionContext, "diff" | "connector">;

/** Whether an in-scope object without an account gets one; references of others can be written only then. */
export function isCreated(subject: Subject, context: CreateContext): boolean {
  return !("action" in planCreate(subject, context));
}

/** What a POST would carry, or the decision that there is none. */
function planCreate(
  subject: Subject,
  { diff, connector }: CreateContext,
): Decision | { readonly processed: readonly ProcessedAttribute[]; readonly edits: readonly Edit[]; readonly step: ProvisioningStep } {
  if (!allows(subject, "create")) return notAllowed(subject, "create", "No account matches");
  const processed = subject.processed();
  const plan = planAttributes(processed, undefined, diff);
  const steps = [plan.step];
  if (plan.objectIgnored) return { ...objectIgnored(), steps };
  if (plan.failure !== undefined) return decision("fail", plan.failure.code, plan.failure.reason, { steps, because: plan.failure.because });
  const edits = [...plan.edits, ...plan.open.map(({ edit }) => edit)];
  const created = edits.reduce<Resource>((resource, edit) => applyEdit(resource, edit, diff.catalog), {});
  const missing = missingRequired(subject.map, created, connector);
  if (missing.length === 0) return { processed, edits, step: plan.step };
  const names = missing.map((name) => `'${name}'`).join(", ");
  const [are, have] = missing.length === 1 ? ["is", "has"] : ["are", "have"];
  return decision("fail", "required-attribute-missing", `MissingValues: ${names} ${are} required at the target and ${have} no value.`, {
    steps,
  });
}

function decideUpdate(subject: Subject, prior: Resource, context: DecisionContext): Decision {
  const processed = subject.processed();
  const plan = planAttributes(processed, prior, context.diff);
  const references = planReferences(processed, prior, context.references);
  const steps = withReferences([plan.step], references);
  const count = plan.edits.length + references.edits.length + plan.open.length + references.open.length;
  if (plan.objectIgnored) return { ...objectIgnored(), steps };
  if (count > 0 && !allows(subject, "update")) return { ...notAllowed(subject, "update", "One account matches and differs"), steps };
  if (plan.failure !== undefined && allows(subject, "update"))
    return decision("fail", plan.failure.code, plan.failure.reason, { steps, because: plan.failure.because });
  const open = [...plan.open.map(({ change }) => change), ...references.open];
  if (count === 0) return decision("none", "in-sync", "One account matches, and nothing differs.", { steps });
  const openActive = plan.open.find(({ change }) => isActive(change.attribute));
  if (openActive !== undefined || plan.edits.length + references.edits.length === 0) {
    const reason = `Whether the account changes cannot be known before the real run: ${openActive?.change.unknown ?? open[0]?.unknown ?? ""}`;
    return decision("unknown", "value-unknown", reason, {
      edits: [],
      open: [...plan.edits.flatMap((edit) => edit.changes), ...open],
      steps,
    });
  }
  const edits = [...plan.edits, ...plan.open.map(({ edit }) => edit)];
  return { ...actionOf(plan, edits), references: references.edits, open: references.open, steps };
}

function actionOf({ edits }: AttributePlan, all: readonly Edit[]): Decision {
  const active = edits.find((edit) => isActive(edit.attribute.label));
  const old = active === undefined ? undefined : booleanOf(active.changes[0]?.old ?? undefined);
  if (active?.value === false)
    return decision("disable", "active-changes", "The mapping of active yields false.", { edits: all, because: active.attribute.because });
  if (active?.value === true && old === false)
    return decision("enable", "active-changes", "In scope, and the account is inactive at the target.", {
      edits: all,
      because: active.attribute.because,
    });
  return decision("update", "attributes-differ", "One account matches, and attributes differ.", { edits: all });
}

function withReferences(steps: readonly ProvisioningStep[], references: ReferencePlan): readonly ProvisioningStep[] {
  return references.step === undefined ? steps : [...steps, references.step];
}
