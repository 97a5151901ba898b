import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

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

/** Every text given to `l10n.t` in the extension's sources. */
function messages(): Set<string> {
  const found = new Set<string>();
  for (const file of readdirSync(new URL("client/src/", root), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const text = readText(`client/src/${file}`);
    const calls = [...text.matchAll(/l10n\.t\(\s*("(?:[^"\\]|\\.)*")/g)];
    // A message that is put together could not be translated.
    expect(calls.length, file).toBe([...text.matchAll(/l10n\.t\(/g)].length);
    for (const call of calls) found.add(JSON.parse(call[1]!) as string);
  }
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
