import { failure, success } from "#base/result";
import { say } from "#base/sentence";
import { expect, test } from "vitest";
import { readListPage } from "#scim/list-page";
import { sizedPages } from "#scim/page-size";
import { transportFailure } from "#scim/scim-error";
import type { ScimError } from "#scim/scim-error";

const timeout = transportFailure({ kind: "timeout", message: say`No answer came in time.` });
const tooLarge = transportFailure({ kind: "too-large", message: say`The answer is too large.` });

/** Sizes asked for, of a service that fails above `most`. */
async function sizesAsked(
  first: number | undefined,
  pages: number,
  most: number,
  error: ScimError,
): Promise<readonly (number | undefined)[]> {
  const asked: (number | undefined)[] = [];
  const sized = sizedPages((_, count) => {
    asked.push(count);
    const page = readListPage([]);
    return Promise.resolve(page === undefined || (count ?? 0) > most ? failure(error) : success(page));
  }, first);
  for (let index = 0; index < pages; index += 1) await sized.take({ startIndex: index + 1 });
  return asked;
}

test("a page that takes too long or is too large is asked for again at half its size, down to ten", async () => {
  expect(await sizesAsked(100, 1, 30, timeout)).toEqual([100, 50, 25]);
  expect(await sizesAsked(100, 1, 0, tooLarge)).toEqual([100, 50, 25, 12, 10]);
});

test("five good pages, and twice as many are asked for, up to the first size", async () => {
  expect(await sizesAsked(40, 7, 20, timeout)).toEqual([40, 20, 20, 20, 20, 20, 40, 20, 20]);
  expect(await sizesAsked(40, 7, 40, timeout)).toEqual([40, 40, 40, 40, 40, 40, 40]);
});

test("where the service decides, and where something else went wrong, the page is not asked for again", async () => {
  expect(await sizesAsked(undefined, 1, -1, timeout)).toEqual([undefined]);
  expect(await sizesAsked(100, 1, 0, transportFailure({ kind: "network", message: say`Broken.` }))).toEqual([100]);
});
