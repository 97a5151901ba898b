/** Where two sequences differ: what stands in front of `from`, and behind the two ends, is the same in both. The ends are exclusive. */
export interface ChangedSpan {
  readonly from: number;
  readonly oldTo: number;
  readonly newTo: number;
}

/** Whether two sequences hold the identical items in the same order. */
export function sameItems(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((item, at) => item === now[at]);
}

/** Compares from both ends; items are the same when they are identical. */
export function changedSpan(before: readonly unknown[], now: readonly unknown[]): ChangedSpan {
  const shorter = Math.min(before.length, now.length);
  let from = 0;
  while (from < shorter && before[from] === now[from]) from++;
  let behind = 0;
  while (behind < shorter - from && before[before.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
  return { from, oldTo: before.length - behind, newTo: now.length - behind };
}
