import { foreign, joined, own, say } from "#base/sentence";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** A map leads to a resource type of the target: User, Group, or one that it publishes (RFC 7643 §6). */
export const unknownResourceType: StatementRule<"Map"> = {
  code: "unknown-resource-type",
  severity: "error",
  of: ["Map"],
  check({ node: { target, targetQuoted }, resourceType, scope }, report) {
    if (target === undefined || targetQuoted || resourceType !== undefined) return;
    const known = scope.catalog.resourceTypes.map(({ name }) => name);
    const { hint, fix } = nearest(target, known);
    const message = say`'${own(target.text)}' is no resource type that is known here.`;
    report(target.range, paragraph(message, hint, say`Known are ${joined(known.map(foreign), ", ")}.`), { fix });
  },
};
