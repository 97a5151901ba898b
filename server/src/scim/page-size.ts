import type { FetchPage } from "./list-page.ts";
import type { TakePage } from "./read-ahead.ts";
import type { ScimError } from "./scim-error.ts";

/** Below this a page that takes too long would not become faster. */
const SMALLEST = 10;

/** So many good pages, and larger ones are tried again. */
const GOOD_PAGES = 5;

/** Pages of a size that a service can bear. */
export interface SizedPages {
  readonly take: TakePage;
  /** How many were asked for when the first page came; undefined where the service decides. */
  readonly firstCount: number | undefined;
}

/** Halves the number asked for when a page takes too long or is too large, and doubles it again up to the first after five good ones. */
export function sizedPages(fetch: FetchPage, first: number | undefined): SizedPages {
  let count = first;
  let good = 0;
  let firstCount: number | undefined;
  let hasCome = false;
  const noteGood = (asked: number | undefined): void => {
    if (!hasCome) firstCount = asked;
    hasCome = true;
    good += 1;
    if (good < GOOD_PAGES || count === undefined || first === undefined) return;
    count = Math.min(first, count * 2);
    good = 0;
  };
  return {
    async take(start) {
      for (;;) {
        const asked = count;
        const answer = await fetch(start, asked);
        if (answer.ok) noteGood(asked);
        if (answer.ok || asked === undefined || asked <= SMALLEST || !isTooMuch(answer.error)) return answer;
        count = Math.max(SMALLEST, Math.floor(asked / 2));
        good = 0;
      }
    },
    get firstCount() {
      return firstCount;
    },
  };
}

function isTooMuch(error: ScimError): boolean {
  return error.kind === "transport" && (error.transport.kind === "timeout" || error.transport.kind === "too-large");
}
