import { asJson, own, personal, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { JsonValue, Resource } from "#scim/resource";
import type { SchemaCatalog } from "#scim/schema-catalog";
import { sameValue } from "./compare-values.ts";
import type { Edit } from "./edits.ts";
import { memberId, wholeAttribute } from "./edits.ts";
import type { AttributeChange, OpenChange } from "#plan/plan";
import type { DetailCode, StepDetail } from "#plan/step-detail";
import type { ProcessedAttribute } from "./processing.ts";
import { readTarget } from "./target-values.ts";
import { unknownValue } from "./unknown-value.ts";

/** What stands at the target for an object of the directory that another one refers to. */
export type Resolution =
  | { readonly kind: "id"; readonly id: string }
  /** The object's own plan creates it, so its id is known after the first round only. */
  | { readonly kind: "to-be-created"; readonly name: string }
  | { readonly kind: "unknown"; readonly reason: Sentence }
  /** Not written: out of scope, not provisioned, or not in the snapshot. */
  | { readonly kind: "left-out"; readonly reason: Sentence };

/** What is known of the objects that others refer to. */
export interface ReferenceContext {
  readonly catalog: SchemaCatalog;
  readonly resolve: (objectId: string) => Resolution;
  /** Whether a member at the target belongs to a person this job would manage: matched, in scope, not disabled. */
  readonly isManaged: (targetId: string) => boolean;
  readonly history: "first" | "running";
}

/** What one reference needs at the target. */
export interface ReferenceEdits {
  readonly edits: readonly Edit[];
  /** Changes that may or may not happen. */
  readonly open: readonly OpenChange[];
  readonly details: readonly StepDetail[];
  readonly warned: boolean;
}

/** The second step of a cycle: references, once both ends exist (provisioning page §3, "Values"; semantics page, "Preview"). */
export function planReference(
  processed: ProcessedAttribute,
  ids: readonly string[],
  prior: Resource | undefined,
  context: ReferenceContext,
): ReferenceEdits {
  const resolved = ids.map((id) => context.resolve(id));
  const leftOut = resolved.flatMap((resolution) =>
    resolution.kind === "left-out"
      ? [{ ...detail(processed, "left-out", say`${own(processed.attribute.label)}: ${resolution.reason}`), remark: true as const }]
      : [],
  );
  const planned =
    processed.attribute.reference?.multiValued === true
      ? planMembers(processed, resolved, prior, context)
      : planSingle(processed, resolved, prior, context);
  return { ...planned, details: [...planned.details, ...leftOut], warned: leftOut.length > 0 };
}

type Planned = Omit<ReferenceEdits, "warned">;

function planSingle(
  processed: ProcessedAttribute,
  resolved: readonly Resolution[],
  prior: Resource | undefined,
  { catalog }: ReferenceContext,
): Planned {
  const { attribute } = processed;
  const [first] = resolved;
  if (attribute.target === undefined || first === undefined || first.kind === "left-out") return { edits: [], open: [], details: [] };
  const label = own(attribute.label);
  const current = readTarget(prior, attribute.target, catalog).map(memberId);
  const old = current[0] ?? null;
  if (first.kind === "unknown")
    return {
      edits: [],
      open: [openChange(processed, old, first.reason)],
      details: [detail(processed, "reference", say`${label} is not known`)],
    };
  if (first.kind === "id" && sameValue(old, first.id, { type: "string", caseExact: true }))
    return { edits: [], open: [], details: [detail(processed, "reference", say`${label} is in sync`)] };
  const { value, unknown } = valueOf(first);
  const change = changeOf(processed, old, unknown === null ? value : null, unknown);
  return {
    edits: [{ attribute, operation: "set", value, hadValue: current.length > 0, changes: [change] }],
    open: [],
    details: [detail(processed, "reference", say`${label} differs`)],
  };
}

function planMembers(
  processed: ProcessedAttribute,
  resolved: readonly Resolution[],
  prior: Resource | undefined,
  context: ReferenceContext,
): Planned {
  const { attribute } = processed;
  if (attribute.target === undefined) return { edits: [], open: [], details: [] };
  const current = readTarget(prior, wholeAttribute(attribute.target), context.catalog)
    .map(memberId)
    .filter((id) => typeof id === "string");
  const wanted = new Set(resolved.flatMap((resolution) => (resolution.kind === "id" ? [resolution.id] : [])));
  const missing = resolved.flatMap((resolution) =>
    resolution.kind === "to-be-created" || (resolution.kind === "id" && !current.includes(resolution.id)) ? [resolution] : [],
  );
  const surplus = current.filter((id) => !wanted.has(id));
  const removed = context.history === "running" ? surplus.filter(context.isManaged) : [];
  const edits = [...additions(processed, missing, current.length > 0), ...removals(processed, removed)];
  const open = resolved.flatMap((resolution) => (resolution.kind === "unknown" ? [openChange(processed, null, resolution.reason)] : []));
  return { edits, open, details: memberDetails(processed, wanted.size, surplus.length - removed.length) };
}

type Addition = Extract<Resolution, { kind: "id" | "to-be-created" }>;

function additions(processed: ProcessedAttribute, missing: readonly Addition[], hadValue: boolean): readonly Edit[] {
  if (missing.length === 0) return [];
  const values = distinctValues(missing.map(valueOf));
  const changes = values.map(({ value, unknown }) => changeOf(processed, null, unknown === null ? value : null, unknown));
  return [{ attribute: processed.attribute, operation: "add", value: values.map(({ value }) => ({ value })), hadValue, changes }];
}

/** An upper bound like every disable: a preview cannot know whether this job added the member (semantics page, "Preview"). */
function removals(processed: ProcessedAttribute, ids: readonly string[]): readonly Edit[] {
  if (ids.length === 0) return [];
  return [
    {
      attribute: processed.attribute,
      operation: "remove",
      value: ids,
      hadValue: true,
      changes: ids.map((id) => changeOf(processed, id, null, null, "inferred")),
    },
  ];
}

function memberDetails(processed: ProcessedAttribute, wanted: number, left: number): readonly StepDetail[] {
  const label = own(processed.attribute.label);
  const known = detail(processed, "members", say`${label}: ${wanted} of the source's members are known at the target`);
  if (left === 0) return [known];
  const alone = plural(
    left,
    say`${label}: 1 member at the target that the source lacks is left alone`,
    say`${label}: ${left} members at the target that the source lacks are left alone`,
  );
  return [known, { ...detail(processed, "members", alone), remark: true }];
}

function detail({ attribute }: ProcessedAttribute, code: DetailCode, text: Sentence): StepDetail {
  return { code, text, attribute: attribute.label, because: attribute.because };
}

function valueOf(resolution: Addition): { readonly value: JsonValue; readonly unknown: Sentence | null } {
  if (resolution.kind === "id") return { value: resolution.id, unknown: null };
  const unknown = say`The target assigns this id when ${asJson(personal(resolution.name))} is created.`;
  return { value: unknownValue(unknown), unknown };
}

function distinctValues(
  values: readonly { readonly value: JsonValue; readonly unknown: Sentence | null }[],
): readonly { readonly value: JsonValue; readonly unknown: Sentence | null }[] {
  const seen = new Set<string>();
  return values.filter(({ value, unknown }) => {
    const key = JSON.stringify(value);
    const isNew = unknown !== null || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function changeOf(
  { attribute, confidence }: ProcessedAttribute,
  old: JsonValue,
  value: JsonValue,
  unknown: Sentence | null,
  stated: AttributeChange["confidence"] = confidence,
): AttributeChange {
  return { attribute: attribute.label, old, new: value, unknown, confidence: stated, because: attribute.because };
}

function openChange(processed: ProcessedAttribute, old: JsonValue, unknown: Sentence): OpenChange {
  return { ...changeOf(processed, old, null, unknown), unknown };
}
