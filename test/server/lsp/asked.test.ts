import { afterEach, beforeEach, expect, test } from "vitest";
import type { CodeAction, CompletionItem, Hover, InlayHint } from "vscode-languageserver";
import { samplePersonMethod } from "#protocol/messages";
import { NearEditor, uri } from "#test/near-editor";

let editor: NearEditor;

beforeEach(async () => {
  editor = new NearEditor();
  await editor.initialize();
});

afterEach(() => editor.close());

const textDocument = { uri };
const map = "map User -> User {\n  userName = [mail] match 1\n}";

test("a position behind the end of its line counts as that end", async () => {
  await editor.open(map);
  const at = (line: number, character: number) =>
    editor.request<Hover | null>("textDocument/hover", { textDocument, position: { line, character } });
  expect(await at(1, 900)).toEqual(await at(1, 27));
  expect((await at(1, 900))?.range).toEqual({ start: { line: 1, character: 20 }, end: { line: 1, character: 27 } });
});

test("a position behind the end of the text counts as that end, also for completion", async () => {
  await editor.open("map User -> User {\n  title = [jobTitle] ");
  const at = (line: number, character: number) =>
    editor.request<CompletionItem[]>("textDocument/completion", { textDocument, position: { line, character } });
  const [here, beyond] = [await at(1, 21), await at(77, 3)];
  expect(here.map(({ label }) => label)).toEqual(["match 1", "default", "on create"]);
  expect(beyond.map(({ label, textEdit }) => [label, textEdit])).toEqual(here.map(({ label, textEdit }) => [label, textEdit]));
});

test("a range that ends behind the text counts to its end, for live values and for code actions", async () => {
  await editor.open(map);
  await editor.notify(samplePersonMethod, { name: "Ada", type: "User", attributes: { mail: "ada@contoso.com" } });
  const beyond = { start: { line: 0, character: 0 }, end: { line: 900, character: 900 } };
  const hints = await editor.request<InlayHint[]>("textDocument/inlayHint", { textDocument, range: beyond });
  expect(hints.map(({ label, position }) => [label, position])).toEqual([['= "ada@contoso.com"', { line: 1, character: 27 }]]);
  const far = { line: 0, character: 900 };
  const actions = await editor.request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range: { start: far, end: far },
    context: { diagnostics: [] },
  });
  expect(actions.map(({ title }) => title)).toEqual(["Add a test from the sample person (Ada)"]);
});
