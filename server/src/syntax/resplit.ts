import type { ChangedSpan } from "#base/changed-span";
import type { Positions } from "#base/chunked-list";
import type { BlockOpening } from "./blocks.ts";
import type { Block, Statement, StatementList } from "./statement-list.ts";
import { Splitter, type RawStatement } from "./statements.ts";
import type { LexedLine } from "./lex-line.ts";

/** The old lines from `from` to `oldTo` became the new lines from `from` to `newTo`; both ends exclusive. */
export type LineChange = ChangedSpan;

/** The statements that an edit replaced: the old ones from `from` to `to` became `statements`. */
export interface StatementChange {
  readonly from: number;
  readonly to: number;
  readonly statements: readonly RawStatement[];
  /** Blocks that stay although their head may be another statement now, by the index of that head. */
  readonly blocks: ReadonlyMap<number, Block>;
}

/**
 * Splits again only what an edit can have changed: from the statement before the edited lines to the first line behind them where a
 * statement begins in the same blocks as before. Only for documents whose braces are balanced before and after, because a brace too few
 * or too many is searched for in the whole document; undefined where that turns out to be needed.
 */
export function resplit(
  old: StatementList,
  change: LineChange,
  lines: Positions<string>,
  lexed: Positions<LexedLine>,
): StatementChange | undefined {
  const from = firstAffected(old, change.from);
  const first = old.at(from);
  const start = { line: Math.min(first?.firstLine ?? 0, change.from), blocks: openAt(blocksAround(old, first)), index: from };
  const splitter = new Splitter(lines, lexed, 0, start);
  const outer = new Map(blocksAround(old, first).map(({ opener, block }) => [opener, block]));
  let to = from;
  do {
    const oldLine = splitter.line - change.newTo + change.oldTo;
    let next = old.at(to);
    while (next !== undefined && next.firstLine < oldLine) next = old.at(++to);
    const blocks = splitter.line < change.newTo ? undefined : sameBlocks(old, next, from, oldLine, splitter.blocks);
    if (blocks === undefined) continue;
    if (splitter.problems.length > 0) return undefined;
    return { from, to, statements: splitter.statements, blocks: new Map([...outer, ...blocks]) };
  } while (splitter.readLine());
  const { statements, problems } = splitter.finish();
  return problems.length > 0 ? undefined : { from, to: old.length, statements, blocks: outer };
}

/** The statement before the edit may go on in edited lines; others may share its first line. */
function firstAffected(old: StatementList, line: number): number {
  let at = Math.max(0, old.firstWhere(({ lastLine }) => lastLine >= line) - 1);
  for (let one = old.at(at), before = old.at(at - 1); one !== undefined && before !== undefined; one = before, before = old.at(at - 1)) {
    if (before.lastLine < one.firstLine) break;
    at--;
  }
  return at;
}

interface OpenBlock {
  /** Index of the head. */
  readonly opener: number;
  readonly block: Block;
}

/** The blocks that a statement stands in, outermost first. */
function blocksAround(old: StatementList, statement: Statement | undefined): readonly OpenBlock[] {
  const blocks: OpenBlock[] = [];
  for (let inner = statement; inner !== undefined && inner.opener >= 0; inner = old.at(inner.opener))
    blocks.unshift({ opener: inner.opener, block: inner.unplaced.within });
  return blocks;
}

function openAt(blocks: readonly OpenBlock[]): readonly BlockOpening[] {
  return [{ kind: "document", opener: -1 }, ...blocks.map(({ opener, block }) => ({ kind: block.kind, opener }))];
}

/** If an old statement begins `line` in the same blocks as those that are open now: these blocks by their new heads. */
function sameBlocks(
  old: StatementList,
  statement: Statement | undefined,
  from: number,
  line: number,
  now: readonly BlockOpening[] | undefined,
): ReadonlyMap<number, Block> | undefined {
  if (now === undefined || statement?.firstLine !== line || (old.at(statement.index - 1)?.lastLine ?? -1) >= line) return undefined;
  const before = blocksAround(old, statement);
  const same = ({ opener, block }: OpenBlock, other: BlockOpening | undefined): boolean =>
    block.kind === other?.kind && (opener < from ? opener === other.opener : other.opener >= from);
  if (before.length + 1 !== now.length || !before.every((block, depth) => same(block, now[depth + 1]))) return undefined;
  return new Map(before.map(({ block }, depth) => [now[depth + 1]?.opener ?? -1, block]));
}
