import { memo } from "./memo.ts";

import { changedSpan } from "./changed-span.ts";

/** A sequence that is read by position, however it is kept. */
export interface Positions<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

/** What every sequence here can do beside being read by position. */
export abstract class Sequence<T> implements Positions<T>, Iterable<T> {
  abstract readonly length: number;
  abstract at(index: number): T | undefined;
  abstract [Symbol.iterator](): Iterator<T>;

  /** The item at an index that the caller knows to exist; another one is a bug, and throws. */
  item(index: number): T {
    const item = this.at(index);
    if (item === undefined) throw new RangeError(`There is no item ${index} among ${this.length}.`);
    return item;
  }

  map<R>(change: (item: T, index: number) => R): R[] {
    return Array.from(this, change);
  }

  flatMap<R>(change: (item: T) => R | readonly R[]): R[] {
    return Array.from(this).flatMap(change);
  }

  filter(wanted: (item: T) => boolean): T[] {
    return Array.from(this).filter(wanted);
  }

  find(wanted: (item: T) => boolean): T | undefined {
    for (const item of this) if (wanted(item)) return item;
    return undefined;
  }

  some(wanted: (item: T) => boolean): boolean {
    for (const item of this) if (wanted(item)) return true;
    return false;
  }

  *entries(): Generator<readonly [index: number, item: T]> {
    let index = 0;
    for (const item of this) yield [index++, item];
  }

  /** The items from `from` to `to`, which is exclusive. */
  slice(from = 0, to = this.length): T[] {
    const items: T[] = [];
    for (let index = from; index < Math.min(to, this.length); index++) items.push(this.at(index) as T);
    return items;
  }
}

/** A part of a list. It is never changed, so what is known of it can be kept with it. */
export interface Chunk<T> {
  readonly items: readonly T[];
  /** What its items weigh together. */
  readonly weight: number;
}

const SIZE = 128;
const LEAST = SIZE / 4;

/**
 * An immutable sequence in chunks. A change copies one chunk and the list of chunks, never all items: lines of a document, and its statements.
 * Items may weigh something, such as the lines from one statement to the next, and are then found by what stands in front of them.
 */
export class ChunkedList<T> extends Sequence<T> {
  readonly chunks: readonly Chunk<T>[];
  override readonly length: number;
  readonly #weigh: (item: T) => number;
  /** By chunk: how many items stand in front of it, and what they weigh. */
  readonly #counts: readonly number[];
  readonly #weights: readonly number[];

  private constructor(chunks: readonly Chunk<T>[], weigh: (item: T) => number) {
    super();
    const counts: number[] = [];
    const weights: number[] = [];
    let [count, weight] = [0, 0];
    for (const chunk of chunks) {
      counts.push(count);
      weights.push(weight);
      count += chunk.items.length;
      weight += chunk.weight;
    }
    this.chunks = chunks;
    this.length = count;
    this.#weigh = weigh;
    this.#counts = counts;
    this.#weights = weights;
  }

  static of<T>(items: readonly T[], weigh: (item: T) => number = weightless): ChunkedList<T> {
    return new ChunkedList(inChunks(items, weigh), weigh);
  }

