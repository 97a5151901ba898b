import { names, own, say } from "#base/sentence";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** A test names the resource type of the map it is about; without such a map there is nothing to play. */
export const testUnknownMap: StatementRule<"Test"> = {
  code: "test-unknown-map",
  severity: "warning",
  of: ["Test"],
  check({ node: { target }, resourceType, scope }, report) {
    const leading = scope.maps.some((map) => map.resourceType !== undefined && map.resourceType === resourceType);
    if (target === undefined || leading) return;
    const known = [...new Set(scope.maps.flatMap((map) => map.resourceType?.name ?? []))];
    const { hint, fix } = nearest(target, known);
    const there = known.length === 0 ? say`This file has no map.` : say`Maps lead to ${names(known)}.`;
    report(target.range, paragraph(say`No map leads to '${own(target.text)}', so this test cannot run.`, hint, there), { fix });
  },
};
