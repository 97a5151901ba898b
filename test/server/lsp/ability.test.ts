import { afterEach, expect, test } from "vitest";
import type { ServerCapabilities } from "vscode-languageserver";
import { capabilitiesOf } from "#lsp/ability";
import type { Ability } from "#lsp/ability";
import { abilities } from "#lsp/server";
import { NearEditor, uri } from "#test/near-editor";

let editor: NearEditor | undefined;

afterEach(() => {
  editor?.close();
  editor = undefined;
});

const textDocument = { uri };
const position = { line: 0, character: 0 };
const range = { start: position, end: position };
const about = { textDocument, position, range };

/** Requests of LSP 3.17 that an editor sends only where it is announced, with what announces each. */
const requests: readonly (readonly [method: string, announced: (capabilities: ServerCapabilities) => unknown, params: object])[] = [
  ["textDocument/hover", (of) => of.hoverProvider, about],
  ["textDocument/completion", (of) => of.completionProvider, about],
  ["completionItem/resolve", (of) => of.completionProvider?.resolveProvider, { label: "a" }],
  ["textDocument/documentSymbol", (of) => of.documentSymbolProvider, about],
  ["textDocument/inlayHint", (of) => of.inlayHintProvider, about],
  ["inlayHint/resolve", (of) => isObject(of.inlayHintProvider) && of.inlayHintProvider["resolveProvider"], { position, label: "a" }],
  ["textDocument/codeAction", (of) => of.codeActionProvider, { ...about, context: { diagnostics: [] } }],
  [
    "codeAction/resolve",
    (of) => isObject(of.codeActionProvider) && of.codeActionProvider["resolveProvider"],
    { title: "a", data: { uri, version: 1, range } },
  ],
  ["textDocument/signatureHelp", (of) => of.signatureHelpProvider, about],
  ["textDocument/declaration", (of) => of.declarationProvider, about],
  ["textDocument/definition", (of) => of.definitionProvider, about],
  ["textDocument/typeDefinition", (of) => of.typeDefinitionProvider, about],
  ["textDocument/implementation", (of) => of.implementationProvider, about],
  ["textDocument/references", (of) => of.referencesProvider, { ...about, context: { includeDeclaration: true } }],
  ["textDocument/documentHighlight", (of) => of.documentHighlightProvider, about],
  ["textDocument/codeLens", (of) => of.codeLensProvider, about],
  ["textDocument/documentLink", (of) => of.documentLinkProvider, about],
  ["textDocument/documentColor", (of) => of.colorProvider, about],
  ["textDocument/formatting", (of) => of.documentFormattingProvider, about],
  ["textDocument/rangeFormatting", (of) => of.documentRangeFormattingProvider, about],
  ["textDocument/onTypeFormatting", (of) => of.documentOnTypeFormattingProvider, { ...about, ch: "a", options: {} }],
  ["textDocument/rename", (of) => of.renameProvider, { ...about, newName: "a" }],
  ["textDocument/foldingRange", (of) => of.foldingRangeProvider, about],
  ["textDocument/selectionRange", (of) => of.selectionRangeProvider, { textDocument, positions: [position] }],
  ["textDocument/semanticTokens/full", (of) => of.semanticTokensProvider, about],
  ["textDocument/linkedEditingRange", (of) => of.linkedEditingRangeProvider, about],
  ["textDocument/prepareCallHierarchy", (of) => of.callHierarchyProvider, about],
  ["textDocument/prepareTypeHierarchy", (of) => of.typeHierarchyProvider, about],
  ["textDocument/inlineValue", (of) => of.inlineValueProvider, { ...about, context: { frameId: 0, stoppedLocation: range } }],
  ["textDocument/moniker", (of) => of.monikerProvider, about],
  ["textDocument/diagnostic", (of) => of.diagnosticProvider, about],
  ["workspace/symbol", (of) => of.workspaceSymbolProvider, { query: "" }],
  ["workspace/executeCommand", (of) => of.executeCommandProvider, { command: "a" }],
];

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** Methods that a server with these abilities answers. */
async function answered(served: readonly Ability[]): Promise<readonly string[]> {
  editor?.close();
  const asking = (editor = new NearEditor({ served }));
  await asking.initialize();
  await asking.open("map User -> User {\n}\n");
  const methods: string[] = [];
  for (const [method, , params] of requests) {
    const found = await asking.request(method, params).then(
      () => true,
      (error: unknown) => !isObject(error) || error["code"] !== -32601,
    );
    if (found) methods.push(method);
  }
  return methods;
}

const announcedBy = (capabilities: ServerCapabilities): readonly string[] =>
  requests.flatMap(([method, announced]) => (Boolean(announced(capabilities)) ? [method] : []));

test("the server answers what it announces, and nothing that it does not", async () => {
  const { capabilities } = await (editor = new NearEditor()).initialize();
  expect(capabilities).toEqual(capabilitiesOf(abilities));
  expect(announcedBy(capabilities)).toEqual([
    "textDocument/hover",
    "textDocument/completion",
    "completionItem/resolve",
    "textDocument/documentSymbol",
    "textDocument/inlayHint",
    "textDocument/codeAction",
    "codeAction/resolve",
  ]);
  expect(await answered(abilities)).toEqual(announcedBy(capabilities));
});

test("each ability alone answers what it announces, and nothing else", async () => {
  for (const ability of abilities) expect(await answered([ability])).toEqual(announcedBy(ability.capabilities));
});

test("no two abilities announce the same, and together they announce all", () => {
  const members = abilities.flatMap(({ capabilities }) => Object.keys(capabilities));
  expect(new Set(members).size).toBe(members.length);
  expect(Object.keys(capabilitiesOf(abilities)).toSorted()).toEqual(["positionEncoding", ...members].toSorted());
});

test("a request for a document that is not open has no answer", async () => {
  editor = new NearEditor();
  await editor.initialize();
  for (const method of ["textDocument/hover", "textDocument/documentSymbol", "textDocument/codeAction"])
    expect(await editor.request(method, { ...about, context: { diagnostics: [] } })).toBeNull();
  for (const method of ["textDocument/completion", "textDocument/inlayHint"]) expect(await editor.request(method, about)).toEqual([]);
});
