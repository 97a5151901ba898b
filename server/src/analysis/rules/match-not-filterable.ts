import { names, nothing, own, say } from "#base/sentence";
import { matchingPriorityOf } from "#model/bind-model";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";
import { textOf } from "../text-of.ts";

/** Entra looks accounts up by a filter on the matching attribute; a target that cannot filter by it finds nobody. */
export const matchNotFilterable: StatementRule<"AttributeMapping"> = {
  code: "match-not-filterable",
  severity: "error",
  of: ["AttributeMapping"],
  check(statement, report) {
    const { node, path, resourceType, scope } = statement;
    if (matchingPriorityOf(node) === undefined || resourceType === undefined || path?.canonical === undefined) return;
    const { target, connector } = scope;
    const known = target.filterability(resourceType.name, path.canonical);
    if (known?.filterable !== false) return;
    const { range } = path.node;
    const written = own(textOf(statement, range));
    const found =
      known.statedBy === "target"
        ? say`The connection test found that the target cannot filter by '${written}', so it cannot be a matching attribute.`
        : say`${own(connector.displayName)} cannot filter by '${written}', so it cannot be a matching attribute.`;
    const able = target.filterablePaths(resourceType.name);
    report(range, paragraph(found, able.length === 0 ? nothing : say`It can filter by ${names(able)}.`));
  },
};
