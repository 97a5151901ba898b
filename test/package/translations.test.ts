import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { patternsOf, sources } from "#test/source-texts";

/** The languages of our first users. */
const languages = ["ko", "zh-tw"];
const root = new URL("../../", import.meta.url);

test.each(languages)("every message of the extension has a translation in %s", (language) => {
  const translations = readJson(`l10n/bundle.l10n.${language}.json`);
  const messages = sources.filter(({ fileName }) => fileName.startsWith("client/")).flatMap(patternsOf);
  expect(messages.length).toBeGreaterThan(40);
  expect(messages.filter(({ text }) => !(text in translations))).toEqual([]);
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
