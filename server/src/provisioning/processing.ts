import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { EvaluationInput } from "#evaluation/evaluate";
import type { AppRole, Outcome, OutcomeValue, TraceStep } from "#model/outcome";
import type { AttributeDefinition } from "#scim/schema-catalog";
import type { JsonValue } from "#scim/resource";
import { convertValue } from "./convert-value.ts";
import type { FailureCode } from "#plan/reason";
import type { PreparedAttribute } from "./prepared-map.ts";
import { roleElements } from "./role-values.ts";

/** What one mapping yields for one object, in the target's type, before anybody looks at the target. */
export type MappedValue =
  | { readonly kind: "value"; readonly value: JsonValue }
  /** Object ids of the directory; `null` when the source has no such attribute. */
  | { readonly kind: "reference"; readonly ids: readonly string[] | null }
  /** Nothing flows. `isNull`: because the source has no value, so a default may count. */
  | { readonly kind: "nothing"; readonly isNull: boolean }
  | { readonly kind: "unknown"; readonly reason: Sentence }
  | { readonly kind: "failure"; readonly code: FailureCode; readonly reason: Sentence }
  | { readonly kind: "object-ignored" };

/** One mapping with what it yields for one object. */
export interface ProcessedAttribute {
  readonly attribute: PreparedAttribute;
  readonly mapped: MappedValue;
  readonly confidence: "documented" | "inferred";
  /** The expression's own result, before conversion. */
  readonly result: OutcomeValue;
  readonly trace: readonly TraceStep[];
  readonly roles: readonly AppRole[];
}

/** Evaluates one mapping for one object (provisioning page §3, "Values"); with `trace`, call by call. */
export function processAttribute(attribute: PreparedAttribute, record: EvaluationInput, trace?: TraceStep[]): ProcessedAttribute {
  const outcome = attribute.evaluate?.(record, trace);
  return {
    attribute,
    mapped: outcome === undefined ? unlessClosed(attribute, noValue) : mapOutcome(attribute, outcome, record),
    confidence: outcome?.confidence ?? "documented",
    result: outcome?.value ?? null,
    trace: trace ?? nothing,
    roles: outcome?.roles ?? nothing,
  };
}

const nothing: readonly never[] = [];
const noValue: MappedValue = { kind: "nothing", isNull: true };
const ignored: MappedValue = { kind: "nothing", isNull: false };

function mapOutcome(attribute: PreparedAttribute, outcome: Outcome, record: EvaluationInput): MappedValue {
  if (attribute.reference?.attribute !== undefined)
    return unlessClosed(attribute, referenceOf(record.attribute(attribute.reference.attribute)));
  const problem = outcome.problems[0];
  if (problem !== undefined)
    return {
      kind: "failure",
      code: "expression-error",
      reason: say`The expression for '${own(attribute.label)}' fails: ${problem.message}`,
    };
  if (outcome.unknown !== null) return { kind: "unknown", reason: outcome.unknown.text };
  if (outcome.flow === "object-ignored") return { kind: "object-ignored" };
  return unlessClosed(attribute, outcome.flow === "ignored" ? ignored : mapResult(attribute, outcome));
}

/** Entra's own words stay closed to us: whatever depends on one is unknown (language page §1). */
function unlessClosed({ fit }: PreparedAttribute, mapped: MappedValue): MappedValue {
  return fit.closed === undefined ? mapped : { kind: "unknown", reason: fit.closed };
}

function referenceOf(value: OutcomeValue | undefined): MappedValue {
  if (value === undefined || value === null) return { kind: "reference", ids: null };
  return { kind: "reference", ids: typeof value === "string" ? [value] : value };
}

function mapResult(attribute: PreparedAttribute, { value, roles }: Outcome): MappedValue {
  if (attribute.reference !== undefined) return referenceOf(value);
  if (attribute.roles !== undefined && attribute.target?.path.filter === undefined && attribute.target?.path.sub === undefined) {
    return { kind: "value", value: roleElements(value, roles ?? []) };
  }
  if (value === null) return noValue;
  if (typeof value === "string") return attribute.fit.takesSeveral ? convertAll(attribute, [value]) : convertText(attribute, value);
  const [first] = value;
  if (first === undefined) return noValue;
  if (attribute.fit.takesSeveral) return convertAll(attribute, value);
  return value.length > 1 ? severalValues(attribute) : convertText(attribute, first);
}

function convertText(attribute: PreparedAttribute, text: string): MappedValue {
  const { noText } = attribute.fit;
  return noText === undefined ? convertOne(attribute, text) : { kind: "unknown", reason: noText };
}

function severalValues(attribute: PreparedAttribute): MappedValue {
  return {
    kind: "failure",
    code: "several-values",
    reason: say`SchemaPropertyCanOnlyAcceptValue: '${own(attribute.label)}' takes one value, and its source has several. Item(…, 1) or Join(…) gives one.`,
  };
}

function convertOne(attribute: PreparedAttribute, text: string): MappedValue {
  if (attribute.fit.isText) return { kind: "value", value: text };
  const converted = convertValue(text, attribute.target?.definition);
  if (converted.ok) return { kind: "value", value: converted.value };
  const reason = say`'${own(attribute.label)}' cannot be written: ${converted.error.reason}`;
  return converted.error.kind === "undocumented"
    ? { kind: "unknown", reason: converted.error.reason }
    : { kind: "failure", code: "value-not-convertible", reason };
}

function convertAll(attribute: PreparedAttribute, values: readonly string[]): MappedValue {
  const definition = attribute.target?.definition;
  const converted = values.map((value) => convertOne(attribute, value));
  const failed = converted.find((mapped) => mapped.kind !== "value");
  if (failed !== undefined) return failed;
  const all = converted.flatMap((mapped) => (mapped.kind === "value" ? [mapped.value] : []));
  return { kind: "value", value: all.map((value) => asElement(value, definition)) };
}

/** A captured request shows the values of a multi-valued attribute as objects with `value` (attribute mapping reference §8). */
function asElement(value: JsonValue, definition: AttributeDefinition | undefined): JsonValue {
  return definition?.type === "complex" ? { value } : value;
}
