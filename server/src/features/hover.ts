import { covers } from "#base/text-range";
import type { TextRange } from "#base/text-range";
import { offsetIn, statementAt } from "#syntax/parse";
import type { LinePosition, Statement } from "#syntax/parse";
import type { Description } from "#describe/block";
import type { SamplePerson } from "#testing/sample-person";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { livePart } from "./hover/live.ts";
import { piecesOf } from "./hover/pieces.ts";

/** What is said of a part of a statement. */
export interface Hover {
  readonly statement: Statement;
  /** Offsets within the statement. */
  readonly range: TextRange;
  readonly description: Description;
}

/** What is known of the name, word or value under a position, or of the one that ends there; and what the sample person gets of it. */
export function hover(snapshot: DocumentSnapshot, position: LinePosition, person?: SamplePerson): Hover | undefined {
  const statement = statementAt(snapshot.tree, position);
  if (statement === undefined) return undefined;
  const offset = offsetIn(snapshot.tree, statement, position);
  const known = knownAt(snapshot, statement, offset);
  const live = person && livePart({ snapshot, statement }, offset, person);
  if (live === undefined || (known === undefined && live.whole)) return known;
  return { statement, range: known?.range ?? live.range, description: [...(known?.description ?? []), ...live.description] };
}

function knownAt(snapshot: DocumentSnapshot, statement: Statement, offset: number): Hover | undefined {
  const touching = [...piecesOf(snapshot, statement)].filter(({ range }) => covers(range, offset));
  const under = touching.filter(({ range }) => offset < range.end);
  for (const { range, describe } of under.length > 0 ? under : touching) {
    const description = describe();
    if (description !== undefined) return { statement, range, description };
  }
  return undefined;
}
