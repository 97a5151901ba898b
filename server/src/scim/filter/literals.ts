import type { IToken } from "chevrotain";
import type { TextRange } from "#base/text-range";
import type { LiteralNode, NameText } from "./ast.ts";
import { endOf, NumberText, Text } from "./tokens.ts";

/** Where a token stands. */
export function placeOf(token: IToken): TextRange {
  return { start: token.startOffset, end: endOf(token) };
}

/** A token as a name; undefined for one that recovery made up, which stands nowhere. */
export function nameText(token: IToken): NameText | undefined {
  if (token.isInsertedInRecovery === true) return undefined;
  return { text: token.image, range: placeOf(token) };
}

/** `quoted` texts keep their raw spelling here; the rule they stand in says how escapes read. */
export function literal(token: IToken): LiteralNode {
  const range = placeOf(token);
  const text = token.image;
  if (token.tokenType === Text) return { kind: "Literal", range, text, quoted: true, value: unescapeJson(text) };
  if (token.tokenType === NumberText) return { kind: "Literal", range, text, quoted: false, value: Number(text) + 0 };
  return { kind: "Literal", range, text, quoted: false, value: words.get(text) };
}

/** JSON's literals; unlike everything else in a filter they are case-sensitive (RFC 7644 §3.4.2.2, RFC 7159). */
const words: ReadonlyMap<string, true | false | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** The text between the quotes with JSON's escapes; a wrong escape stands for itself and is reported elsewhere. */
function unescapeJson(image: string): string {
  const inner = image.slice(1, isClosed(image) ? -1 : undefined);
  if (!inner.includes("\\")) return inner;
  return inner.replace(/\\(?:u([0-9A-Fa-f]{4})|(["\\/bfnrt]))/g, (_, code: string | undefined, short: string | undefined) =>
    code === undefined ? (shortEscapes[short ?? ""] ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A closing quote that is no escaped one. */
export function isClosed(image: string): boolean {
  if (image.length < 2) return false;
  const last = image.at(-1) ?? "";
  if (!(closers[image[0] ?? ""] ?? "").includes(last)) return false;
  let escapes = 0;
  while (image[image.length - 2 - escapes] === "\\") escapes++;
  return image.startsWith("'") || escapes % 2 === 0;
}

const closers: Readonly<Record<string, string>> = { '"': '"', "'": "'", "“": '“”"', "”": '“”"', "„": '“”"', "‘": "‘’'", "’": "‘’'" };
const shortEscapes: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };
