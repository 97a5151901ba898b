import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { listFindings } from "./list-finding.ts";
import { cursorOf } from "./list-page.ts";
import type { FetchPage, ListPage, PageStart } from "./list-page.ts";
import type { PageCollector, PassKind } from "./page-collector.ts";
import type { SizedPages } from "./page-size.ts";
import { readAhead } from "./read-ahead.ts";
import type { ReadOptions } from "./reader.ts";
import { tooManyPages } from "./scim-error.ts";
import type { ScimError } from "./scim-error.ts";

/** How many pages are read, and how. */
export interface PagingPlan {
  /** Resources asked for per page; undefined when the service decides. */
  readonly count: number | undefined;
  readonly maxPages: number;
  /** Pages asked for at the same time, once the first has told the stride. */
  readonly parallel: number;
}

/** A list while it is read. */
export interface Reading {
  readonly fetch: FetchPage;
  readonly pages: SizedPages;
  readonly plan: PagingPlan;
  readonly options: ReadOptions;
  readonly read: PageCollector;
}

/** How reading came to its end. */
export interface Ending {
  readonly by: "total" | "nothing-more" | "nothing-new" | "cursors" | "repeated-cursor" | "page-limit" | "refused";
  /** Entries received so far. */
  readonly position: number;
  /** Where a page stated another total than the one before. */
  readonly movedAt: number | undefined;
}

/**
 * Reads pages until the service has no more, whatever it claims: advances by what was received, drops repeated ids, and stops at an
 * empty page, at a page with no new id, and when `totalResults` is reached. Each page but the last brings a new id or ends the loop,
 * so no answer can keep it running. Pages are taken in order, so reading ahead changes the time and never the outcome.
 */
export async function readOn(reading: Reading, from: PageStart, kind: PassKind): Promise<Result<Ending, ScimError>> {
  const { plan, options, read } = reading;
  const pages = readAhead(reading.pages.take);
  const limit = Math.min(plan.maxPages, options.maxPages ?? Infinity);
  const cursors = new Set<string>();
  let start = from;
  let position = "cursor" in from ? 0 : from.startIndex - 1;
  let movedAt: number | undefined;
  const end = (by: Ending["by"]): Result<Ending, ScimError> => success({ by, position, movedAt });
  for (;;) {
    const answer: Result<ListPage, ScimError> = await pages.take(start);
    if (!answer.ok) return answer;
    const page = answer.value;
    if (isMoved(page, read.total)) movedAt ??= position + 1;
    const added = await read.add(page, kind);
    position += page.received;
    options.onProgress?.(read.distinct);
    const next = cursorOf(page);
    if (added === 0) return end("cursor" in start && next === undefined ? "cursors" : page.received === 0 ? "nothing-more" : "nothing-new");
    if (next === undefined && "cursor" in start) return end("cursors");
    if (next === undefined && isLast(page, position, read.pages, reading.pages.firstCount)) return end("total");
    if (read.pages >= limit) return limit < plan.maxPages ? end("page-limit") : failure(tooManyPages(plan.maxPages));
    if (next === undefined) {
      start = { startIndex: position + 1 };
      pages.expect(start.startIndex, page, Math.min(plan.parallel, limit - read.pages));
    } else {
      if (cursors.has(next)) {
        read.note(listFindings.repeatedCursor);
        return end("repeated-cursor");
      }
      cursors.add(next);
      start = { cursor: next };
    }
  }
}

function isMoved({ totalResults, received }: ListPage, before: number | undefined): boolean {
  return before !== undefined && totalResults !== undefined && received > 0 && totalResults !== before;
}

/** True when the service says, believably, that nothing follows. */
function isLast(page: ListPage, position: number, pages: number, count: number | undefined): boolean {
  if (page.totalResults === undefined || position < page.totalResults) return false;
  // Some services state the size of the page as the total; a full first page is therefore no proof of the end.
  return !(pages === 1 && count !== undefined && page.received >= count);
}
