import { ChunkedList } from "#base/chunked-list";
import { balanceOf } from "./blocks.ts";
import { parseStatement } from "./parse-statement.ts";
import type { ParsedStatement } from "./parse-statement.ts";
import { documentBlock, StatementList } from "./statement-list.ts";
import type { Block, Entry, Statement, UnplacedStatement } from "./statement-list.ts";
import { splitStatements, type BraceProblem, type RawStatement } from "./statements.ts";
import { lexLine, type LexedLine } from "./lex-line.ts";

export type { Statement } from "./statement-list.ts";

/** A document as an array of lines and the statements they hold. Immutable; an edit makes a new one that shares what it did not touch. */
export interface DocumentTree {
  readonly lines: ChunkedList<string>;
  readonly lexed: ChunkedList<LexedLine>;
  readonly statements: StatementList;
  /** Braces too few or too many. */
  readonly problems: readonly BraceProblem[];
  /** Opening minus closing braces. */
  readonly balance: number;
}

/** Splits a text at LF, CRLF or CR. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Parses a whole text. Total: any characters give a tree. */
export function parse(text: string): DocumentTree {
  const lines = linesOf(text);
  const lexed = lines.map(lexLine);
  const balance = balanceOf(lexed);
  const { statements, problems } = splitStatements(lines, lexed, balance);
  const entries = entriesOf(statements, { index: 0, line: 0, blocks: new Map() }, () => undefined);
  return { lines: ChunkedList.of(lines), lexed: ChunkedList.of(lexed), statements: StatementList.of(entries), problems, balance };
}

/** Where entries begin: their index, the line that the gap of the first counts from, and blocks that are known by the index of their head. */
export interface EntryStart {
  readonly index: number;
  readonly line: number;
  readonly blocks: ReadonlyMap<number, Block>;
}

/** Parses statements, except those that `known` knows, and gives each its blocks. */
export function entriesOf(
  statements: readonly RawStatement[],
  { index, line, blocks }: EntryStart,
  known: (raw: RawStatement, at: number) => UnplacedStatement | undefined,
): readonly Entry[] {
  const opened = new Map(blocks);
  const kept = new Set(blocks.values());
  for (const { opener, block } of statements) if (opener >= 0 && !opened.has(opener)) opened.set(opener, { kind: block });
  let before = line;
  return statements.map((raw, at) => {
    const within = raw.opener < 0 ? documentBlock : (opened.get(raw.opener) ?? documentBlock);
    const gap = raw.firstLine - before;
    before = raw.firstLine;
    const old = known(raw, at);
    const opens = blocks.get(index + at) ?? sameBlock(old?.opens, opened.get(index + at), kept);
    if (opens !== undefined) opened.set(index + at, opens);
    if (old !== undefined && old.within === within && old.opens === opens) return { gap, statement: old };
    return { gap, statement: unplaced(raw, old?.parsed ?? parseStatement(raw), within, opens) };
  });
}

/** A head that is as it was opens the block that it opened, unless that one has another head by now. */
function sameBlock(before: Block | undefined, now: Block | undefined, taken: ReadonlySet<Block>): Block | undefined {
  return before !== undefined && before.kind === now?.kind && !taken.has(before) ? before : now;
}

function unplaced(raw: RawStatement, parsed: ParsedStatement, within: Block, opens: Block | undefined): UnplacedStatement {
  const { tokens, block, kind, end, firstLine, lastLine } = raw;
  return { tokens, block, kind, end, parsed, height: lastLine - firstLine, within, opens };
}

/** A place in a document, as editors count. */
export interface LinePosition {
  /** From 0. */
  readonly line: number;
  /** UTF-16 units from the start of the line, from 0. */
  readonly character: number;
}

/** Where an offset of a statement stands in its document. */
export function positionOf({ lines }: DocumentTree, { firstLine, lastLine }: Statement, offset: number): LinePosition {
  let rest = Math.max(0, offset);
  let line = firstLine;
  let text = lines.at(line) ?? "";
  while (line < lastLine && rest > text.length) {
    rest -= text.length + 1;
    text = lines.at(++line) ?? "";
  }
  return { line, character: Math.min(rest, text.length) };
}

/** The offset within a statement of a position of the document. */
export function offsetIn({ lines }: DocumentTree, { firstLine }: Statement, position: LinePosition): number {
  let offset = position.character;
  for (const text of lines.slice(firstLine, position.line)) offset += text.length + 1;
  return offset;
}

/** The statement that a position stands in or right behind; the last one to start before it on its line. */
export function statementAt(tree: DocumentTree, position: LinePosition): Statement | undefined {
  const { statements } = tree;
  let best: Statement | undefined;
  for (let index = statements.firstWhere(({ lastLine }) => lastLine >= position.line); index < statements.length; index++) {
    const statement = statements.at(index);
    if (statement === undefined || statement.firstLine > position.line) break;
    if (startOf(statement) <= offsetIn(tree, statement, position) || best === undefined) best = statement;
  }
  return best;
}

/** Where a statement begins in its first line. */
export function startOf({ tokens }: Pick<RawStatement, "tokens">): number {
  return tokens[0]?.startOffset ?? 0;
}
