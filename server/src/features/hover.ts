import { covers } from "#base/text-range";
import type { TextRange } from "#base/text-range";
import { offsetIn, statementAt } from "#syntax/parse";
import type { LinePosition, Statement } from "#syntax/parse";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { piecesOf } from "./hover/pieces.ts";

export interface Hover {
  readonly statement: Statement;
  /** Offsets within the statement. */
  readonly range: TextRange;
  readonly markdown: string;
}

/** What is known of the name, word or value under a position, or of the one that ends there. */
export function hover(snapshot: DocumentSnapshot, position: LinePosition): Hover | undefined {
  const statement = statementAt(snapshot.tree, position);
  if (statement === undefined) return undefined;
  const offset = offsetIn(snapshot.tree, statement, position);
  const touching = [...piecesOf(snapshot, statement)].filter(({ range }) => covers(range, offset));
  const under = touching.filter(({ range }) => offset < range.end);
  for (const { range, markdown } of under.length > 0 ? under : touching) {
    const text = markdown();
    if (text !== undefined) return { statement, range, markdown: text };
  }
  return undefined;
}
