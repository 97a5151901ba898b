import type { Description } from "#describe/block";
import type { TextRange } from "#base/text-range";
import type { DocumentSnapshot } from "#workspace/snapshot";
import type { Statement } from "#syntax/parse";

/** A part of a statement with something to say about it; undefined when nothing is known after all. */
export interface Piece {
  readonly range: TextRange;
  readonly describe: () => Description | undefined;
}

/** What the pieces of one statement are made from. */
export interface PieceScope {
  readonly snapshot: DocumentSnapshot;
  readonly statement: Statement;
}
