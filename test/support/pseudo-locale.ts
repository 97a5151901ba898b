import type { Catalogue } from "#base/render-sentence";
import { readsLikeProse } from "./source-texts.ts";

/** A language whose every word stands between `⟦` and `⟧`, so that what is not translated stands outside. */
export const pseudoCatalogue: Catalogue = (pattern) =>
  `⟦${pattern.replaceAll(/\{?\{\d+\}/g, (mark) => (mark.startsWith("{{") ? mark : `⟧${mark}⟦`))}⟧`;

/**
 * Words of ours that no translation reaches: what reads like prose outside the marks and stands in none of the texts that somebody put in.
 * Values may stand outside; they are names and data.
 */
export function untranslated(shown: string, given: readonly string[]): readonly string[] {
  const known = given.map(inOneLine).join("\n");
  const isKnown = (text: string): boolean => known.includes(inOneLine(text));
  // Values that somebody put in may stand in a row.
  return outside(shown).filter(
    (text) => !isKnown(text) && text.split(/^[+~-] |, | = | {2,}/).some((part) => readsLikeProse(part) && !isKnown(part)),
  );
}

/** What stands between the marks' outsides; a mark that a value brings along counts for nothing. */
function outside(shown: string): readonly string[] {
  return shown
    .replaceAll(/⟦[^⟦⟧]*⟧/g, "\u0000")
    .split(/[\u0000\n]+/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** As a person compares it: without layout, quotes and escapes. */
function inOneLine(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\\(?=[^\w\s])/g, "")
    .replaceAll(/[\s"'()[\]{}.,:;]+/g, " ")
    .trim();
}
