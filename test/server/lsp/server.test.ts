import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, InlayHint, PublishDiagnosticsParams } from "vscode-languageserver";
import { liveValuesMethod, samplePersonMethod, targetFactsMethod } from "#protocol/messages";
import type { SamplePersonParams, TargetFacts } from "#protocol/messages";
import { Editor } from "#test/editor";

const uri = "untitled:Untitled-1";
const mapping = `map User -> User {
  userName  = [userPrincipalName]  match 1
  active    = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  activ     = [accountEnabled]
}
`;

let editor: Editor | undefined;

afterEach(async () => {
  expect(await editor?.stop()).toBe(0);
  editor = undefined;
});

async function open(text = mapping, of = uri, languageId = "scimmap"): Promise<Editor> {
  editor = new Editor();
  await editor.initialize();
  await editor.open(of, text, languageId);
  return editor;
}

const at =
  (version: number, of = uri) =>
  (params: PublishDiagnosticsParams): boolean =>
    params.uri === of && params.version === version;
const codes = ({ diagnostics }: PublishDiagnosticsParams): readonly unknown[] => diagnostics.map(({ code }) => code);

test("an untitled document gets its diagnostics, with places, severities and codes", async () => {
  const { diagnostics } = await (await open()).diagnostics(at(1));
  expect(diagnostics).toMatchObject([
    {
      code: "unknown-attribute",
      severity: 1,
      source: "scimmap",
      range: { start: { line: 3, character: 2 }, end: { line: 3, character: 7 } },
    },
  ]);
  expect(diagnostics[0]?.message).toContain("Did you mean 'active'?");
});

test("an edit of one character is followed by diagnostics of its version", async () => {
  const server = await open();
  await server.diagnostics(at(1));
  await server.change(uri, 2, [{ range: { start: { line: 3, character: 0 }, end: { line: 4, character: 0 } }, text: "" }]);
  expect(codes(await server.diagnostics(at(2)))).toEqual([]);
  await server.change(uri, 3, [{ text: "map User -> User {\n  nonsense = [mail]\n}\n" }]);
  expect(codes(await server.diagnostics(at(3)))).toContain("unknown-attribute");
});

test("changes that arrive together are answered once, for the last of them", async () => {
  const server = await open();
  await server.diagnostics(at(1));
  const typed = "title = [jobTitle]";
  const end = { line: 3, character: 0 };
  const changes = Array.from(typed, (text, index) => {
    const position = { ...end, character: index };
    return server.change(uri, index + 2, [{ range: { start: position, end: position }, text }]);
  });
  await Promise.all(changes);
  const last = typed.length + 1;
  await server.diagnostics(at(last));
  expect(server.published.filter(({ version }) => version === last)).toHaveLength(1);
  expect(server.published.map(({ version }) => version)).toEqual(
    [...new Set(server.published.map(({ version }) => version))].toSorted((a, b) => (a ?? 0) - (b ?? 0)),
  );
});

test("a closed document has no diagnostics", async () => {
  const server = await open();
  await server.diagnostics(at(1));
  await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  expect((await server.diagnostics(({ version }) => version === undefined)).diagnostics).toEqual([]);
});

test("hover answers with markdown and the range it is about", async () => {
  const server = await open();
  const found = await server.request<Hover>("textDocument/hover", { textDocument: { uri }, position: { line: 1, character: 4 } });
  expect(found).toMatchObject({
    contents: { kind: "markdown" },
    range: { start: { line: 1, character: 2 }, end: { line: 1, character: 10 } },
  });
  expect(await server.request("textDocument/hover", { textDocument: { uri }, position: { line: 1, character: 11 } })).toBeNull();
  expect(
    await server.request("textDocument/hover", { textDocument: { uri: "untitled:nobody" }, position: { line: 0, character: 0 } }),
  ).toBeNull();
});

