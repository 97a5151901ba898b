import { inEnglish } from "#base/render-sentence";
import type { ExpectedValue, TestValue } from "#model/mapping-model";
import { isList } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { AttributeDefinition, SchemaCatalog } from "#scim/schema-catalog";
import { convertValue } from "#provisioning/convert-value";
import { diffAttribute } from "#provisioning/diff-resource";
import { memberId } from "#provisioning/edits";
import type { Unchanged } from "#plan/unchanged";
import type { ProcessedAttribute } from "#provisioning/processing";
import { supposedAccount } from "./supposed-account.ts";

/** What flows to one attribute: null when nothing does. */
interface FlowingValue {
  readonly value: JsonValue;
  /** Why nothing flows, or why the value cannot be known. */
  readonly note: string;
  /** It cannot be known before the real run, so no expectation holds. */
  readonly unknown: boolean;
}

/** A listed value that is not what flows. */
export interface ValueDifference {
  readonly expected: JsonValue;
  readonly actual: JsonValue;
  readonly reason: string;
}

/** What flows to an attribute when the object is created, or to a managed account that differs in it. */
export function flowingValue(processed: ProcessedAttribute, creates: boolean, catalog: SchemaCatalog): FlowingValue {
  const { mapped, attribute } = processed;
  const leftOut = !creates && attribute.mapping.flowType === "ObjectAddOnly";
  if (mapped.kind === "reference" && !leftOut) {
    const ids = mapped.ids ?? [];
    return {
      value: simplify(attribute.reference?.multiValued === true ? ids : (ids[0] ?? null)),
      note: "has no value, so nothing flows",
      unknown: false,
    };
  }
  const prior = creates ? undefined : supposedAccount([processed], undefined);
  const diff = diffAttribute(processed, prior, { catalog, compliant: true, detailed: false });
  switch (diff.kind) {
    case "edit":
      return { value: simplify(diff.edit.value), note: "", unknown: false };
    case "open":
      return { value: null, note: inEnglish(diff.change.unknown), unknown: true };
    case "same":
      return { value: null, note: notes[diff.why], unknown: false };
  }
}

const notes: Readonly<Record<Unchanged, string>> = {
  "in-sync": "",
  "default-in-sync": "default",
  "created-only": "flows only when the object is created",
  "no-value": "has no value, so nothing flows",
  "attribute-ignored": "is ignored (IgnoreAttributeFlow)",
  "default-on-create-only": "has no value, and the default counts on create only",
  "left-alone": "is left alone",
  "never-returned": "is never returned by the target, so it cannot be compared",
  "further-values-stay": "further values at the target stay",
  "further-roles-stay": "further roles at the target stay",
  elsewhere: "",
};

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
  const actual = flowing?.value ?? null;
  if (flowing?.unknown !== true && JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(actual))) return undefined;
  return { expected: wanted, actual, reason: reasonOf(expected, processed, flowing, definition) };
}

function reasonOf(
  { attribute, value }: ExpectedValue,
  processed: ProcessedAttribute | undefined,
  flowing: FlowingValue | undefined,
  definition: AttributeDefinition | undefined,
): string {
  if (processed === undefined || flowing === undefined) return `No statement maps '${attribute}'.`;
  const { because } = processed.attribute;
  const where = `'${attribute}' in line ${because.line}`;
  if (flowing.unknown) return `What flows to ${where} is unknown: ${flowing.note}`;
  const unfit = typeof value === "string" ? convertValue(value, definition) : undefined;
  if (unfit?.ok === false) return `No such value can flow to ${where}. ${inEnglish(unfit.error.reason)}`;
  if (flowing.value === null) return `Nothing flows to ${where}: it ${flowing.note === "" ? "has no value" : flowing.note}.`;
  return value === null ? `A value flows to ${where}.` : `Another value flows to ${where}.`;
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
