import fc from "fast-check";
import { expect, test } from "vitest";
import { components } from "#base/components";

test("keys that lead to one another are a group, and come before those that lead to them", () => {
  const leads: Record<string, readonly string[]> = { a: ["b"], b: ["c", "d"], c: ["b"], d: [], e: ["e", "a"] };
  const found = components(Object.keys(leads), (key) => leads[key] ?? []).map((group) => group.toSorted().join());
  expect(found).toEqual(["d", "b,c", "a", "e"]);
});

test("a chain of any length is followed", () => {
  expect(components([0], (key) => (key < 200_000 ? [key + 1] : []))).toHaveLength(200_001);
});

test("two keys are in one group when each can be reached from the other", () => {
  const graphs = fc
    .integer({ min: 1, max: 7 })
    .chain((size) => fc.array(fc.array(fc.nat({ max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }));
  const property = fc.property(graphs, (graph) => {
    const reachable = graph.map((_, from) => {
      const seen = new Set<number>();
      const follow = (at: number): void => {
        for (const to of graph[at] ?? []) {
          if (seen.has(to)) continue;
          seen.add(to);
          follow(to);
        }
      };
      follow(from);
      return seen;
    });
    const found = components(graph.keys(), (key) => graph[key] ?? []);
    const groupOf = new Map(found.flatMap((group, at) => group.map((key) => [key, at] as const)));
    expect(groupOf.size).toBe(graph.length);
    for (const from of graph.keys()) {
      for (const to of graph.keys()) {
        const together = from === to || (reachable[from]?.has(to) === true && reachable[to]?.has(from) === true);
        expect(groupOf.get(from) === groupOf.get(to)).toBe(together);
        if (!together && reachable[from]?.has(to) === true) expect(groupOf.get(to)).toBeLessThan(groupOf.get(from) ?? 0);
      }
    }
  });
  fc.assert(property);
});
