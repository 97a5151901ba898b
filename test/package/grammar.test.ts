import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { expect, test } from "vitest";
import { INITIAL, parseRawGrammar, Registry, type IGrammar } from "vscode-textmate";

const require = createRequire(import.meta.url);
const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
const files: Record<string, string> = {
  "source.scimmap": "scimmap",
  "source.scimfilter": "scimfilter",
  "source.scimmap-preview": "scimmap-preview",
};

const registry = new Registry({
  onigLib: loadWASM(wasm).then(() => ({ createOnigScanner, createOnigString })),
  loadGrammar(scopeName) {
    const file = new URL(`../../syntaxes/${files[scopeName]}.tmLanguage.json`, import.meta.url);
    return Promise.resolve(parseRawGrammar(readFileSync(file, "utf8"), file.pathname));
  },
});

const example = readFileSync(new URL("../../examples/grouptalk.scimmap", import.meta.url), "utf8");
const mapping = await grammarOf("source.scimmap");
const filter = await grammarOf("source.scimfilter");
const preview = await grammarOf("source.scimmap-preview");

test("a declaration's head, its name and its string are told apart", () => {
  checkScopes(mapping, 'provision "GroupTalk" {', ["provision: keyword.control.declaration", '"GroupTalk": string.quoted.double']);
  checkScopes(mapping, "let fullName = [givenName]", [
    "let: keyword.control.declaration",
    "fullName: variable.other.constant",
    "=: keyword.operator.assignment",
    "[givenName]: variable.other.readwrite",
  ]);
  checkScopes(mapping, "map User -> User disabled {", [
    "map: keyword.control.declaration",
    "User: entity.name.type",
    "->: keyword.operator.arrow",
    "User: entity.name.type",
    "disabled: storage.modifier",
  ]);
});

test("a mapping shows target, value filter, call, empty argument and modifiers", () => {
  checkScopes(mapping, '  emails[type eq "work"].value  = Coalesce([mail], , "x")  match 2 default "y" on create', [
    "emails: variable.other.property",
    "eq: keyword.operator.word",
    '"work": string.quoted.double',
    "value: variable.other.property",
    "=: keyword.operator.assignment",
    "Coalesce: entity.name.function",
    "[mail]: variable.other.readwrite",
    ",: punctuation.separator",
    ",: punctuation.separator",
    '"x": string.quoted.double',
    "match: storage.modifier",
    "2: constant.numeric",
    "default: storage.modifier",
    '"y": string.quoted.double',
    "on: storage.modifier",
    "create: support.constant.action",
  ]);
});

test("a head word that is used as an attribute is coloured as an attribute", () => {
  checkScopes(mapping, "  match = [map]  match 1", [
    "match: variable.other.property",
    "=: keyword.operator.assignment",
    "[map]: variable.other.readwrite",
    "match: storage.modifier",
    "1: constant.numeric",
  ]);
  checkScopes(mapping, "  source = [mail]", [
    "source: variable.other.property",
    "=: keyword.operator.assignment",
    "[mail]: variable.other.readwrite",
  ]);
});

test("a scoping filter's operators stand out whatever their case", () => {
  checkScopes(mapping, '  or where  "Pilot"  not (extensionAttribute1 EQ "pilot") and mail pr', [
    "or: keyword.control",
    "where: keyword.control",
    '"Pilot": string.quoted.double',
    "not: keyword.operator.word",
    "EQ: keyword.operator.word",
    '"pilot": string.quoted.double',
    "and: keyword.operator.word",
    "pr: keyword.operator.word",
  ]);
});

test("an alias, a URN target and a comment keep their own colours", () => {
  checkScopes(mapping, "  gt:label1 = [department] // note", [
    "gt: entity.name.namespace",
    ":: punctuation.separator.namespace",
    "label1: variable.other.property",
    "=: keyword.operator.assignment",
    "[department]: variable.other.readwrite",
    "// note: comment.line.double-slash",
  ]);
  checkScopes(mapping, "  urn:ietf:params:scim:schemas:core:2.0:User:userName = [mail]", [
    "urn:ietf:params:scim:schemas:core:2.0:User:userName: entity.name.namespace",
    "=: keyword.operator.assignment",
    "[mail]: variable.other.readwrite",
  ]);
});

