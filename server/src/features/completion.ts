import type { LinePosition } from "#syntax/parse";
import { cursorsAt } from "#syntax/cursor";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { declarationItems } from "./completion/declarations.ts";
import { documentItems } from "./completion/document-heads.ts";
import type { CompletionItem } from "./completion/item.ts";
import { mapItems } from "./completion/map-block.ts";
import { scopeOf } from "./completion/scope.ts";
import type { Scope } from "./completion/scope.ts";
import { settingItems } from "./completion/settings.ts";
import { expectItems, givenItems, testItems } from "./completion/tests.ts";

export type { CompletionItem, CompletionKind } from "./completion/item.ts";

/** What can be written at a position, best first. `typed` is the character that made an editor ask by itself. */
export function completions(snapshot: DocumentSnapshot, position: LinePosition, typed?: string): readonly CompletionItem[] {
  const cursors = cursorsAt(snapshot.tree, position);
  // A space in front of a statement is indentation, and asks for nothing.
  const meant = typed === " " ? cursors.filter(({ before }) => before.length > 0) : cursors;
  return meant.flatMap((cursor) => itemsIn(scopeOf(snapshot, cursor)));
}

function itemsIn(scope: Scope): readonly CompletionItem[] {
  const { block, before } = scope.cursor;
  switch (block) {
    case "document":
      return documentItems(before, scope);
    case "provision":
    case "environment":
      return settingItems(before, scope);
    case "schema":
    case "source":
      return declarationItems(before, scope);
    case "map":
      return mapItems(before, scope);
    case "test":
      return testItems(before, scope);
    case "given":
      return givenItems(before, scope);
    case "expect":
      return expectItems(before, scope);
  }
}