test("completion names the range it replaces, and documentation comes item by item", async () => {
  const server = await open("map User -> User {\n  urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:dep\n}\n");
  const position = { line: 1, character: 64 };
  const items = await server.request<CompletionItem[]>("textDocument/completion", { textDocument: { uri }, position });
  const item = items.find(({ label }) => label.endsWith(":department"))!;
  expect(item).toMatchObject({
    textEdit: {
      newText: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
      range: { start: { line: 1, character: 2 }, end: position },
    },
  });
  expect(item.documentation).toBeUndefined();
  const resolved = await server.request<CompletionItem>("completionItem/resolve", item);
  expect(resolved.documentation).toMatchObject({ kind: "markdown" });
  expect(JSON.stringify(resolved.documentation)).toContain("Department within the organisation.");
  expect(items.map(({ sortText }) => sortText)).toEqual(items.map(({ sortText }) => sortText).toSorted());
});

test("positions count UTF-16 units, and one behind the end of its line counts as that end", async () => {
  const server = await open('map User -> User {\n  where "😀 é" depart\n}\n');
  const start = { line: 1, character: 15 };
  for (const character of [21, 400]) {
    const items = await server.request<CompletionItem[]>("textDocument/completion", {
      textDocument: { uri },
      position: { line: 1, character },
    });
    expect(items.find(({ label }) => label === "department")?.textEdit).toEqual({
      newText: "department",
      range: { start, end: { line: 1, character: 21 } },
    });
  }
});

test("the outline", async () => {
  const server = await open();
  const symbols = await server.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument: { uri } });
  expect(symbols.map(({ name, children }) => [name, children?.map((child) => child.name)])).toEqual([
    ["User → User", ["userName", "active", "activ"]],
  ]);
});

test("what a connection test learnt reaches documents that name its target", async () => {
  const server = await open(
    'provision "A" {\n  tenantUrl "https://example.com/scim"\n}\nmap User -> User {\n  userName = [mail] match 1\n  badge = [mail]\n}\n',
  );
  expect(codes(await server.diagnostics(at(1)))).toContain("unknown-attribute");
  server.published.length = 0;
  const facts: TargetFacts = {
    tenantUrl: "https://example.com/scim/",
    schemas: [
      {
        id: "urn:ietf:params:scim:schemas:core:2.0:User",
        name: "User",
        attributes: [{ name: "badge", type: "string", multiValued: false }],
      },
    ],
    resourceTypes: [],
    filterable: [],
  };
  await server.connection.sendNotification(targetFactsMethod, facts);
  expect(codes(await server.diagnostics(at(1)))).not.toContain("unknown-attribute");
});

test("diagnostic and hover agree on what a connection test learnt, and one type's facts leave the other's alone", async () => {
  const head = 'provision "A" {\n  connector webex\n  tenantUrl "https://example.com/scim"\n}\n';
  const maps = ["User", "Group"].map((type) => `map ${type} -> ${type} {\n  displayName = [displayName] match 1\n}\n`);
  const server = await open(head + maps.join(""));
  const wrong = ({ diagnostics }: PublishDiagnosticsParams): readonly number[] =>
    diagnostics.flatMap(({ code, range }) => (code === "match-not-filterable" ? [range.start.line] : []));
  const said = async (line: number): Promise<string> => {
    const found = await server.request<Hover>("textDocument/hover", { textDocument: { uri }, position: { line, character: 4 } });
    return /^- (Can|Cannot) be filtered by .*$/m.exec((found.contents as { value: string }).value)?.[0] ?? "nothing";
  };
  // Webex documents that it finds users by userName alone, and groups by displayName.
  expect(wrong(await server.diagnostics(at(1)))).toEqual([5]);
  expect(await said(5)).toBe("- Cannot be filtered by `displayName`, the documentation of Cisco Webex says, so it cannot match.");
  expect(await said(8)).toBe("- Can be filtered by `displayName`, the documentation of Cisco Webex says, so it can match.");
  server.published.length = 0;
  const filterable = [
    { resourceType: "User", path: "displayName", filterable: true },
    { resourceType: "Group", path: "displayName", filterable: false },
  ];
  const facts: TargetFacts = { tenantUrl: "https://example.com/scim", schemas: [], resourceTypes: [], filterable };
  await server.connection.sendNotification(targetFactsMethod, facts);
  expect(wrong(await server.diagnostics(at(1)))).toEqual([8]);
  expect(await said(5)).toBe("- Can be filtered by `displayName`, the connection test found, so it can match.");
  expect(await said(8)).toBe("- Cannot be filtered by `displayName`, the connection test found, so it cannot match.");
});

