import { expect, test } from "vitest";
import { ChunkedList } from "#base/chunked-list";

const numbers = ChunkedList.of(Array.from({ length: 1000 }, (_, index) => index));

test("an item that is known to exist is given back, in whichever chunk it is", () => {
  expect([0, 127, 128, 999].map((index) => numbers.item(index))).toEqual([0, 127, 128, 999]);
});

test.each([-1, 1000])("an item at %i is a bug of whoever asks, not a value", (index) => {
  expect(() => numbers.item(index)).toThrow(`There is no item ${index} among 1000.`);
});
