/** A node while its rule is still running: it exists before its first token and hangs in its parent at once, so recovery cannot lose it. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Where a rule puts its node. */
export interface Slot<T> {
  node: T | undefined;
}