  override at(index: number): T | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const chunk = this.chunkOf(index);
    return this.chunks[chunk]?.items[index - this.startOf(chunk)];
  }

  /** Which chunk an item is in. */
  chunkOf(index: number): number {
    return lastAtMost(this.#counts, index);
  }

  /** The index of the first item of a chunk. */
  startOf(chunk: number): number {
    return this.#counts[chunk] ?? this.length;
  }

  /** What the items in front of a chunk weigh. */
  weightBefore(chunk: number): number {
    return this.#weights[chunk] ?? 0;
  }

  /** What the items up to `index` weigh, itself included. */
  weightThrough(index: number): number {
    const chunk = this.chunkOf(index);
    let weight = this.weightBefore(chunk);
    const items = this.chunks[chunk]?.items ?? [];
    for (let at = 0; at <= index - this.startOf(chunk) && at < items.length; at++) weight += this.#weigh(items[at] as T);
    return weight;
  }

  /** The index of an item that is there for sure, and probably near `near`: chunks are searched from there on, both ways. */
  indexNear(near: number, wanted: (item: T) => boolean): number {
    const middle = this.chunkOf(near);
    for (let distance = 0; distance < this.chunks.length; distance++) {
      for (const chunk of distance === 0 ? [middle] : [middle - distance, middle + distance]) {
        const at = this.chunks[chunk]?.items.findIndex(wanted) ?? -1;
        if (at >= 0) return this.startOf(chunk) + at;
      }
    }
    return -1;
  }

  override *[Symbol.iterator](): Iterator<T> {
    for (const { items } of this.chunks) yield* items;
  }

  override slice(from = 0, to = this.length): T[] {
    const items: T[] = [];
    for (let chunk = this.chunkOf(from); chunk < this.chunks.length && this.startOf(chunk) < to; chunk++) {
      const start = this.startOf(chunk);
      items.push(...(this.chunks[chunk]?.items ?? []).slice(Math.max(0, from - start), to - start));
    }
    return items;
  }

  /** The list with other items in place of `count` of them. */
  replace(from: number, count: number, items: readonly T[]): ChunkedList<T> {
    if (this.length === 0) return ChunkedList.of(items, this.#weigh);
    let first = this.chunkOf(Math.min(from, this.length - 1));
    let last = this.chunkOf(Math.min(Math.max(from, from + count - 1), this.length - 1));
    const size = this.startOf(last + 1) - this.startOf(first) - count + items.length;
    // What becomes too small joins a neighbour, so that many deletions do not leave many small chunks.
    if (size < LEAST && last + 1 < this.chunks.length) last++;
    else if (size < LEAST && first > 0) first--;
    const start = this.startOf(first);
    const old = this.slice(start, this.startOf(last + 1));
    const changed = old.slice(0, from - start).concat(items, old.slice(from - start + count));
    return new ChunkedList(this.chunks.slice(0, first).concat(inChunks(changed, this.#weigh), this.chunks.slice(last + 1)), this.#weigh);
  }
}

function weightless(): number {
  return 0;
}

function inChunks<T>(items: readonly T[], weigh: (item: T) => number): Chunk<T>[] {
  const count = items.length <= 2 * SIZE ? 1 : Math.ceil(items.length / SIZE);
  const size = Math.ceil(items.length / count);
  const chunks: Chunk<T>[] = [];
  for (let start = 0; start < items.length; start += size) {
    const part = count === 1 ? items : items.slice(start, start + size);
    chunks.push({ items: part, weight: part.reduce((sum, item) => sum + weigh(item), 0) });
  }
  return chunks;
}

/** The last of ascending numbers that is at most `most`; of equal ones the last. */
function lastAtMost(ascending: readonly number[], most: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** A fact of each chunk of a list, found out once per chunk: after a change, of those that it made. */
export function perChunk<T, R>(find: (items: readonly T[]) => R): (list: ChunkedList<T>) => readonly R[] {
  const of = memo((chunk: Chunk<T>) => find(chunk.items));
  return ({ chunks }) => chunks.map(of);
}

/** Items that an earlier state of a list had in place of others. */
export interface ChangedItems<T> {
  /** Where those that came stand. */
  readonly from: number;
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

/** What changed in a list since it had the chunks `before`. Looks only into chunks that are others than before. */
export function changedItems<T>(before: readonly Chunk<T>[], now: ChunkedList<T>): ChangedItems<T> {
  const chunks = changedSpan(before, now.chunks);
  const old = itemsOf(before.slice(chunks.from, chunks.oldTo));
  const current = itemsOf(now.chunks.slice(chunks.from, chunks.newTo));
  const { from, oldTo, newTo } = changedSpan(old, current);
  return { from: now.startOf(chunks.from) + from, gone: old.slice(from, oldTo), come: current.slice(from, newTo) };
}

function itemsOf<T>(chunks: readonly Chunk<T>[]): readonly T[] {
  const [only] = chunks;
  return only !== undefined && chunks.length === 1 ? only.items : chunks.flatMap(({ items }) => items);
}
