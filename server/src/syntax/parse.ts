import { parseStatement, type ParsedStatement } from "./parse-statement.ts";
import { resplit, type LineChange, type StatementChange } from "./resplit.ts";
import { balanceOf } from "./blocks.ts";
import { splitStatements, type BraceProblem, type RawStatement } from "./statements.ts";
import { lexLine, type LexedLine } from "./tokens.ts";

/** A parsed statement in its document. Ranges in `parsed` count from the start of `firstLine`; `lines` are joined by one character. */
export interface Statement extends RawStatement {
  readonly index: number;
  readonly parsed: ParsedStatement;
}

/** A document as an array of lines and the statements they hold. Immutable; an edit makes a new one that shares what it did not touch. */
export interface DocumentTree {
  readonly lines: readonly string[];
  readonly lexed: readonly LexedLine[];
  readonly statements: readonly Statement[];
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
  return { lines, lexed, statements: statements.map((raw, index) => statementOf(raw, index, parseStatement(raw))), problems, balance };
}

/** Parses again after an edit. Statements that the edit cannot have changed are taken over; the result equals a fresh parse. */
export function reparse(previous: DocumentTree, lines: readonly string[]): DocumentTree {
  const change = changedLines(previous.lines, lines);
  const fresh = lines.slice(change.from, change.newTo).map(lexLine);
  const lexed = previous.lexed.slice(0, change.from).concat(fresh, previous.lexed.slice(change.oldTo));
  const balance = previous.balance - balanceOf(previous.lexed.slice(change.from, change.oldTo)) + balanceOf(fresh);
  const isBalanced = previous.balance === 0 && balance === 0 && previous.problems.length === 0;
  const replaced = isBalanced ? resplit(previous.statements, change, lines, lexed) : undefined;
  if (replaced !== undefined) return { lines, lexed, statements: replace(previous.statements, replaced, change), problems: [], balance };
  const { statements, problems } = splitStatements(lines, lexed, balance);
  return { lines, lexed, statements: takeOver(previous.statements, statements, change), problems, balance };
}

/** Written out, because spreading an object for each of thousands of statements costs more than parsing some of them. */
function statementOf(
  { firstLine, lastLine, tokens, block, kind, opener, end }: RawStatement,
  index: number,
  parsed: ParsedStatement,
): Statement {
  return { firstLine, lastLine, tokens, block, kind, opener, end, index, parsed };
}

function changedLines(old: readonly string[], now: readonly string[]): LineChange {
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from++;
  let same = 0;
  while (same < shorter - from && old[old.length - 1 - same] === now[now.length - 1 - same]) same++;
  return { from, oldTo: old.length - same, newTo: now.length - same };
}

/** Puts new statements in the place of old ones; those behind them move, or are the same objects where nothing about them moves. */
function replace(old: readonly Statement[], change: StatementChange, lines: LineChange): readonly Statement[] {
  const middle = change.statements.map((raw, at) => statementOf(raw, change.from + at, parseStatement(raw)));
  const by = change.from + middle.length - change.to;
  const down = lines.newTo - lines.oldTo;
  const stay = by === 0 && down === 0 && change.openersStay;
  const behind = old.slice(change.to);
  return old.slice(0, change.from).concat(middle, stay ? behind : behind.map((statement) => moved(statement, by, down, change.newOpener)));
}

function moved(statement: Statement, by: number, down: number, newOpener: StatementChange["newOpener"]): Statement {
  const { index, firstLine, lastLine, opener } = statement;
  return { ...statement, index: index + by, firstLine: firstLine + down, lastLine: lastLine + down, opener: newOpener(opener) };
}

/** Parses statements, except those whose lines, extent, block and kind are as they were. */
function takeOver(old: readonly Statement[], raw: readonly RawStatement[], { from, oldTo, newTo }: LineChange): readonly Statement[] {
  let at = 0;
  return raw.map((now, index): Statement => {
    const oldLine = now.firstLine < from ? now.firstLine : now.firstLine - newTo + oldTo;
    while (at < old.length && isBefore(old[at]!, oldLine, now.tokens[0]!.startOffset)) at++;
    const before = old[at];
    const isUntouched = now.lastLine < from || now.firstLine >= newTo;
    const same = isUntouched && before?.firstLine === oldLine && isSame(before, now);
    return statementOf(now, index, same ? before.parsed : parseStatement(now));
  });
}

function isBefore(statement: Statement, line: number, offset: number): boolean {
  return statement.firstLine < line || (statement.firstLine === line && statement.tokens[0]!.startOffset < offset);
}

function isSame(before: Statement, now: RawStatement): boolean {
  return (
    before.kind === now.kind &&
    before.block === now.block &&
    before.end === now.end &&
    before.lastLine - before.firstLine === now.lastLine - now.firstLine &&
    before.tokens.length === now.tokens.length &&
    before.tokens[0]!.startOffset === now.tokens[0]!.startOffset
  );
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
  for (let index = firstReaching(tree, position.line); index < tree.statements.length; index++) {
    const statement = tree.statements[index]!;
    if (statement.firstLine > position.line) break;
    const offset = offsetIn(tree, statement, position);
    if (statement.tokens[0]!.startOffset <= offset || best === undefined) best = statement;
  }
  return best;
}

/** Index of the first statement that ends in `line` or below: binary search, since statements stand in the order of their lines. */
function firstReaching(tree: DocumentTree, line: number): number {
  let low = 0;
  let high = tree.statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tree.statements[middle]!.lastLine < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
