/**
 * What a person reads, before anybody has decided in which language, for which surface and with which values shown. Every such text is
 * one of these until a host renders it (`render-sentence.ts`), so a mask cannot forget a place and nothing foreign can draw on a terminal.
 */
export interface Sentence {
  readonly kind: "sentence";
  /** English, with `{0}`, `{1}` … for the parts: the key of its translations. */
  readonly pattern: string;
  readonly parts: readonly Part[];
}

/** Something that stands in a sentence. */
export type Part = Value | Joined | Excerpt | Sentence;

/**
 * Who wrote a value: `own`, our words and the names of the mapping; `foreign`, a target, a file or the network; `personal`, something a
 * record or a target says of a person.
 */
export type Origin = "own" | "foreign" | "personal";

/** A value that is not translated. */
export interface Value {
  readonly kind: "value";
  readonly origin: Origin;
  readonly value: Showable;
  /** `text` as it is; `json` as JSON writes it, so that a text has quotes around it and a list brackets; `code` set as code in Markdown. */
  readonly form: "text" | "json" | "code";
}

/** JSON, as far as a sentence shows it. */
export type Showable = null | boolean | number | string | readonly Showable[] | { readonly [name: string]: Showable };

/** Several parts in a row. */
export interface Joined {
  readonly kind: "joined";
  readonly parts: readonly Part[];
  readonly by: Joint;
}

/** A part of which at most so many characters are shown; `code` sets all of it as code, our own words in it included. */
export interface Excerpt {
  readonly kind: "excerpt";
  readonly part: Part;
  readonly limit: number;
  readonly form: "text" | "code";
}

/** What stands between parts in a row. Words are translated: `or` and `and` stand in front of the last only, `then` in front of each. */
export type Joint = " " | ", " | "; " | "\n" | "\n\n" | "" | "or" | "and" | "then";

/**
 * Builds a sentence: say`'${own(name)}' has no value.` A plain text is no part on purpose: whoever writes a sentence says where each of its
 * values comes from. Numbers are our own.
 */
export function say(strings: TemplateStringsArray, ...parts: readonly (Part | number)[]): Sentence {
  const pattern = strings.reduce((before, text, index) => `${before}{${String(index - 1)}}${text}`);
  return { kind: "sentence", pattern, parts: parts.map((part) => (typeof part === "number" ? own(part) : part)) };
}

/** A sentence, title or name of a table of ours, such as what a function is for; the table's own test sees to its translation. */
export function phrase(text: string): Sentence {
  return { kind: "sentence", pattern: text.replace(/\{\d+\}/g, (mark) => `${mark[0] ?? ""}${mark}`), parts: [] };
}

/** Our own words that no language changes, and names that stand in the mapping. */
export function own(value: Showable): Value {
  return { kind: "value", origin: "own", value, form: "text" };
}

/** What a target, a file or the network says. */
export function foreign(value: Showable): Value {
  return { kind: "value", origin: "foreign", value, form: "text" };
}

/** What a record or a target says of a person. */
export function personal(value: Showable): Value {
  return { kind: "value", origin: "personal", value, form: "text" };
}

/** A value as JSON writes it: a text in double quotes. */
export function asJson(value: Value): Value {
  return { ...value, form: "json" };
}

/** Set as code where the surface can. */
export function asCode<Coded extends Value | Excerpt>(part: Coded): Coded {
  return { ...part, form: "code" };
}

/** The beginning of a part, where a long one would push away what stands beside it. It is cut where it is shown, as people read it. */
export function excerpt(part: Part, limit: number): Excerpt {
  return { kind: "excerpt", part, limit, form: "text" };
}

/** Parts in a row: sentences of a paragraph, names of a list. */
export function joined(parts: readonly Part[], by: Joint): Joined {
  return { kind: "joined", parts, by };
}

/** Names of the mapping or of ours, with commas. */
export function names(texts: readonly string[], by: Joint = ", "): Joined {
  return joined(texts.map(own), by);
}

/** Nothing at all: for a hint that may be missing. */
export const nothing: Joined = { kind: "joined", parts: [], by: "" };

/** Parts as a sentence of their own, where a sentence is asked for. */
export function asSentence(part: Part): Sentence {
  return part.kind === "sentence" ? part : { kind: "sentence", pattern: "{0}", parts: [part] };
}

/** One pattern for one and another for several: languages differ in where a number changes a sentence. */
export function plural(count: number, one: Sentence, several: Sentence): Sentence {
  return count === 1 ? one : several;
}
