import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { sentencePatterns } from "#test/sentence-patterns";

/** The languages of our first users. */
const languages = ["ko", "zh-tw"];
const root = new URL("../../", import.meta.url);

test.each(languages)("every message of the extension has a translation in %s, and none is left over", (language) => {
  const translations = readJson(`l10n/bundle.l10n.${language}.json`);
  expect(Object.keys(translations).sort()).toEqual([...messages()].sort());
});

test.each(languages)("every title of the manifest has a translation in %s", (language) => {
  const wanted = [...readText("package.json").matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]);
  expect(Object.keys(readJson("package.nls.json")).sort()).toEqual([...new Set(wanted)].sort());
  expect(Object.keys(readJson(`package.nls.${language}.json`)).sort()).toEqual([...new Set(wanted)].sort());
});

test.each(languages)("translations in %s keep the places for values and the words of the language", (language) => {
  for (const [message, translation] of Object.entries(readJson(`l10n/bundle.l10n.${language}.json`))) {
    expect(marks(translation), message).toEqual(marks(message));
  }
});

/** The pattern of every sentence in the extension's sources. */
function messages(): Set<string> {
  const sources = readdirSync(new URL("client/src/", root), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const found = new Set(sources.flatMap((file) => sentencePatterns(readText(`client/src/${file}`))));
  expect(found.size).toBeGreaterThan(40);
  return found;
}

/** `{0}`, `'tenantUrl'`, `$(icon)`: what a translation may not change. */
function marks(text: string): string[] {
  return [...text.matchAll(/\{\d\}|'(?:tenantUrl|provision)'|\$\([\w-]+\)|\.scimmap/g)].map(([mark]) => mark).sort();
}

function readJson(file: string): Record<string, string> {
  return JSON.parse(readText(file)) as Record<string, string>;
}

function readText(file: string): string {
  return readFileSync(new URL(file, root), "utf8");
}
