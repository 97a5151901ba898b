import { afterEach, beforeEach, expect, test } from "vitest";
import type { CodeAction, CompletionItem, DocumentSymbol, Hover, InlayHint } from "vscode-languageserver";
import { samplePersonMethod, targetFactsMethod } from "#protocol/messages";
import type { TargetFacts } from "#protocol/messages";
import { hostilePieces } from "#test/hostile-values";
import { NearEditor, uri } from "#test/near-editor";

let editor: NearEditor;

beforeEach(async () => {
  editor = new NearEditor();
  await editor.initialize({ capabilities: { textDocument: { codeAction: { resolveSupport: { properties: ["edit"] } } } } });
});

afterEach(() => editor.close());

const textDocument = { uri };
const tenantUrl = "https://example.com/scim";
const head = `provision "A" {\n  tenantUrl "${tenantUrl}"\n}\nmap User -> User {\n`;

/** What would move a cursor, hide or turn text round, wherever it is shown; a line break is part of Markdown. */
const acting =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/u;
/** Markup that a value could make; escapes and code between back-ticks are none. */
const markup = /(?<!\\)[<[]|!\[|:\/\/|(?<!\\)@/;

function shown(found: Hover | CompletionItem["documentation"]): string {
  const contents = typeof found === "object" && "contents" in found ? found.contents : found;
  return typeof contents === "object" && "value" in contents ? contents.value : "";
}

/** Without what is set as code: the fence is longer than what it holds. */
function prose(text: string): string {
  return text.replaceAll(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/gs, "");
}

test("what a target says of itself is only text in hovers and lists, whatever it is", async () => {
  for (const piece of hostilePieces) {
    const evil = `x${piece}y`;
    const attribute = { name: "badge", type: "string" as const, description: evil, canonicalValues: [evil] };
    const facts: TargetFacts = {
      tenantUrl,
      schemas: [{ id: "urn:example:X:2.0:User", name: evil, description: evil, attributes: [attribute] }],
      resourceTypes: [],
      filterable: [],
    };
    await editor.notify(targetFactsMethod, facts);
    await editor.open(`${head}  urn:example:X:2.0:User:badge = [mail]\n}\n`);
    const at = async (character: number): Promise<string> =>
      shown(await editor.request<Hover>("textDocument/hover", { textDocument, position: { line: 4, character } }));
    const items = await editor.request<CompletionItem[]>("textDocument/completion", { textDocument, position: { line: 4, character: 26 } });
    const item = items.find(({ label }) => label.endsWith(":badge"))!;
    const resolved = await editor.request<CompletionItem>("completionItem/resolve", item);
    for (const text of [await at(10), await at(28), shown(resolved.documentation)]) {
      expect(text).toContain("x");
      expect(text.replaceAll("\n", "")).not.toMatch(acting);
      expect(prose(text), piece).not.toMatch(markup);
    }
    for (const { label, detail = "" } of items) expect(label + detail).not.toMatch(acting);
    await editor.notify("textDocument/didClose", { textDocument });
  }
});

test("a person is only text in hovers, hints and titles, and stays who it is", async () => {
  await editor.open(`${head}  userName = [userPrincipalName] match 1\n}\n`);
  const range = { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } };
  for (const piece of hostilePieces) {
    await editor.notify(samplePersonMethod, { name: `Ada${piece}`, type: "User", attributes: { userPrincipalName: `a${piece}b` } });
    const position = range.start;
    const hover = shown(await editor.request<Hover>("textDocument/hover", { textDocument, position }));
    const [hint] = await editor.request<InlayHint[]>("textDocument/inlayHint", {
      textDocument,
      range: { ...range, end: { line: 5, character: 0 } },
    });
    const actions = await editor.request<CodeAction[]>("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
    const added = actions.find(({ title }) => title.startsWith("Add a test"))?.title ?? "";
    expect(hover).toContain("For Ada");
    for (const text of [hover, shown(hint?.tooltip), hint?.label as string, added]) expect(text.replaceAll("\n", "")).not.toMatch(acting);
    for (const text of [hover, shown(hint?.tooltip)]) expect(prose(text), piece).not.toMatch(markup);
  }
});

test("edits come for the person who was shown, and for nobody else", async () => {
  await editor.open(`${head}  userName = [userPrincipalName] match 1\n}\n`);
  const range = { start: { line: 4, character: 4 }, end: { line: 4, character: 4 } };
  const choose = (name: string) =>
    editor.notify(samplePersonMethod, { name, type: "User", attributes: { userPrincipalName: `${name}@contoso.com` } });
  await choose("Ada");
  const [added] = await editor.request<CodeAction[]>("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
  expect(JSON.stringify(await editor.request("codeAction/resolve", added!))).toContain("Ada@contoso.com");
  await choose("Grace");
  expect(await editor.request("codeAction/resolve", added!)).toEqual(added);
});

test("what is done is what was offered by that name, although other actions stand in its place by now", async () => {
  await editor.open(`${head}  nickName  = Join("", [givenName], [surname])\n}\n`);
  const range = { start: { line: 4, character: 14 }, end: { line: 4, character: 46 } };
  const ask = () => editor.request<CodeAction[]>("textDocument/codeAction", { textDocument, range, context: { diagnostics: [] } });
  await editor.notify(samplePersonMethod, { name: "Ada", type: "User", attributes: { givenName: "Ada" } });
  const before = await ask();
  expect(before.length).toBeGreaterThan(1);
  for (const [index, action] of before.entries()) {
    for (const other of before.filter((_, at) => at !== index)) {
      const mistaken = { ...other, data: action.data as unknown };
      expect(await editor.request("codeAction/resolve", mistaken)).toEqual(mistaken);
    }
    expect(await editor.request("codeAction/resolve", action)).toHaveProperty("edit");
  }
});

test("an action that is none of ours comes back as it was", async () => {
  await editor.open(`${head}}\n`);
  for (const data of [undefined, null, "x", {}, { uri, version: 1, range: {}, index: 0 }]) {
    const action = { title: "Somebody else's", ...(data === undefined ? {} : { data }) };
    expect(await editor.request("codeAction/resolve", action)).toEqual(action);
  }
});

test("documentation is that of the list that was answered last; an older item stays as it is", async () => {
  await editor.open(`${head}  title = To\n}\n`);
  const ask = () => editor.request<CompletionItem[]>("textDocument/completion", { textDocument, position: { line: 4, character: 12 } });
  const old = (await ask()).find(({ label }) => label === "ToLower")!;
  const now = (await ask()).find(({ label }) => label === "ToLower")!;
  expect(shown((await editor.request<CompletionItem>("completionItem/resolve", now)).documentation)).toContain(
    "Writes a text in lower case.",
  );
  expect(await editor.request("completionItem/resolve", old)).toEqual(old);
  expect(await editor.request("completionItem/resolve", { label: "somebody else's" })).toEqual({ label: "somebody else's" });
});

test("the outline names things as they are written, and what would hide is made visible", async () => {
  await editor.open('map User -> User {\n  where "a\u202eb" department pr\n  name.givenName = [givenName] default "x" on create\n}\n');
  const [map] = await editor.request<DocumentSymbol[]>("textDocument/documentSymbol", { textDocument });
  expect(map?.children?.map(({ name, detail }) => [name, detail])).toEqual([
    ["a\\u202eb", "where"],
    ["name.givenName", 'default "x" on create'],
  ]);
});
