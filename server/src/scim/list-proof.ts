import { plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";

/** Whether a list is known to be whole, and by what; or why it is only a hint (provisioning page §4, "When a list is whole"). */
export type ListProof =
  { readonly whole: true; readonly by: WholeBy } | { readonly whole: false; readonly because: HintCause; readonly message: Sentence };

/** What proves that nothing is missing; each besides that the distinct ids reach the stated total. */
export type WholeBy =
  /** A request beyond the end brought nothing. */
  | "end-empty"
  /** A request beyond the end brought resources of earlier pages only. */
  | "end-known"
  /** A request beyond the end was refused. */
  | "end-refused"
  /** The only page was larger than asked for, so its size is not what limits it. */
  | "count-exceeded"
  /** Two pages of half the size hold what the only page held. */
  | "smaller-pages"
  /** The last page names no further cursor. */
  | "cursor-end"
  /** What a recording states about itself agrees with what it holds. */
  | "recording-states"
  /** The service states that it has none, and gives none. */
  | "empty-target";

/** Why a list is only a hint. */
export type HintCause =
  /** Nobody asked for a proof. */
  | "not-proved"
  | "no-total"
  | "ids-below-total"
  | "end-brings-new"
  | "total-is-page-size"
  | "total-moved"
  | "start-index-ignored"
  | "repeated-cursor"
  /** What would have proved it got no answer. */
  | "interrupted"
  /** A recording states more than it holds. */
  | "recording-holds-less"
  /** A recording is put together from answers of several moments. */
  | "recording-repeats-id";

/** A list that nothing is missing from. */
export function whole(by: WholeBy): ListProof {
  return { whole: true, by };
}

/** What a list came to. */
export interface ListCounts {
  /** What the service states, the last time it did. */
  readonly total: number | undefined;
  /** Distinct ids. */
  readonly ids: number;
}

/** A list that something may be missing from. */
export function hint(because: HintCause, { total = 0, ids }: ListCounts): ListProof {
  return { whole: false, because, message: hintSentence(because, total, ids) };
}

function hintSentence(because: HintCause, total: number, ids: number): Sentence {
  switch (because) {
    case "not-proved":
      return say`Whether the list is whole was not asked for.`;
    case "no-total":
      return say`The list may not be whole: the service states no 'totalResults' (RFC 7644 §3.4.2).`;
    case "ids-below-total":
      return plural(
        ids,
        say`The list is not whole: the service states 'totalResults' ${total}, and 1 different id came.`,
        say`The list is not whole: the service states 'totalResults' ${total}, and ${ids} different ids came.`,
      );
    case "end-brings-new":
      return plural(
        ids,
        say`The list may not be whole: the service states 'totalResults' ${total}, and 1 different id came.`,
        say`The list may not be whole: the service states 'totalResults' ${total}, and ${ids} different ids came.`,
      );
    case "total-is-page-size":
      return say`The list may not be whole: 'totalResults' is the size of a page, which some services state instead of the number of resources.`;
    case "total-moved":
      return say`The list may not be whole: 'totalResults' moved while it was read.`;
    case "start-index-ignored":
      return say`The list is not whole: the service ignores or misreads 'startIndex' (RFC 7644 §3.4.2.4).`;
    case "repeated-cursor":
      return say`The list may not be whole: the service repeats a 'nextCursor' (RFC 9865 §2.1).`;
    case "interrupted":
      return say`The list may not be whole: the request that would have proved it got no answer.`;
    case "recording-holds-less":
      return plural(
        ids,
        say`The recording is a part: it states 'totalResults' ${total} and holds 1 of them. Record every page.`,
        say`The recording is a part: it states 'totalResults' ${total} and holds ${ids} of them. Record every page.`,
      );
    case "recording-repeats-id":
      return say`The recording lists a resource twice, so its pages may not belong together and others may be missing. Record the list once more.`;
  }
}
