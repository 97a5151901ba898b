import type { Filterability } from "#model/known-target";
import type { MappingModel } from "#model/mapping-model";
import type { Rule } from "../rule.ts";

/** Entra looks accounts up by a filter on the matching attribute; a target that cannot filter by it finds nobody. */
export const matchNotFilterable: Rule = {
  code: "match-not-filterable",
  severity: "error",
  check({ model }, report) {
    for (const map of model.maps) {
      if (map.resourceType === undefined) continue;
      const { name } = map.resourceType;
      for (const { target, matchingPriority } of map.attributes) {
        if (matchingPriority === undefined || target.kind !== "path") continue;
        const known = model.target.filterability(name, target.canonical);
        if (known?.filterable !== false) continue;
        report.at(target.place.statement, target.place.range, message(target.text, known, name, model));
      }
    }
  },
};

function message(text: string, { statedBy }: Filterability, resourceType: string, { target, connector }: MappingModel): string {
  const able = target.filterablePaths(resourceType);
  const advice = able.length === 0 ? "" : ` It can filter by ${able.join(", ")}.`;
  return statedBy === "target"
    ? `The connection test found that the target cannot filter by '${text}', so it cannot be a matching attribute.${advice}`
    : `${connector.displayName} cannot filter by '${text}', so it cannot be a matching attribute.${advice}`;
}
