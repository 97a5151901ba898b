import { phrase } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { wordOf } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { describeWord } from "#describe/keyword";
import { itemAt } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import type { Scope } from "./scope.ts";
import { siblings } from "./scope.ts";

/** Behind the expression of a mapping: `match`, `default` and `on create`, each once, and what follows each of them. */
export function modifierItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  const last = tokens.length > 1 ? wordOf(tokens.at(-1)) : undefined;
  if (last === "match")
    return [itemAt(cursor, { label: String(nextPrecedence(scope)), kind: "value", detail: phrase("next free precedence") })];
  if (last === "default") return [];
  if (last === "on") return [itemAt(cursor, { label: "create", kind: "keyword", detail: phrase("only when the object is created") })];
  const used = new Set([...tokens.slice(1), ...cursor.after].map(wordOf));
  return modifiers(scope)
    .filter(({ word }) => !used.has(word))
    .map(({ word, label, insert, detail }) =>
      itemAt(cursor, { label, kind: "keyword", detail, insert, snippet: true, documentation: () => describeWord("keyword", word) }),
    );
}

interface Modifier {
  readonly word: string;
  readonly label: string;
  readonly insert: string;
  readonly detail: Sentence;
}

function modifiers(scope: Scope): readonly Modifier[] {
  const precedence = nextPrecedence(scope);
  return [
    { word: "match", label: `match ${precedence}`, insert: `match \${1:${precedence}}`, detail: phrase("find existing accounts by it") },
    { word: "default", label: "default", insert: 'default "$1"', detail: phrase("when there is no value") },
    { word: "on", label: "on create", insert: "on create", detail: phrase("only when the object is created") },
  ];
}

/** One more than the highest that other mappings of the map have. */
function nextPrecedence(scope: Scope): number {
  const taken = siblings(scope).flatMap(({ parsed: { node } }) => {
    if (node.kind !== "AttributeMapping") return [];
    return node.modifiers.flatMap((modifier) => (modifier.kind === "Match" ? [Number(modifier.precedence?.text ?? 1)] : []));
  });
  return Math.max(0, ...taken.filter(Number.isInteger)) + 1;
}
