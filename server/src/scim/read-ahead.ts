import type { Result } from "#base/result";
import type { ListPage, PageStart } from "./list-page.ts";
import type { ScimError } from "./scim-error.ts";

/** Asks for one page of the size that suits the service. */
export type TakePage = (start: PageStart) => Promise<Result<ListPage, ScimError>>;

/** Pages in order, some of them asked for before their turn. */
export interface ReadAhead {
  take(start: PageStart): Promise<Result<ListPage, ScimError>>;
  /** Tells that the page at `next` follows `page`, and that `most` pages from there may be asked for at once. */
  expect(next: number, page: ListPage, most: number): void;
}

/** Asks for the pages that should follow while the current one is still under way; a wrong guess is only a wasted request. */
export function readAhead(fetch: TakePage): ReadAhead {
  const underWay = new Map<number, Promise<Result<ListPage, ScimError>>>();
  let stride: number | undefined;
  let broken = false;
  return {
    take(start) {
      if ("cursor" in start) return fetch(start);
      const known = underWay.get(start.startIndex);
      underWay.delete(start.startIndex);
      return known ?? fetch(start);
    },
    expect(next, { received, totalResults }, most) {
      stride ??= received;
      broken ||= received !== stride;
      if (broken || totalResults === undefined) return;
      for (let ahead = 0; ahead < most; ahead += 1) {
        const startIndex = next + ahead * stride;
        if (startIndex > totalResults) return;
        if (!underWay.has(startIndex)) underWay.set(startIndex, fetch({ startIndex }));
      }
    },
  };
}