test("rules that the editor's settings switch off are never shown", async () => {
  editor = new Editor();
  let rules: object = { "unknown-attribute": "off" };
  editor.connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section: string; scopeUri: string }[] }) => {
    if (items[0]?.section !== "scimmap.rules") return [{}];
    expect(items).toEqual([{ section: "scimmap.rules", scopeUri: uri }]);
    return [rules];
  });
  await editor.initialize({ workspace: { configuration: true } });
  await editor.open(uri, mapping);
  expect(codes(await editor.diagnostics(at(1)))).toEqual([]);
  expect(editor.published).toHaveLength(1);
  rules = { "unknown-attribute": "hint" };
  await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  expect((await editor.diagnostics(({ diagnostics }) => diagnostics.length > 0)).diagnostics).toMatchObject([{ severity: 4 }]);
});

test("files that a mapping uses are read from disk, and again when one changes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "scimmap "));
  try {
    writeFileSync(join(folder, "names.scimmap"), "let login = [mail]\n");
    const document = pathToFileURL(join(folder, "main.scimmap")).href;
    const server = await open(
      'use "names.scimmap"\nmap User -> User {\n  userName = [login] match 1\n  active = [IsSoftDeleted]\n}\n',
      document,
    );
    expect(codes(await server.diagnostics(at(1, document)))).not.toContain("unknown-source-attribute");
    server.published.length = 0;
    writeFileSync(join(folder, "names.scimmap"), "let other = [mail]\n");
    await server.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
    expect(codes(await server.diagnostics(at(1, document)))).toContain("unknown-source-attribute");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a text of filters is checked, and has neither hover nor outline", async () => {
  const server = await open("userName eq\n", "file:///people.scimfilter", "scimfilter");
  expect((await server.diagnostics(at(1, "file:///people.scimfilter"))).diagnostics).toHaveLength(1);
  expect(await server.request("textDocument/documentSymbol", { textDocument: { uri: "file:///people.scimfilter" } })).toBeNull();
});

const ada: SamplePersonParams = {
  name: "Ada",
  type: "User",
  attributes: { userPrincipalName: "ada@contoso.com", accountEnabled: true },
};
const wholeText = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
const labels = async (server: Editor): Promise<readonly unknown[]> =>
  (await server.request<InlayHint[]>("textDocument/inlayHint", { textDocument: { uri }, range: wholeText })).map(({ label }) => label);

test("live values appear with a sample person, follow what is typed, and go with it", async () => {
  editor = new Editor();
  let asked = 0;
  let refreshed = (): void => undefined;
  editor.connection.onRequest("workspace/inlayHint/refresh", () => {
    asked++;
    refreshed();
    return null;
  });
  const { capabilities } = await editor.initialize({ workspace: { inlayHint: { refreshSupport: true } } });
  expect(capabilities.inlayHintProvider).toBe(true);
  await editor.open(uri, mapping);
  expect(await labels(editor)).toEqual([]);
  const refresh = new Promise<void>((resolve) => (refreshed = resolve));
  await editor.connection.sendNotification(samplePersonMethod, ada);
  await refresh;
  expect(await labels(editor)).toEqual(['= "ada@contoso.com"', "= true", '= "True"']);
  await editor.change(uri, 2, [{ range: { start: { line: 1, character: 15 }, end: { line: 1, character: 32 } }, text: "mail" }]);
  expect(await labels(editor)).toEqual(["no value", "= true", '= "True"']);
  await editor.connection.sendNotification(liveValuesMethod, { enabled: false });
  expect(await labels(editor)).toEqual([]);
  await editor.connection.sendNotification(liveValuesMethod, { enabled: true });
  expect(await labels(editor)).toHaveLength(3);
  await editor.connection.sendNotification(samplePersonMethod, null);
  expect(await labels(editor)).toEqual([]);
  expect(asked).toBe(4);
});

