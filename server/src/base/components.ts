interface Visit<K> {
  readonly key: K;
  readonly index: number;
  readonly targets: readonly K[];
  /** The first one on the way that can be reached from here. */
  low: number;
  next: number;
  isOpen: boolean;
}

/**
 * Keys in groups that lead to one another, a group before those that lead to it: strongly connected components (Tarjan 1972). Without
 * recursion, so that a chain of any length is followed.
 */
export function components<K>(keys: Iterable<K>, leadsTo: (key: K) => readonly K[]): readonly (readonly K[])[] {
  const visits = new Map<K, Visit<K>>();
  const open: Visit<K>[] = [];
  const found: (readonly K[])[] = [];
  const visit = (key: K): Visit<K> => {
    const begun = { key, index: visits.size, targets: leadsTo(key), low: visits.size, next: 0, isOpen: true };
    visits.set(key, begun);
    open.push(begun);
    return begun;
  };
  for (const key of keys) {
    const path = visits.has(key) ? [] : [visit(key)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const target = here.targets[here.next++];
      if (target === undefined) {
        path.pop();
        if (here.low === here.index) found.push(closed(open, here));
        const before = path.at(-1);
        if (before !== undefined) before.low = Math.min(before.low, here.low);
      } else {
        const known = visits.get(target);
        if (known === undefined) path.push(visit(target));
        else if (known.isOpen) here.low = Math.min(here.low, known.index);
      }
    }
  }
  return found;
}

/** Takes a whole group off: all that was begun since its first one. */
function closed<K>(open: Visit<K>[], first: Visit<K>): readonly K[] {
  const group = open.splice(open.lastIndexOf(first));
  for (const visit of group) visit.isOpen = false;
  return group.map(({ key }) => key);
}
