import { Dot, LeftBracket, Name, RightBracket, Uri } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { valueFilterItems } from "./filters.ts";
import type { CompletionItem } from "./item.ts";
import { resolveHead } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { subAttributeItems, targetItems } from "./targets.ts";

/** Within a target path, by the tokens of it that stand left of the position. */
export function pathItems(tokens: readonly Token[], scope: Scope): readonly CompletionItem[] {
  const head = tokens[0];
  if (head === undefined) return scope.cursor.quotes === "none" ? targetItems(scope) : [];
  if (head.tokenType !== Name && head.tokenType !== Uri) return [];
  const open = tokens.findLastIndex(({ tokenType }) => tokenType === LeftBracket);
  const close = tokens.findLastIndex(({ tokenType }) => tokenType === RightBracket);
  if (open > close) return valueFilterItems(tokens.slice(open + 1), resolveHead(head.image, scope).attribute, scope);
  return tokens.at(-1)?.tokenType === Dot ? subAttributeItems(resolveHead(head.image, scope).attribute, scope) : [];
}
