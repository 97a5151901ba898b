import { ChunkedList, Sequence } from "#base/chunked-list";
import type { BlockKind } from "./ast.ts";
import type { ParsedStatement } from "./parse-statement.ts";
import type { RawStatement } from "./statements.ts";

/** A block, however its head is written: it stays the same object while the statements in it stay in it. */
export interface Block {
  readonly kind: BlockKind;
}

/** The file itself. */
export const documentBlock: Block = { kind: "document" };

/** A statement wherever it stands. It stays the same object until its own text or its block changes, so what is known of it stays with it. */
export interface UnplacedStatement {
  readonly tokens: RawStatement["tokens"];
  readonly block: BlockKind;
  readonly kind: RawStatement["kind"];
  readonly end: RawStatement["end"];
  readonly parsed: ParsedStatement;
  /** How many lines lie between its first and its last. */
  readonly height: number;
  /** The block it stands in. */
  readonly within: Block;
  /** The block it opens. */
  readonly opens: Block | undefined;
}

/** A statement in its list. */
export interface Entry {
  /** Lines from where the statement before begins to where this one does; of the first, from the start of the document. */
  readonly gap: number;
  readonly statement: UnplacedStatement;
}

/** A parsed statement in its document. Ranges in `parsed` count from the start of `firstLine`; lines are joined by one character. */
export interface Statement extends Omit<RawStatement, "opener"> {
  readonly index: number;
  /** Index of the statement that opened the enclosing block; -1 at document level. */
  readonly opener: number;
  readonly parsed: ParsedStatement;
  readonly unplaced: UnplacedStatement;
}

/**
 * The statements of a document. They are kept without their positions, each with its distance from the one before it, so nothing behind an
 * edit is touched; where a statement stands is worked out when it is asked for.
 */
export class StatementList extends Sequence<Statement> {
  /** Each with its distance from the one before it. */
  readonly placed: ChunkedList<Entry>;
  readonly #openers = new Map<Block, number>([[documentBlock, -1]]);

  constructor(placed: ChunkedList<Entry>) {
    super();
    this.placed = placed;
  }

  static of(entries: readonly Entry[]): StatementList {
    return new StatementList(ChunkedList.of(entries, gapOf));
  }

  override get length(): number {
    return this.placed.length;
  }

  override at(index: number): Statement | undefined {
    const entry = this.placed.at(index);
    return entry === undefined ? undefined : new PlacedStatement(this, index, this.placed.weightThrough(index), entry.statement);
  }

  override *[Symbol.iterator](): Iterator<Statement> {
    let [index, line] = [0, 0];
    for (const { gap, statement } of this.placed) {
      line += gap;
      yield new PlacedStatement(this, index++, line, statement);
    }
  }

  /** The list with other entries in place of `count` of them. */
  replace(from: number, count: number, entries: readonly Entry[]): StatementList {
    return new StatementList(this.placed.replace(from, count, entries));
  }

  /** Index of the statement that opens a block; -1 for the document. The search goes up from `below`, mostly within one chunk. */
  openerOf(block: Block, below: number): number {
    const known = this.#openers.get(block);
    if (known !== undefined) return known;
    const opener = this.#search(block, below);
    this.#openers.set(block, opener);
    return opener;
  }

  /** Index of the first statement for which `isBehind` holds, in the order of the text: the one binary search over statements. */
  firstWhere(isBehind: (statement: Statement) => boolean): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const statement = this.at(middle);
      if (statement !== undefined && !isBehind(statement)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #search(block: Block, below: number): number {
    const { chunks } = this.placed;
    for (let chunk = this.placed.chunkOf(below); chunk >= 0; chunk--) {
      const at = chunks[chunk]?.items.findLastIndex(({ statement }) => statement.opens === block) ?? -1;
      if (at >= 0) return this.placed.startOf(chunk) + at;
    }
    return -1;
  }
}

function gapOf({ gap }: Entry): number {
  return gap;
}

class PlacedStatement implements Statement {
  readonly index: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly unplaced: UnplacedStatement;
  readonly #list: StatementList;

  constructor(list: StatementList, index: number, firstLine: number, unplaced: UnplacedStatement) {
    this.#list = list;
    this.index = index;
    this.firstLine = firstLine;
    this.lastLine = firstLine + unplaced.height;
    this.unplaced = unplaced;
  }

  get tokens(): Statement["tokens"] {
    return this.unplaced.tokens;
  }

  get block(): BlockKind {
    return this.unplaced.block;
  }

  get kind(): Statement["kind"] {
    return this.unplaced.kind;
  }

  get end(): Statement["end"] {
    return this.unplaced.end;
  }

  get parsed(): ParsedStatement {
    return this.unplaced.parsed;
  }

  get opener(): number {
    return this.#list.openerOf(this.unplaced.within, this.index);
  }
}
