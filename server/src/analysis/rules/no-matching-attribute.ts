import { own, say } from "#base/sentence";
import { matchingPriorityOf } from "#model/bind-model";
import { headOf } from "../head-of.ts";
import type { FactRule } from "../rule.ts";

/** Without a matching attribute Entra cannot tell who has an account already, and refuses the mapping. */
export const noMatchingAttribute: FactRule<"Map" | "AttributeMapping"> = {
  code: "no-matching-attribute",
  severity: "error",
  within: "block",
  of: ["Map", "AttributeMapping"],
  facts({ node }, state) {
    if (node.kind === "Map") state("", "map");
    else if (matchingPriorityOf(node) !== undefined) state("", "match");
  },
  concerns: (count) => count("map") > 0 && count("match") === 0,
  check(map, report) {
    for (const head of map.saying("map")) {
      const usual = head.statement.resourceType?.name === "Group" ? "displayName" : "userName";
      report(
        head,
        headOf(head.statement),
        say`No attribute of this map is a matching attribute, so nobody's account would be found. Add 'match 1' to one, usually to ${own(usual)}.`,
      );
    }
  },
};
