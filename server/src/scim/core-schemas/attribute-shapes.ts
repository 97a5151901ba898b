import type { Sentence } from "#base/sentence";
import type { Attribute } from "../schema.ts";

/** Characteristics that differ from what the shape states. */
export type Stated = Partial<Omit<Attribute, "name" | "type" | "description">>;

const singular = { multiValued: false, required: false, mutability: "readWrite", returned: "default" } as const;

/** A text attribute: the characteristics nearly every one of RFC 7643 §8.7.1 states. */
export function text(name: string, description: Sentence, stated: Stated = {}): Attribute {
  return { name, type: "string", ...singular, caseExact: false, uniqueness: "none", description, ...stated };
}

/** A Boolean: case and uniqueness mean nothing for it, and the RFC does not state them. */
export function flag(name: string, description: Sentence): Attribute {
  return { name, type: "boolean", ...singular, description };
}

/** A reference: its value is a URI and therefore case-exact (RFC 7643 §2.3.7, errata 6001 and 8472). */
export function link(name: string, description: Sentence, referenceTypes: readonly string[], stated: Stated = {}): Attribute {
  return { name, type: "reference", ...singular, caseExact: true, uniqueness: "none", referenceTypes, description, ...stated };
}

/** A complex attribute with one value. */
export function complex(name: string, description: Sentence, subAttributes: readonly Attribute[], stated: Stated = {}): Attribute {
  return { name, type: "complex", ...singular, description, subAttributes, ...stated };
}

/** A complex attribute with any number of values. */
export function collection(name: string, description: Sentence, subAttributes: readonly Attribute[], stated: Stated = {}): Attribute {
  return complex(name, description, subAttributes, { multiValued: true, ...stated });
}
