import { afterEach, expect, test } from "vitest";
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, InitializeParams, InlayHint } from "vscode-languageserver";
import { samplePersonMethod } from "#protocol/messages";
import { NearEditor, uri } from "#test/near-editor";
import { pseudoCatalogue, untranslated } from "#test/pseudo-locale";

let editor: NearEditor;

afterEach(() => editor.close());

const textDocument = { uri };
const text = `map User -> User disabled {
  userName = [userPrincipalName] match 1
  title = Trim([jobTitle])
}
`;
const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

async function opened(params: Partial<InitializeParams>): Promise<NearEditor> {
  editor = new NearEditor({ catalogue: (locale) => (locale === "ko" ? pseudoCatalogue : undefined) });
  await editor.initialize(params);
  await editor.open(text);
  return editor;
}

const hoverAt = async (line: number, character: number): Promise<string> => {
  const found = await editor.request<Hover>("textDocument/hover", { textDocument, position: { line, character } });
  return (found.contents as { readonly value: string }).value;
};

test.each<[string, Partial<InitializeParams>, boolean]>([
  ["English by itself", {}, false],
  ["the editor's own language", { locale: "ko" }, true],
  ["English for a language that has no translations", { locale: "fr" }, false],
  ["what the extension says rather than the editor", { locale: "fr", initializationOptions: { locale: "ko" } }, true],
  ["English if the extension says so", { locale: "ko", initializationOptions: { locale: "en" } }, false],
  ["the editor's, where the options are somebody else's", { locale: "ko", initializationOptions: null }, true],
])("the server speaks %s", async (_, params, translated) => {
  await opened(params);
  const shown = await hoverAt(0, 1);
  expect(shown).toContain(translated ? "⟦One object mapping" : "One object mapping");
  expect(shown.includes("⟦")).toBe(translated);
});

test("everything that an editor shows is in that language, names of the mapping aside", async () => {
  await opened({ locale: "ko" });
  await editor.notify(samplePersonMethod, { name: "Ada", type: "User", attributes: { userPrincipalName: "ada@contoso.com" } });
  const hovers = await Promise.all([
    hoverAt(0, 1),
    hoverAt(0, 5),
    hoverAt(0, 13),
    hoverAt(0, 20),
    hoverAt(1, 4),
    hoverAt(1, 16),
    hoverAt(1, 35),
  ]);
  const items = await editor.request<CompletionItem[]>("textDocument/completion", { textDocument, position: { line: 2, character: 26 } });
  const symbols = await editor.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
  const hints = await editor.request<InlayHint[]>("textDocument/inlayHint", { textDocument, range });
  const actions = await editor.request<CodeAction[]>("textDocument/codeAction", {
    textDocument,
    range: { start: { line: 2, character: 12 }, end: { line: 2, character: 12 } },
    context: { diagnostics: [] },
  });
  const tooltips = hints.map(({ tooltip }) => (tooltip as { readonly value: string }).value);
  const texts = [
    ...hovers,
    ...items.map(({ detail }) => detail ?? ""),
    ...symbols.map(({ detail }) => detail ?? ""),
    ...hints.map(({ label }) => label as string),
    ...tooltips,
    ...actions.map(({ title }) => title),
  ];
  expect(texts.length).toBeGreaterThan(15);
  expect(texts.flatMap((shown) => untranslated(shown.replaceAll(/[`*]/g, ""), ["Trim(value) : String", "userName string"]))).toEqual([]);
  expect(symbols[0]?.detail).toBe("⟦map, disabled⟧");
  expect(actions.map(({ title }) => title)).toContain("⟦Add a test from the sample person (⟧Ada⟦)⟧");
});
