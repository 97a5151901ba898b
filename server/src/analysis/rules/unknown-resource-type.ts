import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** A map leads to a resource type of the target: User, Group, or one that it publishes (RFC 7643 §6). */
export const unknownResourceType: Rule = {
  code: "unknown-resource-type",
  severity: "error",
  check({ tree, model }, report) {
    const known = model.catalog.resourceTypes.map(({ name }) => name);
    for (const map of model.maps) {
      const { node } = tree.statements[map.place.statement]!.parsed;
      if (node.kind !== "Map" || node.target === undefined || map.targetQuoted || map.resourceType !== undefined) continue;
      const { hint, fix } = nearest(node.target, known);
      const message = `'${node.target.text}' is no resource type that is known here.${hint} Known are ${known.join(", ")}.`;
      report.at(map.place.statement, node.target.range, message, { fix });
    }
  },
};
