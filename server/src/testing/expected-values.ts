import { own, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { ExpectedValue, TestValue } from "#model/mapping-model";
import { isList } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { AttributeDefinition, SchemaCatalog } from "#scim/schema-catalog";
import { convertValue } from "#provisioning/convert-value";
import { diffAttribute } from "#provisioning/diff-resource";
import { memberId } from "#provisioning/edits";
import type { Unchanged } from "#plan/unchanged";
import type { ProcessedAttribute } from "#provisioning/processing";
import type { ValueDifferenceCode } from "#plan/test-report";
import { supposedAccount } from "./supposed-account.ts";

/** What flows to one attribute. */
export type Flowing =
  | { readonly kind: "value"; readonly value: JsonValue }
  | { readonly kind: "nothing"; readonly why: Unchanged }
  /** It cannot be known before the real run, so no expectation holds. */
  | { readonly kind: "unknown"; readonly because: Sentence };

/** A listed value that is not what flows. */
export interface ValueDifference {
  readonly expected: JsonValue;
  readonly actual: JsonValue;
  readonly code: ValueDifferenceCode;
  readonly reason: Sentence;
}

/** What flows to an attribute when the object is created, or to a managed account that differs in it. */
export function flowingValue(processed: ProcessedAttribute, creates: boolean, catalog: SchemaCatalog): Flowing {
  const { mapped, attribute } = processed;
  const leftOut = !creates && attribute.mapping.flowType === "ObjectAddOnly";
  if (mapped.kind === "reference" && !leftOut) {
    const ids = mapped.ids ?? [];
    return valueOrNothing(simplify(attribute.reference?.multiValued === true ? ids : (ids[0] ?? null)), "no-value");
  }
  const prior = creates ? undefined : supposedAccount([processed], undefined);
  const diff = diffAttribute(processed, prior, { catalog, compliant: true, detailed: false });
  switch (diff.kind) {
    case "edit":
      return valueOrNothing(simplify(diff.edit.value), "elsewhere");
    case "open":
      return { kind: "unknown", because: diff.change.unknown };
    case "same":
      return { kind: "nothing", why: diff.why };
  }
}

function valueOrNothing(value: JsonValue, why: Unchanged): Flowing {
  return value === null ? { kind: "nothing", why } : { kind: "value", value };
}

/** Compares a listed value with what flows, both in the target's type; undefined when they are equal. */
export function compareExpected(
  expected: ExpectedValue,
  processed: ProcessedAttribute | undefined,
  creates: boolean,
  catalog: SchemaCatalog,
): ValueDifference | undefined {
  const definition = processed?.attribute.target?.definition;
  const wanted = simplify(toTargetType(expected.value, definition));
  const flowing = processed === undefined ? undefined : flowingValue(processed, creates, catalog);
  const actual = flowing?.kind === "value" ? flowing.value : null;
  if (flowing?.kind !== "unknown" && JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(actual))) return undefined;
  return { expected: wanted, actual, ...differenceOf(expected, processed, flowing, definition) };
}

function differenceOf(
  { attribute, value }: ExpectedValue,
  processed: ProcessedAttribute | undefined,
  flowing: Flowing | undefined,
  definition: AttributeDefinition | undefined,
): Pick<ValueDifference, "code" | "reason"> {
  const name = own(attribute);
  if (processed === undefined || flowing === undefined) return { code: "not-mapped", reason: say`No statement maps '${name}'.` };
  const { line } = processed.attribute.because;
  if (flowing.kind === "unknown")
    return { code: "unknown-value", reason: say`What flows to '${name}' in line ${line} is unknown: ${flowing.because}` };
  const unfit = typeof value === "string" ? convertValue(value, definition) : undefined;
  if (unfit?.ok === false)
    return { code: "value-does-not-fit", reason: say`No such value can flow to '${name}' in line ${line}. ${unfit.error.reason}` };
  if (flowing.kind === "nothing") return { code: "nothing-flows", reason: nothingFlows(name, line, flowing.why) };
  return value === null
    ? { code: "value-flows", reason: say`A value flows to '${name}' in line ${line}.` }
    : { code: "another-value", reason: say`Another value flows to '${name}' in line ${line}.` };
}

function nothingFlows(name: Part, line: number, why: Unchanged): Sentence {
  switch (why) {
    case "created-only":
      return say`Nothing flows to '${name}' in line ${line}: it flows only when the object is created.`;
    case "no-value":
      return say`Nothing flows to '${name}' in line ${line}: it has no value.`;
    case "attribute-ignored":
      return say`Nothing flows to '${name}' in line ${line}: it is ignored (IgnoreAttributeFlow).`;
    case "default-on-create-only":
      return say`Nothing flows to '${name}' in line ${line}: it has no value, and the default counts on create only.`;
    case "left-alone":
      return say`Nothing flows to '${name}' in line ${line}: it is left alone.`;
    case "never-returned":
      return say`Nothing flows to '${name}' in line ${line}: the target never returns it, so it cannot be compared.`;
    case "in-sync":
    case "default-in-sync":
    case "further-values-stay":
    case "further-roles-stay":
    case "elsewhere":
      return say`Nothing flows to '${name}' in line ${line}: it has no value.`;
  }
}

/** A written value as the target gets it: Entra's text for it, converted like any other. */
function toTargetType(value: TestValue, definition: AttributeDefinition | undefined): JsonValue {
  if (value === null) return null;
  if (Array.isArray(value)) return (value as readonly TestValue[]).map((item) => toTargetType(item, definition));
  const text = typeof value === "boolean" ? (value ? "True" : "False") : String(value);
  const converted = convertValue(text, definition);
  return converted.ok ? converted.value : text;
}

/** Elements by their `value`, as tests write them; a list of one is its element, an empty list flows nothing. */
function simplify(value: JsonValue): JsonValue {
  if (!isList(value)) return memberId(value);
  const items = value.map(memberId);
  return items.length > 1 ? items : (items[0] ?? null);
}

/** Values of a multi-valued attribute have no order (RFC 7643 §2.4). */
function sorted(value: JsonValue): JsonValue {
  return isList(value) ? value.map((item) => JSON.stringify(item)).sort() : value;
}
