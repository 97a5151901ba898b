import { expect, test } from "vitest";
import { say } from "#base/sentence";
import { fileUri } from "#test/extension";
import { openWindow } from "#test/vscode/window";
import type { WindowOptions } from "#test/vscode/window";
import { readWords } from "../../../client/src/words/read-words.ts";

const run = say`Run`;
const inEditor = { Run: "실행(VS Code)" };
const files = {
  "/extension/l10n/bundle.l10n.ko.json": '{ "Run": "실행" }',
  "/extension/l10n/bundle.l10n.zh-tw.json": '{ "Run": "執行" }',
};

async function read(options: WindowOptions) {
  const words = await readWords(fileUri(openWindow({ files, ...options }), "/extension"));
  return [words.locale, words.text(run)];
}

test("without a setting the window speaks the editor's language, by the catalogue that VS Code has read", async () => {
  expect(await read({ language: "ko", translations: inEditor })).toEqual(["ko", "실행(VS Code)"]);
  expect(await read({ language: "ko", translations: inEditor, settings: { "scimmap.locale": "auto" } })).toEqual(["ko", "실행(VS Code)"]);
});

test("the setting chooses another language, whose catalogue is read from the extension's folder", async () => {
  expect(await read({ language: "ko", translations: inEditor, settings: { "scimmap.locale": "zh-tw" } })).toEqual(["zh-tw", "執行"]);
  expect(await read({ language: "en", settings: { "scimmap.locale": "ko" } })).toEqual(["ko", "실행"]);
  expect(await read({ language: "ko", translations: inEditor, settings: { "scimmap.locale": "en" } })).toEqual(["en", "Run"]);
});

test("an editor in a relative of our language, or without a catalogue, reads it from the folder too", async () => {
  expect(await read({ language: "zh-hk", translations: { Run: "別" } })).toEqual(["zh-tw", "執行"]);
  expect(await read({ language: "ko" })).toEqual(["ko", "실행"]);
});

test("what we do not speak is English, and so is a package that lacks the catalogue or a setting that is no text", async () => {
  expect(await read({ language: "de" })).toEqual(["en", "Run"]);
  expect(await read({ settings: { "scimmap.locale": "ko" }, files: {} })).toEqual(["ko", "Run"]);
  expect(await read({ settings: { "scimmap.locale": 7 } })).toEqual(["en", "Run"]);
});

test("a pattern that is the name of a member of every object finds no translation", async () => {
  const words = await readWords(fileUri(openWindow({ files, settings: { "scimmap.locale": "ko" } }), "/extension"));
  expect(words.catalogue?.("constructor")).toBeUndefined();
});
