import { say } from "#base/sentence";
import { Dot, Text } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { booleanItems, connectiveItems, filterState, operatorItems } from "./filters.ts";
import { itemAt } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import type { Scope } from "./scope.ts";
import { knownAttributes, scopingNames } from "./sources.ts";

/** Behind `where`: its title, then a filter over source attributes. */
export function scopingItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  const filter = tokens[0]?.tokenType === Text ? tokens.slice(1) : tokens;
  if (cursor.quotes !== "none") return [];
  const { expects, name } = filterState(filter);
  switch (expects) {
    case "name":
      return nameItems(filter, scope);
    case "operator":
      return operatorItems(fitting(name, scope), true, scope);
    case "value":
      return typeOf(name, scope) === "Boolean"
        ? booleanItems(scope)
        : [itemAt(cursor, { label: '""', kind: "value", detail: say`text`, insert: '"$1"', snippet: true })];
    case "connective":
      return connectiveItems(scope);
  }
}

/** A name with dots is several tokens: all of them are replaced. */
function nameItems(filter: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const { word } = scope.cursor;
  const head = filter.at(-1)?.tokenType === Dot ? `${filter.at(-2)?.image ?? ""}.` : "";
  const range = { line: word.line, start: word.start - head.length, end: word.end };
  const names = scopingNames(scope).map(({ name, ...draft }) => itemAt(scope.cursor, { ...draft, label: name, range }));
  if (head !== "") return names;
  return [...names, itemAt(scope.cursor, { label: "not", kind: "operator", detail: say`negation`, insert: "not ($1)", snippet: true })];
}

/** What Entra's scoping filters can say (language page §3). */
function fitting(name: string | undefined, scope: Scope): readonly string[] {
  return typeOf(name, scope) === "Boolean" ? ["eq", "ne", "pr"] : ["eq", "ne", "co", "sw", "ew", "pr", "gt", "ge", "matches"];
}

function typeOf(name: string | undefined, scope: Scope): string | undefined {
  return knownAttributes(scope).find((attribute) => attribute.name.toLowerCase() === name?.toLowerCase())?.type;
}
