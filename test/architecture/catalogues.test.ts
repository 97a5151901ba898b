import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { patternsOf, sources } from "#test/source-texts";

const patterns = new Set(sources.flatMap(patternsOf).map(({ text }) => text));

test.each(["ko", "zh-tw"])("the catalogue %s has no key that no source has, and every translation has the places of its key", (locale) => {
  const translations = JSON.parse(readFileSync(`l10n/bundle.l10n.${locale}.json`, "utf8")) as Record<string, string>;
  expect(Object.keys(translations).filter((key) => !patterns.has(key))).toEqual([]);
  for (const [pattern, translation] of Object.entries(translations)) expect(placesOf(translation), pattern).toEqual(placesOf(pattern));
});

test("no pattern sets a value as code by itself: the surface does, longer than the value's own back-ticks", () => {
  expect([...patterns].filter((pattern) => /`[^`]*\{\d+\}[^`]*`/.test(pattern))).toEqual([]);
});

test("no pattern is cut out of a sentence: none begins or ends with a space, apart from lines that are set in", () => {
  expect([...patterns].filter((pattern) => / $/.test(pattern) || /^ (?! )/.test(pattern))).toEqual([]);
});

/** `{0}` and how often it stands there; `{{0}` is a text. */
function placesOf(pattern: string): readonly string[] {
  return [...pattern.matchAll(/(?<!\{)\{\d+\}/g)].map(([place]) => place).sort();
}
