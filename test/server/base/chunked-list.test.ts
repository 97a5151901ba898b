import { describe, expect, test } from "vitest";
import { changedItems, ChunkedList } from "#base/chunked-list";

const thousand = Array.from({ length: 1000 }, (_, index) => index);
const list = ChunkedList.of(thousand);

test("an item that is known to exist is given back, in whichever chunk it is", () => {
  expect([0, 127, 128, 999].map((index) => list.item(index))).toEqual([0, 127, 128, 999]);
});

test.each([-1, 1000])("an item at %i is a bug of whoever asks, not a value", (index) => {
  expect(() => list.item(index)).toThrow(`There is no item ${index} among 1000.`);
});

describe("an item that stands near where it stood", () => {
  test.each([
    [0, 0],
    [999, 0],
    [0, 999],
    [500, 499],
    [500, 130],
  ])("seen last at %i, now at %i", (near, index) => {
    expect(list.chunks.length).toBeGreaterThan(3);
    expect(list.indexNear(near, (item) => item === index)).toBe(index);
  });

  test("seen last behind the end", () => {
    expect(list.indexNear(2000, (item) => item === 3)).toBe(3);
  });

  test("not there", () => {
    expect(list.indexNear(5, (item) => item === -1)).toBe(-1);
  });
});

describe("what changed in a list", () => {
  test.each<[string, number, number, readonly number[]]>([
    ["one item in place of another", 500, 1, [-1]],
    ["some that come", 0, 0, [-1, -2]],
    ["some that go, from chunk to chunk", 100, 300, []],
    ["at the end", 999, 1, [-1, -2]],
  ])("%s", (_, from, count, items) => {
    const now = list.replace(from, count, items);
    expect(changedItems(list.chunks, now)).toEqual({ from, gone: thousand.slice(from, from + count), come: items });
  });

  test("all of it, where nothing was before", () => {
    expect(changedItems([], list)).toEqual({ from: 0, gone: [], come: thousand });
  });

  test("nothing", () => {
    expect(changedItems(list.chunks, list)).toMatchObject({ gone: [], come: [] });
  });
});
