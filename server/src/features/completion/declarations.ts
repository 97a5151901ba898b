import { say } from "#base/sentence";
import { Dot, LeftBracket, wordOf } from "#syntax/tokens";
import type { Token } from "#syntax/cursor";
import { attributeTypes } from "#model/declarations";
import { describeWord, wordsOf } from "#describe/keyword";
import { wordItems } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import type { Scope } from "./scope.ts";

/** In the body of `schema` and `source`: the type behind a name, then characteristics. */
export function declarationItems(tokens: readonly Token[], { cursor }: Scope): readonly CompletionItem[] {
  if (cursor.quotes !== "none" || tokens.length === 0 || tokens.at(-1)?.tokenType === Dot || tokens.at(-1)?.tokenType === LeftBracket)
    return [];
  const words = tokens.map(wordOf);
  if (!attributeTypes.some((type) => words.includes(type))) return wordItems(cursor, "type", say`type`, attributeTypes, () => undefined);
  const open = wordsOf("characteristic").filter((word) => !words.includes(word));
  return wordItems(cursor, "keyword", say`characteristic`, open, (word) => describeWord("characteristic", word));
}
