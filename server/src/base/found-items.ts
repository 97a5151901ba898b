import { changedItems } from "./chunked-list.ts";
import type { Chunk, ChunkedList } from "./chunked-list.ts";

/** What was found in an item of a list, with where that stands. */
export type Found<F> = readonly [index: number, found: readonly F[]];

/** What there is to find in the items of a list, kept from one state of it to the next: after a change, only new items are searched. */
export class FoundItems<T, F> {
  readonly #find: (item: T) => readonly F[];
  #chunks: readonly Chunk<T>[] = [];
  #found: readonly Found<F>[] = [];

  constructor(find: (item: T) => readonly F[]) {
    this.#find = find;
  }

  /** The items in which something is found, in their order. */
  in(list: ChunkedList<T>): readonly Found<F>[] {
    if (list.chunks === this.#chunks) return this.#found;
    const { from, gone, come } = changedItems(this.#chunks, list);
    const made = come.flatMap((item, at) => this.#search(item, from + at));
    const before = this.#found.filter(([index]) => index < from);
    const behind = this.#found.filter(([index]) => index >= from + gone.length);
    this.#chunks = list.chunks;
    this.#found = [...before, ...made, ...behind.map(([index, found]): Found<F> => [index + come.length - gone.length, found])];
    return this.#found;
  }

  #search(item: T, index: number): readonly Found<F>[] {
    const found = this.#find(item);
    return found.length === 0 ? [] : [[index, found]];
  }
}
