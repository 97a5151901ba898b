import type { Result } from "#base/result";
import { failure, success } from "#base/result";
import type { AttributeDefinition } from "#scim/schema-catalog";
import type { JsonValue } from "#scim/resource";

export interface ConversionFailure {
  readonly kind: "not-convertible" | "undocumented";
  /** Whole sentence about the value, without the value itself. */
  readonly message: string;
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
          : notConvertible(definition, 'neither "True" nor "False"');
    case "integer":
      return /^-?\d+$/.test(text) ? success(Number(text)) : notConvertible(definition, "no whole number");
    case "decimal":
      return /^-?\d+(?:\.\d+)?$/.test(text) ? success(Number(text)) : notConvertible(definition, "no number");
    case "dateTime":
      if (dateTime.test(text)) return success(text);
      if (!entraDate.test(text)) return notConvertible(definition, "no date with time");
      return failure({
        kind: "undocumented",
        message: `How Entra ID writes its own form of a date to '${definition.qualifiedName}' is not documented. FormatDateTime(…) with "yyyy-MM-ddTHH:mm:ssZ" settles it.`,
      });
    case "string":
    case "reference":
    case "binary":
    case "complex":
    case undefined:
      return success(text);
  }
}

function notConvertible(definition: AttributeDefinition, what: string): Result<JsonValue, ConversionFailure> {
  return failure({
    kind: "not-convertible",
    message: `The value is ${what}, and '${definition.qualifiedName}' is of type ${definition.type ?? "string"}.`,
  });
}
