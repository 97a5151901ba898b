import { lazy } from "#base/lazy";
import type { Mask, Rendering } from "#base/render-sentence";
import type { ExplainedObject } from "#plan/explanation";
import type { JsonValue, PlannedObject } from "#plan/plan";

/**
 * What a target says when it refuses something is its own text, and may repeat whom it was asked about. With a mask, whatever looks like an
 * address, whatever it quotes, and every value that is known of the object at hand is replaced there too.
 */
export function scrubber(mask: Mask): Mask {
  return (text) =>
    text
      .replace(address, (found) => mask(decoded(found)))
      .replace(quotation, (_, mark: string, quoted: string) => `${mark}${quoted.startsWith("~") ? quoted : mask(quoted)}${mark}`);
}

const address = /[^\s"'<>()[\],;:=]+(?:@|%40)[^\s"'<>()[\],;:=]*[^\s"'<>()[\],;:=.]/giu;
const quotation = /(["'`])((?:(?!\1)[^\\]|\\.)+)\1/gsu;

/** The same rendering for what is said about one object: its values are not repeated in texts of the target either. */
export function about(values: () => readonly JsonValue[], rendering: Rendering): Rendering {
  const { mask, scrub } = rendering;
  if (mask === undefined || scrub === undefined) return rendering;
  const known = lazy(() => knownTexts(values()));
  return { ...rendering, scrub: (text) => scrub(known().reduce((rest, value) => without(value, rest, mask), text)) };
}

/** What a plan says of one object's person. */
export function valuesOf({ source, target, changes, steps }: PlannedObject): readonly JsonValue[] {
  const details = steps.flatMap((step) => step.details.map(({ value }) => value ?? null));
  return [source.id, source.name, target?.id ?? null, ...changes.flatMap((change) => [change.old, change.new]), ...details];
}

/** What an explanation says of one object's person. */
export function explainedValuesOf({ source, target, attributes }: ExplainedObject): readonly JsonValue[] {
  const values = attributes.flatMap(({ sources, trace, result, old }) => [
    ...sources.map(({ value }) => value),
    ...trace.map(({ value }) => value),
    result.value,
    old,
  ]);
  return [source.id, source.name, target?.id ?? null, ...values];
}

/** Shorter ones would tear words apart, and say nothing of anybody. */
const SHORTEST = 3;

/** Longest first, so that no part of a value is left over from a shorter one. */
function knownTexts(values: readonly JsonValue[]): readonly string[] {
  const texts = new Set<string>();
  for (const value of values) collect(value, texts);
  return [...texts].filter((text) => text.length >= SHORTEST).sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

function collect(value: JsonValue, texts: Set<string>): void {
  if (typeof value === "string") texts.add(value);
  else if (typeof value === "object" && value !== null) for (const member of Object.values(value)) collect(member, texts);
}

function without(value: string, text: string, mask: Mask): string {
  const spellings = [...new Set([value, encodeURIComponent(value.toWellFormed()), JSON.stringify(value).slice(1, -1)])];
  return spellings.reduce((rest, spelling) => replaceAnyCase(rest, spelling, mask(value)), text);
}

function replaceAnyCase(text: string, part: string, by: string): string {
  return text.replace(new RegExp(part.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "gi"), () => by);
}

/** A percent sign that encodes nothing stays what it is. */
function decoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => {
    const values = bytes.match(/[0-9a-f]{2}/gi) ?? [];
    return new TextDecoder().decode(Uint8Array.from(values, (byte) => parseInt(byte, 16)));
  });
}