test("an unclosed string ends with its line", () => {
  const broken = mapping.tokenizeLine('  displayName = Join(" ', INITIAL);
  const next = mapping.tokenizeLine("  userName = [mail]", broken.ruleStack);
  expect(next.tokens.filter((token) => token.scopes.some((scope) => scope.startsWith("string")))).toEqual([]);
});

test("a filter file colours operators and leaves attributes alone", () => {
  checkScopes(filter, 'emails[type eq "work" and value co "@"] and not (active eq false)', [
    "emails: variable.other.property",
    "type: variable.other.property",
    "eq: keyword.operator.word",
    '"work": string.quoted.double',
    "and: keyword.operator.word",
    "value: variable.other.property",
    "co: keyword.operator.word",
    '"@": string.quoted.double',
    "and: keyword.operator.word",
    "not: keyword.operator.word",
    "active: variable.other.property",
    "eq: keyword.operator.word",
    "false: constant.language",
  ]);
});

test("a preview shows actions, steps, changes and requests", () => {
  checkScopes(preview, 'create User "김민준": No account at the target matches.', [
    "create: keyword.control.action",
    '"김민준": string.quoted.double',
  ]);
  checkScopes(preview, "      9 create   no-match", ["9: constant.numeric", "create: keyword.control.action"]);
  checkScopes(preview, "  matching            warning  No User at the target matches.", [
    "matching: support.type.step",
    "warning: markup.deleted.status",
  ]);
  checkScopes(preview, '    ~ emails[type eq "work"].value  "a@contoso.com" → unknown: assigned later', [
    "~: keyword.operator.change",
    'emails[type eq "work"].value: entity.name.tag.attribute',
    '"a@contoso.com": string.quoted.double',
    "unknown: keyword.control.unknown",
  ]);
  checkScopes(preview, "PATCH /Users/2819c223", ["PATCH: keyword.other.request", "/Users/2819c223: string.unquoted.path"]);
});

test("every word of the GroupTalk example has a colour, except its source attributes in filters", () => {
  const plain = wordsWithoutScope(mapping, example);
  expect([...plain].sort()).toEqual(["department", "extensionAttribute1", "type"]);
});

async function grammarOf(scopeName: string): Promise<IGrammar> {
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`There is no grammar ${scopeName}.`);
  return grammar;
}

/** Compares the coloured stretches of one line, each as `text: scope`; neighbours of one colour count as one. */
function checkScopes(grammar: IGrammar, line: string, expected: readonly string[]): void {
  const stretches: { text: string; scope: string }[] = [];
  for (const { text, scope } of coloured(grammar, line)) {
    const last = stretches.at(-1);
    if (last?.scope === scope && scope !== "punctuation.separator") last.text += text;
    else stretches.push({ text, scope });
  }
  const shown = stretches.filter(({ scope }) => scope !== "" && scope !== "punctuation.accessor");
  expect(shown.map(({ text, scope }) => `${text.trim()}: ${scope}`)).toEqual(expected);
}

function coloured(grammar: IGrammar, line: string): { text: string; scope: string }[] {
  return grammar.tokenizeLine(line, INITIAL).tokens.map((token) => {
    const text = line.slice(token.startIndex, token.endIndex);
    const specific = token.scopes.slice(1).filter((scope) => !scope.startsWith("punctuation.definition"));
    // The brackets of `[mail]` count with the name they hold.
    const scope = token.scopes.at(-1)?.startsWith("punctuation.definition.variable") ? "variable.other.readwrite" : (specific[0] ?? "");
    return { text, scope: scope.replace(/\.scim(?:map|filter|map-preview)$/, "") };
  });
}

function wordsWithoutScope(grammar: IGrammar, text: string): Set<string> {
  const words = new Set<string>();
  let state = INITIAL;
  for (const line of text.split("\n")) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      if (token.scopes.length > 1) continue;
      for (const [word] of line.slice(token.startIndex, token.endIndex).matchAll(/\w+/g)) words.add(word);
    }
  }
  return words;
}
