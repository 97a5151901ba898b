import { mapOfTest } from "#model/map-of-test";
import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** A test names the resource type of the map it is about; without such a map there is nothing to play. */
export const testUnknownMap: Rule = {
  code: "test-unknown-map",
  severity: "warning",
  check({ tree, model }, report) {
    const known = model.maps.flatMap(({ resourceType }) => resourceType?.name ?? []);
    for (const test of model.tests) {
      const { node } = tree.statements[test.place.statement]!.parsed;
      if (node.kind !== "Test" || node.target === undefined || mapOfTest(model, test) !== undefined) continue;
      const { text, range } = node.target;
      const there = known.length === 0 ? "This file has no map." : `Maps lead to ${[...new Set(known)].join(", ")}.`;
      const { hint, fix } = nearest(node.target, known);
      report.at(test.place.statement, range, `No map leads to '${text}', so this test cannot run.${hint} ${there}`, { fix });
    }
  },
};
