import { filterable } from "#model/connectors/index";
import type { Rule } from "../rule.ts";

/** Entra looks accounts up by a filter on the matching attribute; an application that cannot filter by it finds nobody. */
export const matchNotFilterable: Rule = {
  code: "match-not-filterable",
  severity: "error",
  check({ model }, report) {
    for (const map of model.maps) {
      if (map.resourceType === undefined) continue;
      const { name } = map.resourceType;
      const rows = model.connector.resourceTypes?.[name]?.attributes ?? [];
      for (const { target, matchingPriority } of map.attributes) {
        if (matchingPriority === undefined || target.kind !== "path") continue;
        if (filterable(model.connector, name, target.canonical) !== false) continue;
        const able = rows.filter((row) => row.filterable === true).map(({ path }) => path);
        report.at(
          target.place.statement,
          target.place.range,
          `${model.connector.displayName} cannot filter by '${target.text}', so it cannot be a matching attribute. It can filter by ${able.join(", ")}.`,
        );
      }
    }
  },
};
