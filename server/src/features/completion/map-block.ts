import { resourceTypeOf } from "#model/connectors/connector";
import { say } from "#base/sentence";
import { Equals, wordOf } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { describeWord, wordsOf } from "#describe/keyword";
import { expressionItems } from "./expressions.ts";
import { itemAt, wordItems } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import { pathItems } from "./paths.ts";
import { scopingItems } from "./scoping.ts";
import type { Scope } from "./scope.ts";
import { siblings } from "./scope.ts";

/** In a map: a mapping, `actions` or a scoping filter. */
export function mapItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const equals = tokens.findIndex(({ tokenType }) => tokenType === Equals);
  if (equals >= 0) return expressionItems(tokens.slice(equals + 1), { kind: "mapping", target: targetOf(scope) }, scope);
  const word = wordOf(tokens[0]);
  if (word === "actions" && tokens.length >= 1) return actionItems(scope);
  if (word === "where") return scopingItems(tokens.slice(1), scope);
  if (word === "or" && wordOf(tokens[1]) === "where") return scopingItems(tokens.slice(2), scope);
  if (word === "or" && tokens.length === 1)
    return wordItems(scope.cursor, "keyword", say`another scoping filter`, ["where"], () => describeWord("keyword", "or where"));
  return tokens.length === 0 ? [...pathItems(tokens, scope), ...headItems(scope)] : pathItems(tokens, scope);
}

function targetOf({ snapshot, cursor }: Scope): string | undefined {
  return cursor.statement === undefined ? undefined : snapshot.binding().statements.get(cursor.statement.index)?.path?.canonical;
}

function headItems(scope: Scope): readonly CompletionItem[] {
  const { cursor } = scope;
  if (cursor.quotes !== "none" || /[:：]/.test(cursor.word.text)) return [];
  const kinds = new Set(siblings(scope).map(({ parsed }) => parsed.node.kind));
  const where = kinds.has("Where") ? "or where" : "where";
  const actions = itemAt(cursor, {
    label: "actions",
    kind: "block",
    detail: say`what may be done at the target`,
    insert: "actions ",
    documentation: () => describeWord("keyword", "actions"),
  });
  const filter = itemAt(cursor, {
    label: where,
    kind: "block",
    detail: say`scoping filter`,
    insert: `${where} "\${1:title}" $0`,
    snippet: true,
    documentation: () => describeWord("keyword", where),
  });
  return kinds.has("Actions") ? [filter] : [actions, filter];
}

function actionItems({ cursor, model, resourceType }: Scope): readonly CompletionItem[] {
  if (cursor.quotes !== "none") return [];
  const used = new Set([...cursor.before, ...cursor.after].map(wordOf));
  const allowed: readonly string[] = resourceTypeOf(model.connector, resourceType?.name ?? "")?.actions ?? wordsOf("action");
  const isFirst = cursor.before.length === 1;
  const words = wordsOf("action").filter((word) => !used.has(word) && (word === "none" ? isFirst : allowed.includes(word)));
  return wordItems(cursor, "keyword", say`action`, words, (word) => describeWord("action", word));
}
