import type { TraceStep } from "#model/outcome";
import { throughLets } from "#model/through-lets";
import type { Expression } from "#model/expression";
import type { MappingSource } from "#model/mapping-model";
import { attributeKey } from "#model/source-record";
import type { JsonValue } from "#scim/resource";
import { decisionsOf } from "./attribute-decisions.ts";
import { diffAttribute } from "#provisioning/diff-resource";
import type { AttributeDiff } from "#provisioning/diff-resource";
import { memberId, wholeAttribute } from "#provisioning/edits";
import type { ExplainedAttribute, ExplainedObject, ExplainedStep } from "#plan/explanation";
import type { AttributeChange, SourceLine } from "#plan/plan";
import type { PlannedSubject } from "#provisioning/planned-subject";
import type { PreparedAttribute } from "#provisioning/prepared-map";
import { processAttribute } from "#provisioning/processing";
import type { ProcessedAttribute } from "#provisioning/processing";
import { requestParts } from "./request-part.ts";
import { readTarget } from "#provisioning/target-values";
import { unknownValue } from "#provisioning/unknown-value";

/** What an explanation needs besides the plan: which attribute is asked for, and the text of the mapping. */
export interface ExplainContext {
  /** Canonical path of the one attribute that is asked for. */
  readonly attribute: string | undefined;
  /** An expression as it is written, on one line. */
  readonly textOf: (attribute: PreparedAttribute, expression: Expression) => string;
  /** Where the `let` of that name is written. */
  readonly placeOf: (definition: string) => SourceLine | undefined;
}

/** What the plan says about one object, with every value's way there. The plan's own processing is shown, not another one. */
export function explainObject(planned: PlannedSubject, context: ExplainContext): ExplainedObject {
  const { subject, plan } = planned;
  const wanted = subject.map.attributes.filter(({ label }) => context.attribute === undefined || label === context.attribute);
  return {
    resourceType: plan.resourceType,
    source: plan.source,
    target: plan.target,
    action: plan.action,
    reason: plan.reason,
    because: plan.because,
    attributes: wanted.map((attribute) => explainAttribute(attribute, planned, context)),
  };
}

function explainAttribute(attribute: PreparedAttribute, planned: PlannedSubject, context: ExplainContext): ExplainedAttribute {
  const { subject, prior, diff: diffContext, plan } = planned;
  const trace: TraceStep[] = [];
  const processed = processAttribute(attribute, subject.record, trace);
  const diff = diffAttribute(processed, prior, diffContext);
  const { source } = attribute.mapping;
  const { value, unknown } = flowing(processed, diff, planned);
  return {
    attribute: attribute.label,
    because: attribute.because,
    expression: source.kind === "expression" ? context.textOf(attribute, source.expression) : null,
    sources: sourceNames(source).map((name) => ({ name, value: subject.record.attribute(attributeKey(name)) ?? null })),
    trace: trace.map((step) => explainStep(step, attribute, context)),
    result: { value: processed.result, unknown: trace.at(-1)?.unknown?.text ?? null, confidence: processed.confidence },
    decisions: decisionsOf(processed, diff, planned),
    value,
    unknown,
    old: oldValue(attribute, planned),
    requests: attribute.target === undefined ? [] : requestParts(plan.requests, attribute.target),
  };
}

function explainStep(
  { label, isLiteral, value, unknown, depth, definition }: TraceStep,
  attribute: PreparedAttribute,
  { placeOf }: ExplainContext,
): ExplainedStep {
  return {
    label,
    isLiteral,
    value,
    unknown: unknown?.text ?? null,
    depth,
    because: (definition === undefined ? undefined : placeOf(definition)) ?? attribute.because,
  };
}

/** What the mapping yields. What a reference becomes is known to the plan only, which knows the other objects. */
function flowing(
  processed: ProcessedAttribute,
  diff: AttributeDiff,
  { plan }: PlannedSubject,
): Pick<ExplainedAttribute, "value" | "unknown"> {
  const { attribute, mapped } = processed;
  if (mapped.kind === "reference")
    return referenced(
      plan.changes.filter((change) => change.attribute === attribute.label),
      attribute,
    );
  if (diff.kind === "open") return { value: null, unknown: diff.change.unknown };
  if (mapped.kind === "value") return { value: mapped.value, unknown: null };
  return { value: diff.kind === "edit" ? diff.edit.value : null, unknown: null };
}

/** Of several, one that only the real run knows stands among the others as it does in a request. */
function referenced(changes: readonly AttributeChange[], { reference }: PreparedAttribute): Pick<ExplainedAttribute, "value" | "unknown"> {
  if (reference?.multiValued === true) {
    const written = changes.filter((change) => change.new !== null || change.unknown !== null);
    return { value: written.map((change) => (change.unknown === null ? change.new : unknownValue(change.unknown))), unknown: null };
  }
  return { value: changes[0]?.new ?? null, unknown: changes[0]?.unknown ?? null };
}

function oldValue({ target, reference, roles, fit }: PreparedAttribute, { prior, diff }: PlannedSubject): JsonValue {
  if (target === undefined) return null;
  const whole = reference?.multiValued === true || roles !== undefined;
  const found = readTarget(prior, whole ? wholeAttribute(target) : target, diff.catalog);
  const values = reference === undefined ? found : found.map(memberId);
  const several = whole || fit.takesSeveral;
  if (values.length === 0) return null;
  return several || values.length > 1 ? values : (values[0] ?? null);
}

/** Names in the order of the text, each once; lets are followed. */
function sourceNames(source: MappingSource): readonly string[] {
  const names = new Map<string, string>();
  for (const part of source.kind === "expression" ? throughLets(source.expression) : []) {
    if (part.kind !== "attribute" || part.definition !== undefined) continue;
    const key = part.name.toLowerCase();
    names.set(key, names.get(key) ?? part.name);
  }
  return [...names.values()];
}
