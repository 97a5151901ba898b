import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { Comma, Dot, Equals, LeftBracket, Name, Uri, wordOf } from "#syntax/tokens";
import type { AttributeDefinition } from "#scim/schema-catalog";
import type { Token } from "#syntax/cursor";
import { describeWord, wordsOf } from "#describe/keyword";
import { booleanItems, literalItems } from "./filters.ts";
import { itemAt } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import { pathItems } from "./paths.ts";
import type { Scope } from "./scope.ts";
import { siblings } from "./scope.ts";
import { givenNames, knownAttributes } from "./sources.ts";

/** In a test: `given`, `expect`, and what may be expected. */
export function testItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  if (cursor.quotes !== "none") return [];
  if (tokens.length === 0) return headItems(scope);
  if (wordOf(tokens[0]) !== "expect" || tokens.length > 1) return [];
  return wordsOf("expectation").map((word) => {
    const withValues = word === "create" || word === "update";
    return itemAt(cursor, {
      label: word,
      kind: "keyword",
      detail: say`expectation`,
      documentation: () => describeWord("expectation", word),
      ...(withValues ? { insert: `${word} {\n  $0\n}`, snippet: true } : {}),
    });
  });
}

function headItems(scope: Scope): readonly CompletionItem[] {
  const kinds = new Set(siblings(scope).map(({ parsed }) => parsed.node.kind));
  const given = itemAt(scope.cursor, {
    label: "given",
    kind: "block",
    detail: say`the person's source attributes`,
    insert: "given {\n  $0\n}",
    snippet: true,
    documentation: () => describeWord("keyword", "given"),
  });
  const expect = itemAt(scope.cursor, {
    label: "expect",
    kind: "block",
    detail: say`what should happen`,
    insert: "expect ",
    documentation: () => describeWord("keyword", "expect"),
  });
  return [...(kinds.has("Given") ? [] : [given]), ...(kinds.has("Expect") ? [] : [expect])];
}

/** In `given`: source attributes that have no value yet, and their values. */
export function givenItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const { cursor, snapshot } = scope;
  if (cursor.quotes !== "none") return [];
  const equals = tokens.findIndex(({ tokenType }) => tokenType === Equals);
  if (equals < 0) return givenNameItems(tokens, scope);
  if (!wantsValue(tokens)) return [];
  const bound = cursor.statement === undefined ? undefined : snapshot.binding().statements.get(cursor.statement.index);
  const name = bound?.sourceNames[0]?.text.toLowerCase();
  const type = knownAttributes(scope).find((attribute) => attribute.name.toLowerCase() === name)?.type;
  return [...(type === "Boolean" ? booleanItems(scope) : [emptyText(scope)]), nullItem(scope, say`has no value`)];
}

/** In `expect create` and `expect update`: target paths and the values that fit. */
export function expectItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const { cursor, snapshot } = scope;
  if (!tokens.some(({ tokenType }) => tokenType === Equals)) return pathItems(tokens, scope);
  const path = cursor.statement === undefined ? undefined : snapshot.binding().statements.get(cursor.statement.index)?.path;
  const definition = path?.subName === undefined ? path?.attribute : path.subAttribute;
  if (cursor.quotes !== "none") return definition === undefined ? [] : literalItems(definition, scope);
  if (!wantsValue(tokens)) return [];
  return [...valueItems(definition, scope), nullItem(scope, say`nothing flows`)];
}

function valueItems(definition: AttributeDefinition | undefined, scope: Scope): readonly CompletionItem[] {
  const known = definition === undefined ? [] : literalItems(definition, scope);
  return known.length > 0 ? known : [emptyText(scope)];
}

function wantsValue(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1)?.tokenType;
  return last === Equals || last === LeftBracket || last === Comma;
}

/** A name with dots is several tokens: all of them are replaced. */
function givenNameItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  const { word } = cursor;
  const isDotted = tokens.length === 2 && tokens[0]?.tokenType === Name && tokens[1]?.tokenType === Dot;
  if ((tokens.length > 0 && !isDotted) || tokens[0]?.tokenType === Uri) return [];
  const start = word.start - tokens.reduce((length, { image }) => length + image.length, 0);
  const range = { line: word.line, start, end: word.end };
  const { statements } = scope.snapshot.binding();
  const used = new Set(
    siblings(scope).flatMap(({ index }) => statements.get(index)?.sourceNames.map(({ text }) => text.toLowerCase()) ?? []),
  );
  const names = givenNames(scope).filter(({ name }) => !used.has(name.toLowerCase()));
  const items = names.map(({ name, kind, detail, documentation }) => itemAt(cursor, { label: name, kind, detail, documentation, range }));
  return used.has("now")
    ? items
    : [
        ...items,
        itemAt(cursor, {
          label: "now",
          kind: "keyword",
          detail: say`sets the clock`,
          documentation: () => describeWord("keyword", "now"),
          range,
        }),
      ];
}

function emptyText({ cursor }: Scope): CompletionItem {
  return itemAt(cursor, { label: '""', kind: "value", detail: say`text`, insert: '"$1"', snippet: true });
}

function nullItem({ cursor }: Scope, detail: Sentence): CompletionItem {
  return itemAt(cursor, { label: "null", kind: "value", detail });
}
