import { inEnglish } from "#base/render-sentence";
import type { Part, Value } from "#base/sentence";

/** A structure with every sentence in it as English text, so that a test reads like what a person sees. */
export function english<T>(value: T): English<T> {
  return inText(value) as English<T>;
}

/** `T` with texts in place of sentences. */
export type English<T> = T extends Part
  ? string
  : T extends readonly (infer Item)[]
    ? readonly English<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]: English<T[Name]> }
      : T;

function inText(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inText);
  if (isPart(value)) return inEnglish(value);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inText(member)]));
}

function isPart(value: object): value is Part {
  const kind = (value as { readonly kind?: unknown }).kind;
  return (
    kind === "sentence" ||
    (kind === "value" && "origin" in value) ||
    (kind === "joined" && "by" in value) ||
    (kind === "excerpt" && "part" in value)
  );
}

/** Every value that stands somewhere in a sentence, with where it comes from. */
function valuesIn(part: Part): readonly Value[] {
  if (part.kind === "excerpt") return valuesIn(part.part);
  return part.kind === "value" ? [part] : part.parts.flatMap(valuesIn);
}

/** What a mask would replace in a sentence. */
export function personalIn(part: Part): readonly unknown[] {
  return valuesIn(part).flatMap(({ origin, value }) => (origin === "personal" ? [value] : []));
}
