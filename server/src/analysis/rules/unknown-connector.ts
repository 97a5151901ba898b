import { settingText } from "#model/bind-settings";
import { connectors, findConnector } from "#model/connectors/index";
import { nearest } from "../nearest.ts";
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
      const { hint, fix } = nearest({ text: name, range: node.value.range }, known);
      const message = `There is no connector '${name}'.${hint} Known are ${known.join(", ")}; generic fits any SCIM 2.0 service.`;
      report.at(index, node.value.range, message, { fix });
    }
  },
};
