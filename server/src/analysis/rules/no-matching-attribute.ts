import { headOf } from "../head-of.ts";
import type { Rule } from "../rule.ts";

/** Without a matching attribute Entra cannot tell who has an account already, and refuses the mapping. */
export const noMatchingAttribute: Rule = {
  code: "no-matching-attribute",
  severity: "error",
  check(binding, report) {
    for (const map of binding.model.maps) {
      if (map.attributes.some(({ matchingPriority }) => matchingPriority !== undefined)) continue;
      const usual = map.resourceType?.name === "Group" ? "displayName" : "userName";
      report.at(
        map.place.statement,
        headOf(binding, map.place.statement),
        `No attribute of this map is a matching attribute, so nobody's account would be found. Add 'match 1' to one, usually to ${usual}.`,
      );
    }
  },
};
