import { withoutCredentials } from "./credentials.ts";
import { say } from "./sentence.ts";
import type { Excerpt, Joint, Part, Sentence, Showable, Value } from "./sentence.ts";
import { raw } from "./surfaces.ts";
import type { Surface } from "./surfaces.ts";

/** A pattern in another language; undefined where there is no translation, so that English stands there. */
export type Catalogue = (pattern: string) => string | undefined;

/** What stands in place of a personal text; the same text where it is nobody's. */
export type Mask = (value: string) => string;

/** Everything that is decided when a sentence is shown, and nowhere else. */
export interface Rendering {
  readonly surface: Surface;
  readonly catalogue?: Catalogue | undefined;
  readonly mask?: Mask | undefined;
}

/** A sentence as text for one surface, in one language, with values shown or masked. A fold over its parts; total. */
export function render(part: Part, rendering: Rendering): string {
  switch (part.kind) {
    case "value":
      return shownAs(part, rendering.surface)(showValue(part, rendering));
    case "joined":
      return renderJoined(
        part.parts.map((each) => render(each, rendering)),
        part.by,
        rendering,
      );
    case "excerpt":
      return renderExcerpt(part, rendering);
    case "sentence":
      return fill(
        rendering.catalogue?.(part.pattern) ?? part.pattern,
        part.parts.map((each) => render(each, rendering)),
        rendering.surface,
      );
  }
}

/** What is cut, or set as code, is a value to the surface, whatever it was made of. */
function renderExcerpt(excerpt: Excerpt, rendering: Rendering): string {
  const text = render(excerpt.part, { ...rendering, surface: raw });
  if (text.length <= excerpt.limit && excerpt.form === "text") return render(excerpt.part, rendering);
  return shownAs(excerpt, rendering.surface)(shorten(text, excerpt.limit));
}

/** Cuts a text between characters, not inside one. */
function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\uD800-\uDBFF]/.test(text[limit - 2] ?? "") ? limit - 2 : limit - 1;
  return `${text.slice(0, end)}…`;
}

function shownAs({ form }: Pick<Value, "form">, surface: Surface): (text: string) => string {
  return form === "code" && surface.code !== undefined ? surface.code : surface.value;
}

/** `{{0}` stands for the characters `{0}` of a text that has no parts. */
function fill(pattern: string, values: readonly string[], surface: Surface): string {
  let text = "";
  let from = 0;
  for (const mark of pattern.matchAll(/\{?\{(\d+)\}/g)) {
    text += surface.pattern(pattern.slice(from, mark.index));
    text += mark[0].startsWith("{{") ? surface.pattern(mark[0].slice(1)) : (values[Number(mark[1])] ?? "");
    from = mark.index + mark[0].length;
  }
  return text + surface.pattern(pattern.slice(from));
}

function renderJoined(texts: readonly string[], by: Joint, rendering: Rendering): string {
  const shown = texts.filter((text) => text !== "");
  if (by !== "or" && by !== "and" && by !== "then") return shown.join(by);
  const [first = "", ...more] = by === "then" || shown.length < 3 ? shown : [shown.slice(0, -1).join(", "), shown.at(-1) ?? ""];
  const { pattern } = joints[by];
  const between = rendering.catalogue?.(pattern) ?? pattern;
  return more.reduce((before, text) => fill(between, [before, text], rendering.surface), first);
}

const joints: Readonly<Record<"or" | "and" | "then", Sentence>> = {
  or: say`${0} or ${1}`,
  and: say`${0} and ${1}`,
  then: say`${0}, then ${1}`,
};

function showValue({ origin, value, form }: Value, { mask }: Rendering): string {
  const clean = origin === "foreign" ? mapTexts(value, withoutCredentials) : value;
  const shown = mask === undefined || origin !== "personal" ? clean : masked(clean, mask);
  return form !== "json" && typeof shown !== "object" ? String(shown) : JSON.stringify(shown);
}

/** Addresses come from mappings, arguments and services, and any of them may carry a secret, wherever they are repeated. */
function mapTexts(value: Showable, change: (text: string) => string): Showable {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return (value as readonly Showable[]).map((item) => mapTexts(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapTexts(member, change)]));
}

/** Texts and numbers are personal; Booleans and the names of members are not (provisioning page §1.9). */
function masked(value: Showable, mask: Mask): Showable {
  if (typeof value === "string" || typeof value === "number") return mask(String(value));
  if (Array.isArray(value)) return (value as readonly Showable[]).map((item) => masked(item, mask));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, masked(member, mask)]));
}

/** A sentence in English as it is, with nothing masked or made visible: for tests, and for what is compared and never shown. */
export function inEnglish(part: Part): string {
  return render(part, { surface: raw });
}
