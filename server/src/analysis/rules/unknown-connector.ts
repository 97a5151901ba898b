import { didYouMean } from "#base/nearest-name";
import { settingText } from "#model/bind-settings";
import { connectors, findConnector } from "#model/connectors/index";
import type { Rule } from "../rule.ts";

/** The connector decides which attributes, filters and actions are known; an unknown one is treated as `generic`. */
export const unknownConnector: Rule = {
  code: "unknown-connector",
  severity: "error",
  check({ tree }, report) {
    for (const { index, parsed } of tree.statements) {
      const { node } = parsed;
      if (node.kind !== "Setting" || node.name?.text !== "connector" || node.value === undefined) continue;
      const name = settingText(node) ?? "";
      if (findConnector(name) !== undefined) continue;
      const known = connectors.map(({ id }) => id);
      report.at(
        index,
        node.value.range,
        `There is no connector '${name}'.${didYouMean(name, known)} Known are ${known.join(", ")}; generic fits any SCIM 2.0 service.`,
      );
    }
  },
};
