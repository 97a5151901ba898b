import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedItems, ChunkedList, perChunk } from "#base/chunked-list";
import { cases } from "#test/cases";

/** More than this, and a chunk is cut. */
const largest = 256;

/** An item is what it weighs, so that equal items weigh the same. */
const listOf = (items: readonly number[]): ChunkedList<number> => ChunkedList.of(items, (item) => item);

const numbers = (least: number, most: number): fc.Arbitrary<readonly number[]> =>
  fc
    .tuple(fc.integer({ min: least, max: most }), fc.nat(5))
    .map(([length, step]) => Array.from({ length }, (_, index) => (index * step) % 7));

/** Some items in place of others; places and counts are taken modulo what there is. */
const change = fc.record({
  from: fc.nat(),
  count: fc.oneof(fc.nat(3), fc.nat(700)),
  items: fc.oneof(numbers(0, 3), numbers(0, 700)),
});

function sum(items: readonly number[]): number {
  return items.reduce((total, item) => total + item, 0);
}

/** That a list is the same as an array, asked in every way. */
function expectSame(list: ChunkedList<number>, items: readonly number[]): void {
  expect([...list]).toEqual(items);
  expect(list.length).toBe(items.length);
  const places = [0, 1, 127, 128, 255, 256, 257, items.length - 1, items.length >> 1].filter((at) => at >= 0 && at < items.length);
  for (const at of places) {
    expect(list.at(at)).toBe(items[at]);
    expect(list.weightThrough(at)).toBe(sum(items.slice(0, at + 1)));
    const chunk = list.chunkOf(at);
    expect(list.startOf(chunk)).toBeLessThanOrEqual(at);
    expect(list.startOf(chunk + 1)).toBeGreaterThan(at);
    expect(list.weightBefore(chunk)).toBe(sum(items.slice(0, list.startOf(chunk))));
    expect(list.slice(at, at + 300)).toEqual(items.slice(at, at + 300));
    expect(list.slice(0, at)).toEqual(items.slice(0, at));
  }
  expect([list.at(-1), list.at(items.length)]).toEqual([undefined, undefined]);
}

describe("a list in chunks", () => {
  test("is after any changes what an array is", () => {
    fc.assert(
      fc.property(numbers(0, 1500), fc.array(change, { maxLength: 6 }), (first, changes) => {
        let items = first;
        let list = listOf(items);
        expectSame(list, items);
        for (const { from, count, items: more } of changes) {
          const at = from % (items.length + 1);
          const removed = Math.min(count, items.length - at);
          const before = list;
          list = list.replace(at, removed, more);
          expect([...before]).toEqual(items);
          items = items.toSpliced(at, removed, ...more);
          expectSame(list, items);
        }
      }),
      { numRuns: cases(100, 2000) },
    );
  });

  test("keeps its chunks small, and few", () => {
    fc.assert(
      fc.property(numbers(0, 1500), fc.array(change, { maxLength: 6 }), (first, changes) => {
        let list = listOf(first);
        for (const { from, count, items } of changes) {
          const at = from % (list.length + 1);
          list = list.replace(at, Math.min(count, list.length - at), items);
        }
        expect(list.chunks.filter(({ items }) => items.length > largest)).toEqual([]);
        // A chunk is cut off small once at most for each change.
        expect(list.chunks.length).toBeLessThanOrEqual(Math.ceil(list.length / 64) + changes.length + 1);
      }),
      { numRuns: cases(100, 2000) },
    );
  });

  test("shares with the list before it every chunk that a change did not touch", () => {
    const before = listOf(Array.from({ length: 2000 }, (_, index) => index));
    const after = before.replace(1000, 1, [7]);
    const shared = after.chunks.filter((chunk) => before.chunks.includes(chunk));
    expect(before.chunks.length).toBe(16);
    expect(shared.length).toBe(15);
  });

  test("knows a fact of each chunk, found once", () => {
    const found: number[] = [];
    const lengths = perChunk((items: readonly number[]) => {
      found.push(items.length);
      return items.length;
    });
    const before = listOf(Array.from({ length: 1000 }, () => 1));
    expect(sum(lengths(before))).toBe(1000);
    expect(found.length).toBe(before.chunks.length);
    expect(sum(lengths(before.replace(500, 1, [])))).toBe(999);
    expect(found.length).toBe(before.chunks.length + 1);
  });
});

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