test("the setting scimmap.liveValues switches live values off", async () => {
  editor = new Editor();
  let enabled = false;
  let answered = (): void => undefined;
  editor.connection.onRequest("workspace/configuration", ({ items }: { items: readonly { section: string }[] }) => {
    const live = items[0]?.section === "scimmap.liveValues";
    if (live) setImmediate(answered);
    return [live ? enabled : {}];
  });
  const first = new Promise<void>((resolve) => (answered = resolve));
  await editor.initialize({ workspace: { configuration: true } });
  await editor.open(uri, mapping);
  await editor.connection.sendNotification(samplePersonMethod, ada);
  await first;
  expect(await labels(editor)).toEqual([]);
  enabled = true;
  const second = new Promise<void>((resolve) => (answered = resolve));
  await editor.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await second;
  expect(await labels(editor)).toHaveLength(3);
});

test("code actions: a fix names its finding, and a kind that is asked for leaves out the others", async () => {
  editor = new Editor();
  const server = editor;
  await server.initialize({ textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } });
  await server.open(uri, mapping.replace("[accountEnabled]", "Trim([accountEnabled])"));
  const { diagnostics } = await server.diagnostics(at(1));
  const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 4 } };
  const ask = (of: typeof range, only?: string[]): Promise<CodeAction[]> =>
    server.request("textDocument/codeAction", { textDocument: { uri }, range: of, context: { diagnostics, ...(only && { only }) } });
  const [fix, ...others] = await ask(range);
  expect(others).toEqual([]);
  expect(fix).toMatchObject({ title: "Change to active", kind: "quickfix", isPreferred: true, diagnostics });
  expect(fix?.edit).toBeUndefined();
  expect((await server.request<CodeAction>("codeAction/resolve", fix!)).edit).toEqual({
    documentChanges: [
      {
        textDocument: { uri, version: 1 },
        edits: [{ range: { start: { line: 3, character: 2 }, end: { line: 3, character: 7 } }, newText: "active" }],
      },
    ],
  });
  expect(await ask(range, ["refactor"])).toEqual([]);
  const call = { start: { line: 3, character: 17 }, end: { line: 3, character: 17 } };
  expect((await ask(call, ["refactor.extract"])).map(({ title }) => title)).toEqual(["Extract Trim(…) to a let"]);
  await server.connection.sendNotification(samplePersonMethod, ada);
  const [added] = await ask(range, ["refactor.rewrite"]);
  expect(added?.title).toBe("Add a test from the sample person (Ada)");
  expect(JSON.stringify(await server.request("codeAction/resolve", added!))).toContain('test \\"Ada\\" for User {');
  await server.change(uri, 2, [{ text: mapping }]);
  expect(await server.request("codeAction/resolve", fix!)).toEqual(fix);
});

test("a text of filters has fixes too", async () => {
  const server = await open("userName eq “ada”\n", "file:///people.scimfilter", "scimfilter");
  const range = { start: { line: 0, character: 14 }, end: { line: 0, character: 14 } };
  const actions = await server.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: "file:///people.scimfilter" },
    range,
    context: { diagnostics: [] },
  });
  // An editor that cannot ask for edits gets them at once.
  expect(actions.map(({ title }) => title)).toEqual(['Change to "ada"']);
  expect(JSON.stringify(actions[0]?.edit)).toContain(String.raw`"newText":"\"ada\""`);
});

test("live values are asked for again when a file that the mapping uses is edited", async () => {
  editor = new Editor();
  let refreshed = (): void => undefined;
  editor.connection.onRequest("workspace/inlayHint/refresh", () => {
    refreshed();
    return null;
  });
  const refresh = (): Promise<void> => new Promise((resolve) => (refreshed = resolve));
  await editor.initialize({ workspace: { inlayHint: { refreshSupport: true } } });
  const chosen = refresh();
  await editor.connection.sendNotification(samplePersonMethod, ada);
  await chosen;
  const used = "file:///names.scimmap";
  const user = "file:///main.scimmap";
  await editor.open(used, "let login = [userPrincipalName]\n");
  await editor.open(user, 'use "names.scimmap"\nmap User -> User {\n  userName = [login] match 1\n}\n');
  const ask = { textDocument: { uri: user }, range: wholeText };
  expect(await editor.request("textDocument/inlayHint", ask)).toMatchObject([{ label: '= "ada@contoso.com"' }]);
  const edited = refresh();
  await editor.change(used, 2, [{ text: 'let login = "everybody"\n' }]);
  await edited;
  expect(await editor.request("textDocument/inlayHint", ask)).toMatchObject([{ label: '= "everybody"' }]);
});
