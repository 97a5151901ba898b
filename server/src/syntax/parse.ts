import type { BlockKind } from "./ast.ts";
import { parseStatement, type ParsedStatement } from "./parse-statement.ts";
import { splitStatements, type BraceProblem, type RawStatement } from "./statements.ts";
import { lexLine, type LexedLine } from "./tokens.ts";

/** A parsed statement in its document. Ranges in `parsed` count from the start of `firstLine`; `lines` are joined by one character. */
export interface Statement {
  readonly index: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly block: BlockKind;
  /** Index of the statement that opens the enclosing block; -1 at the top of the document. */
  readonly opener: number;
  readonly tokens: RawStatement["tokens"];
  readonly parsed: ParsedStatement;
}

/** A document as an array of lines and the statements they hold. Immutable; an edit makes a new one that shares what it did not touch. */
export interface DocumentTree {
  readonly lines: readonly string[];
  readonly lexed: readonly LexedLine[];
  readonly statements: readonly Statement[];
  /** Braces too few or too many. */
  readonly problems: readonly BraceProblem[];
  readonly cache: ParseCache;
}

/** What is known about a line or a statement alone, by its text. */
export interface ParseCache {
  readonly lines: ReadonlyMap<string, LexedLine>;
  readonly statements: ReadonlyMap<string, ParsedStatement>;
}

/** Splits a text at LF, CRLF or CR. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** Parses a whole text. Total: any characters give a tree. */
export function parse(text: string): DocumentTree {
  return parseLines(linesOf(text), { lines: new Map(), statements: new Map() });
}

/** Parses again after an edit. Lines and statements that stayed the same are taken over; the result equals a fresh parse. */
export function reparse(previous: DocumentTree, lines: readonly string[]): DocumentTree {
  return parseLines(lines, previous.cache);
}

function parseLines(lines: readonly string[], known: ParseCache): DocumentTree {
  const lineCache = new Map<string, LexedLine>();
  const statementCache = new Map<string, ParsedStatement>();
  const lex = (line: string): LexedLine => {
    let lexed = lineCache.get(line) ?? known.lines.get(line);
    lexed ??= lexLine(line);
    lineCache.set(line, lexed);
    return lexed;
  };
  const lexed = lines.map(lex);
  const { statements: raw, problems } = splitStatements(lines, lexed);
  const statements = raw.map((statement, index): Statement => {
    const key = cacheKey(statement, lines);
    const parsed = statementCache.get(key) ?? known.statements.get(key) ?? parseStatement(statement);
    statementCache.set(key, parsed);
    const { firstLine, lastLine, block, opener, tokens } = statement;
    return { index, firstLine, lastLine, block, opener, tokens, parsed };
  });
  return { lines, lexed, statements, problems, cache: { lines: lineCache, statements: statementCache } };
}

/** A statement's meaning depends on its text, where it starts in its line, its block and its kind; on nothing else. */
function cacheKey(statement: RawStatement, lines: readonly string[]): string {
  const text =
    statement.firstLine === statement.lastLine
      ? lines[statement.firstLine]!
      : lines.slice(statement.firstLine, statement.lastLine + 1).join("\n");
  const first = statement.tokens[0]!.startOffset;
  const count = statement.tokens.length;
  return `${statement.block} ${statement.kind} ${String(statement.lacksComma)} ${String(first)} ${String(count)} ${text}`;
}

export interface LinePosition {
  /** From 0. */
  readonly line: number;
  /** UTF-16 units from the start of the line, from 0. */
  readonly character: number;
}

/** Where an offset of a statement stands in its document. */
export function positionOf(tree: DocumentTree, statement: Statement, offset: number): LinePosition {
  let rest = Math.max(0, offset);
  let line = statement.firstLine;
  while (line < statement.lastLine && rest > tree.lines[line]!.length) {
    rest -= tree.lines[line]!.length + 1;
    line++;
  }
  return { line, character: Math.min(rest, tree.lines[line]!.length) };
}

/** The offset within a statement of a position of the document. */
export function offsetIn(tree: DocumentTree, statement: Statement, position: LinePosition): number {
  let offset = position.character;
  for (let line = statement.firstLine; line < position.line; line++) offset += tree.lines[line]!.length + 1;
  return offset;
}

/** The statement that a position stands in or right behind; the last one to start before it on its line. */
export function statementAt(tree: DocumentTree, position: LinePosition): Statement | undefined {
  let best: Statement | undefined;
  for (const statement of statementsFrom(tree, position.line)) {
    if (statement.firstLine > position.line) break;
    if (statement.lastLine < position.line) continue;
    const offset = offsetIn(tree, statement, position);
    if (statement.tokens[0]!.startOffset <= offset || best === undefined) best = statement;
  }
  return best;
}

/** Statements that may reach `line`: binary search, since statements stand in the order of their lines. */
function statementsFrom(tree: DocumentTree, line: number): readonly Statement[] {
  let low = 0;
  let high = tree.statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.statements[middle]!.lastLine < line) low = middle + 1;
    else high = middle;
  }
  return tree.statements.slice(low, low + 64);
}
