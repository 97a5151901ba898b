import type { CharacterSet } from "./character-set.ts";

/*
 * .NET matches UTF-16 units and its `$` also stands before a final newline; the engine matches code points and its `$` can stand
 * before every newline or none. So every surrogate unit and every newline but the last is matched as a character of plane 15, which
 * no other text contains once its surrogates are replaced.
 */
const surrogates = 0xf0000;
const innerNewline = 0xf0800;

/** A text as the engine reads it. With `finalNewline` a `\n` that is not the last character becomes another character. */
export function encodeUnits(text: string, finalNewline: boolean): string {
  const encoded = /[\uD800-\uDFFF]/.test(text)
    ? text.replace(/[\uD800-\uDFFF]/g, (unit) => String.fromCodePoint(surrogates + unit.charCodeAt(0) - 0xd800))
    : text;
  return finalNewline ? encoded.replace(/\n(?=[^])/g, String.fromCodePoint(innerNewline)) : encoded;
}

/** The text that an encoded one stands for. */
export function decodeUnits(text: string): string {
  // The first half of a character of that part of plane 15.
  if (!/[\uDB80-\uDB82]/.test(text)) return text;
  return text.replace(/[\u{F0000}-\u{F0800}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === innerNewline ? "\n" : String.fromCharCode(code - surrogates + 0xd800);
  });
}

/** A set as a character class of the engine, over encoded texts. */
export function printSet(set: CharacterSet): string {
  const ranges = set.flatMap(([from, to]) => [
    printRange(from, Math.min(to, 0xd7ff)),
    printRange(Math.max(from, 0xd800) - 0xd800 + surrogates, Math.min(to, 0xdfff) - 0xd800 + surrogates),
    printRange(Math.max(from, 0xe000), to),
    from <= 0x0a && to >= 0x0a ? printRange(innerNewline, innerNewline) : "",
  ]);
  // An empty class is not written `[]`; this one contains nothing either.
  return set.length === 0 ? "[^\\x{0}-\\x{10FFFF}]" : `[${ranges.join("")}]`;
}

function printRange(from: number, to: number): string {
  if (from > to) return "";
  return from === to ? `\\x{${from.toString(16)}}` : `\\x{${from.toString(16)}}-\\x{${to.toString(16)}}`;
}
