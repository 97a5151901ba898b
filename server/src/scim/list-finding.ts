import { plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";

/** Something odd about a list that was read: `code` to decide by, `message` to read. */
export interface ListFinding {
  readonly code: ListFindingCode;
  readonly message: Sentence;
}

/** What can be odd about a list. */
export type ListFindingCode =
  | "bare-array"
  | "single-resource"
  | "odd-entries"
  | "missing-ids"
  | "start-index-ignored"
  | "repeated-resources"
  | "repeated-cursor"
  | "wrong-total"
  | "total-moved"
  | "not-found-for-none";

/** The findings of lists, each with its sentence. */
export const listFindings = {
  bareArray: finding("bare-array", say`The service answered with a bare array instead of a ListResponse (RFC 7644 §3.4.2).`),
  singleResource: finding("single-resource", say`The service answered with a single resource instead of a ListResponse (RFC 7644 §3.4.2).`),
  repeatedCursor: finding("repeated-cursor", say`The service repeats a 'nextCursor' (RFC 9865 §2.1), so reading stopped there.`),
  notFoundForNone: finding(
    "not-found-for-none",
    say`The service answers 404 when a filter matches nothing; RFC 7644 §3.4.2 and Entra expect 200 with an empty list. It was read as 'none'.`,
  ),
  oddEntries: (count: number): ListFinding =>
    finding(
      "odd-entries",
      plural(
        count,
        say`1 entry of 'Resources' is no object and was left out.`,
        say`${count} entries of 'Resources' are no objects and were left out.`,
      ),
    ),
  missingIds: (count: number): ListFinding =>
    finding(
      "missing-ids",
      plural(
        count,
        say`1 resource came without an 'id', which every resource must have (RFC 7643 §3.1).`,
        say`${count} resources came without an 'id', which every resource must have (RFC 7643 §3.1).`,
      ),
    ),
  startIndexIgnored: (page: number): ListFinding =>
    finding(
      "start-index-ignored",
      say`Page ${page} held only resources of earlier pages, so reading stopped there: the service ignores or misreads 'startIndex' (RFC 7644 §3.4.2.4).`,
    ),
  repeatedResources: (count: number): ListFinding =>
    finding(
      "repeated-resources",
      plural(
        count,
        say`1 resource came more than once; each was counted once.`,
        say`${count} resources came more than once; each was counted once.`,
      ),
    ),
  wrongTotal: (stated: number, came: number): ListFinding =>
    finding(
      "wrong-total",
      plural(
        came,
        say`The service states 'totalResults' ${stated}, but 1 different resource came.`,
        say`The service states 'totalResults' ${stated}, but ${came} different resources came.`,
      ),
    ),
  totalMoved: (lowest: number, highest: number): ListFinding =>
    finding(
      "total-moved",
      say`'totalResults' moved between ${lowest} and ${highest} while the list was read, so what followed was read once more.`,
    ),
} as const;

function finding(code: ListFindingCode, message: Sentence): ListFinding {
  return { code, message };
}
