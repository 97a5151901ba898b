import { expect, test } from "vitest";
import { ChunkedList } from "#base/chunked-list";
import { FoundItems } from "#base/found-items";

/** Odd numbers, and how often anything was looked at. */
function oddOnes(): { readonly odd: FoundItems<number, string>; readonly looked: () => number } {
  let looked = 0;
  const odd = new FoundItems((item: number) => {
    looked++;
    return item % 2 === 1 ? [`${item} is odd`] : [];
  });
  return { odd, looked: () => looked };
}

const even = Array.from({ length: 1000 }, (_, index) => index * 2);

test("what is found stands where its item stands, whatever comes and goes", () => {
  const { odd } = oddOnes();
  const first = ChunkedList.of(even);
  expect(odd.in(first)).toEqual([]);
  const second = first.replace(400, 0, [7]);
  expect(odd.in(second)).toEqual([[400, ["7 is odd"]]]);
  const third = second.replace(10, 3, [4, 5]);
  expect(odd.in(third)).toEqual([
    [11, ["5 is odd"]],
    [399, ["7 is odd"]],
  ]);
  expect(odd.in(third.replace(399, 1, []))).toEqual([[11, ["5 is odd"]]]);
});

test("only new items are searched", () => {
  const { odd, looked } = oddOnes();
  const list = ChunkedList.of(even);
  odd.in(list);
  expect(looked()).toBe(1000);
  odd.in(list.replace(500, 1, [3, 5]));
  expect(looked()).toBe(1002);
});
