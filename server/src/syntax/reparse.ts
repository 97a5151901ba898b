import { changedSpan } from "#base/changed-span";
import { balanceOf } from "./blocks.ts";
import { entriesOf, startOf, type DocumentTree } from "./parse.ts";
import { resplit, type LineChange, type StatementChange } from "./resplit.ts";
import type { Statement, UnplacedStatement } from "./statement-list.ts";
import { StatementList } from "./statement-list.ts";
import { splitStatements, type RawStatement } from "./statements.ts";
import { lexLine } from "./lex-line.ts";

/**
 * A document between edits that belong together. Lines are replaced at once; statements are read again as soon as the braces are balanced,
 * and at the end, so that a thousand edits do not search a whole document for a brace a thousand times.
 */
export class TreeEditor {
  #tree: DocumentTree;
  /** Lines of the tree that became other lines since its statements were read. */
  #pending: LineChange | undefined;

  constructor(tree: DocumentTree) {
    this.#tree = tree;
  }

  get lines(): DocumentTree["lines"] {
    return this.#tree.lines;
  }

  /** Puts lines in the place of those from `from` to `to`, which is exclusive. */
  replace(from: number, to: number, lines: readonly string[]): void {
    const before = this.#tree;
    const lexed = lines.map(lexLine);
    const balance = before.balance - balanceOf(before.lexed.slice(from, to)) + balanceOf(lexed);
    const wasBalanced = this.#pending === undefined && isBalanced(before);
    this.#pending = together(this.#pending, { from, oldTo: to, newTo: from + lines.length });
    this.#tree = {
      ...before,
      lines: before.lines.replace(from, to - from, lines),
      lexed: before.lexed.replace(from, to - from, lexed),
      balance,
    };
    if (wasBalanced && balance === 0) this.#settle(resplit(before.statements, this.#pending, this.#tree.lines, this.#tree.lexed));
  }

  /** Makes these all its lines, where nobody says which of them are others than before. */
  become(lines: readonly string[]): void {
    const { from, oldTo, newTo } = changedSpan([...this.lines], lines);
    if (from < oldTo || from < newTo) this.replace(from, oldTo, lines.slice(from, newTo));
  }

  /** The tree after all edits. It equals a fresh parse of its lines. */
  finish(): DocumentTree {
    if (this.#pending !== undefined) this.#settle(undefined);
    return this.#tree;
  }

  /** Reads the statements again that a change replaced; all of them where that cannot be said. */
  #settle(change: StatementChange | undefined): void {
    const [tree, lines] = [this.#tree, this.#pending];
    if (lines === undefined) return;
    this.#pending = undefined;
    if (change === undefined) this.#tree = splitAgain(tree, lines);
    else this.#tree = { ...tree, statements: replaceStatements(tree.statements, change, lines), problems: [] };
  }
}

/** Parses again after an edit that is known only by its outcome. Statements that it cannot have changed are taken over. */
export function reparse(previous: DocumentTree, lines: readonly string[]): DocumentTree {
  const editor = new TreeEditor(previous);
  editor.become(lines);
  return editor.finish();
}

/** Two changes, one after the other, as one. */
function together(first: LineChange | undefined, next: LineChange): LineChange {
  if (first === undefined) return next;
  const end = Math.max(first.newTo, next.oldTo);
  return { from: Math.min(first.from, next.from), oldTo: first.oldTo + end - first.newTo, newTo: end + next.newTo - next.oldTo };
}

function isBalanced({ balance, problems }: DocumentTree): boolean {
  return balance === 0 && problems.length === 0;
}

/** Puts new statements in the place of old ones. Of those behind them, the first gets another distance; the rest is not touched. */
function replaceStatements(old: StatementList, change: StatementChange, lines: LineChange): StatementList {
  const { from, to, statements, blocks } = change;
  const line = old.at(from - 1)?.firstLine ?? 0;
  const entries = entriesOf(statements, { index: from, line, blocks }, (raw, at) => untouched(old, change, lines, raw, at));
  const next = old.at(to);
  if (next === undefined) return old.replace(from, to - from, entries);
  const gap = next.firstLine + lines.newTo - lines.oldTo - (statements.at(-1)?.firstLine ?? line);
  return old.replace(from, to - from + 1, [...entries, { gap, statement: next.unplaced }]);
}

/** The old statement that stands where a new one does, if all its lines are as they were. */
function untouched(
  old: StatementList,
  { from, to, statements }: StatementChange,
  lines: LineChange,
  raw: RawStatement,
  at: number,
): UnplacedStatement | undefined {
  const isBefore = raw.lastLine < lines.from;
  if (!isBefore && raw.firstLine < lines.newTo) return undefined;
  const before = old.at(isBefore ? from + at : to - statements.length + at);
  if (before === undefined || before.firstLine !== oldLineOf(raw, lines)) return undefined;
  return isSame(before, raw) ? before.unplaced : undefined;
}

function oldLineOf({ firstLine }: RawStatement, { from, oldTo, newTo }: LineChange): number {
  return firstLine < from ? firstLine : firstLine - newTo + oldTo;
}

/** Splits all lines again, and parses statements except those whose lines, extent, block and kind are as they were. */
function splitAgain(tree: DocumentTree, lines: LineChange): DocumentTree {
  const old = [...tree.statements];
  const { statements, problems } = splitStatements([...tree.lines], [...tree.lexed], tree.balance);
  let at = 0;
  const entries = entriesOf(statements, { index: 0, line: 0, blocks: new Map() }, (now) => {
    const oldLine = oldLineOf(now, lines);
    while (isBefore(old[at], oldLine, startOf(now))) at++;
    const before = old[at];
    const isUntouched = now.lastLine < lines.from || now.firstLine >= lines.newTo;
    return isUntouched && before?.firstLine === oldLine && isSame(before, now) ? before.unplaced : undefined;
  });
  return { ...tree, statements: StatementList.of(entries), problems };
}

function isBefore(statement: Statement | undefined, line: number, offset: number): boolean {
  if (statement === undefined) return false;
  return statement.firstLine < line || (statement.firstLine === line && startOf(statement) < offset);
}

function isSame(before: Statement, now: RawStatement): boolean {
  return (
    before.kind === now.kind &&
    before.block === now.block &&
    before.end === now.end &&
    before.lastLine - before.firstLine === now.lastLine - now.firstLine &&
    before.tokens.length === now.tokens.length &&
    startOf(before) === startOf(now)
  );
}
