import type { BlockOpening } from "./blocks.ts";
import { Splitter, type RawStatement } from "./statements.ts";
import type { LexedLine } from "./tokens.ts";

/** The old lines from `from` to `oldTo` became the new lines from `from` to `newTo`; both ends exclusive. */
export interface LineChange {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** The statements that an edit replaced: the old ones from `from` to `to` became `statements`. */
export interface StatementChange {
  readonly from: number;
  readonly to: number;
  readonly statements: readonly RawStatement[];
  /** What the indexes of openers became, for the statements behind the change. */
  readonly newOpener: (old: number) => number;
  /** Whether that is the same for all of them. */
  readonly openersStay: boolean;
}

type Split = Pick<RawStatement, "firstLine" | "lastLine" | "block" | "opener" | "tokens">;

/**
 * Splits again only what an edit can have changed: from the statement before the edited lines to the first line behind them where a
 * statement begins in the same blocks as before. Only for documents whose braces are balanced before and after, because a brace too few
 * or too many is searched for in the whole document; undefined where that turns out to be needed.
 */
export function resplit(
  old: readonly Split[],
  change: LineChange,
  lines: readonly string[],
  lexed: readonly LexedLine[],
): StatementChange | undefined {
  const from = firstAffected(old, change.from);
  const first = old[from];
  const start = { line: Math.min(first?.firstLine ?? 0, change.from), blocks: blocksAround(old, first), index: from };
  const splitter = new Splitter(lines, lexed, 0, start);
  let to = from;
  do {
    const oldLine = splitter.line - change.newTo + change.oldTo;
    while (to < old.length && old[to]!.firstLine < oldLine) to++;
    const openers = splitter.line < change.newTo ? undefined : sameBlocks(old, to, from, oldLine, splitter.blocks);
    if (openers === undefined) continue;
    if (splitter.problems.length > 0) return undefined;
    const shift = from + splitter.statements.length - to;
    return {
      from,
      to,
      statements: splitter.statements,
      newOpener: (opener) => (opener >= to ? opener + shift : (openers.get(opener) ?? opener)),
      openersStay: shift === 0 && [...openers].every(([before, now]) => before === now),
    };
  } while (splitter.readLine());
  const { statements, problems } = splitter.finish();
  return problems.length > 0 ? undefined : { from, to: old.length, statements, newOpener: (opener) => opener, openersStay: true };
}

/** The statement before the edit may go on in edited lines; others may share its first line. */
function firstAffected(old: readonly Split[], line: number): number {
  let low = 0;
  let high = old.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (old[middle]!.lastLine < line) low = middle + 1;
    else high = middle;
  }
  let at = Math.max(0, low - 1);
  while (at > 0 && old[at - 1]!.lastLine >= old[at]!.firstLine) at--;
  return at;
}

function blocksAround(old: readonly Split[], statement: Split | undefined): BlockOpening[] {
  const blocks: BlockOpening[] = [];
  for (let inner = statement; inner !== undefined && inner.opener >= 0; inner = old[inner.opener])
    blocks.unshift({ kind: inner.block, opener: inner.opener });
  return [{ kind: "document", opener: -1 }, ...blocks];
}

/** If the old statement `at` begins `line` in the same blocks as those that are open now: their old openers and the new ones. */
function sameBlocks(
  old: readonly Split[],
  at: number,
  from: number,
  line: number,
  now: readonly BlockOpening[] | undefined,
): ReadonlyMap<number, number> | undefined {
  const statement = old[at];
  if (now === undefined || statement?.firstLine !== line || (at > 0 && old[at - 1]!.lastLine >= line)) return undefined;
  const before = blocksAround(old, statement);
  const same = (one: BlockOpening, other: BlockOpening | undefined): boolean =>
    one.kind === other?.kind && (one.opener < from ? one.opener === other.opener : other.opener >= from);
  if (before.length !== now.length || !before.every((block, depth) => same(block, now[depth]))) return undefined;
  return new Map(before.map(({ opener }, depth) => [opener, now[depth]!.opener]));
}
