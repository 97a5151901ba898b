import { own, say } from "#base/sentence";
import type { Sentence, Value } from "#base/sentence";
import type { Result } from "#base/result";
import { failure, success } from "#base/result";
import type { AttributeDefinition } from "#scim/schema-catalog";
import type { JsonValue } from "#scim/resource";

/** Why a text does not fit the attribute that it is meant for. */
export interface ConversionFailure {
  readonly kind: "not-convertible" | "undocumented";
  /** About the value, without the value itself. */
  readonly reason: Sentence;
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;
const entraDate = /^(?:\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d [AP]M|\d{4}-\d\d-\d\d)$/;

/** An expression's text in the target attribute's data type (RFC 7643 §2.3). Without a known type it stays text. */
export function convertValue(text: string, definition: AttributeDefinition | undefined): Result<JsonValue, ConversionFailure> {
  switch (definition?.type) {
    case "boolean":
      return /^true$/i.test(text)
        ? success(true)
        : /^false$/i.test(text)
          ? success(false)
          : notConvertible(definition, (name, type) => say`The value is neither "True" nor "False", and '${name}' is of type ${type}.`);
    case "integer":
      return /^-?\d+$/.test(text)
        ? success(Number(text))
        : notConvertible(definition, (name, type) => say`The value is no whole number, and '${name}' is of type ${type}.`);
    case "decimal":
      return /^-?\d+(?:\.\d+)?$/.test(text)
        ? success(Number(text))
        : notConvertible(definition, (name, type) => say`The value is no number, and '${name}' is of type ${type}.`);
    case "dateTime":
      if (dateTime.test(text)) return success(text);
      if (!entraDate.test(text))
        return notConvertible(definition, (name, type) => say`The value is no date with time, and '${name}' is of type ${type}.`);
      return failure({
        kind: "undocumented",
        reason: say`How Entra ID writes its own form of a date to '${own(definition.qualifiedName)}' is not documented. FormatDateTime(…) with "yyyy-MM-ddTHH:mm:ssZ" settles it.`,
      });
    case "string":
    case "reference":
    case "binary":
    case "complex":
    case undefined:
      return success(text);
  }
}

function notConvertible(
  { qualifiedName, type }: AttributeDefinition,
  sentence: (name: Value, type: Value) => Sentence,
): Result<JsonValue, ConversionFailure> {
  return failure({ kind: "not-convertible", reason: sentence(own(qualifiedName), own(type ?? "string")) });
}
