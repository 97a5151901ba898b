import { names, own, say } from "#base/sentence";
import { settingText } from "#model/bind-settings";
import { connectors, findConnector } from "#model/connectors/index";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** The connector decides which attributes, filters and actions are known; an unknown one is treated as `generic`. */
export const unknownConnector: StatementRule<"Setting"> = {
  code: "unknown-connector",
  severity: "error",
  of: ["Setting"],
  check({ node }, report) {
    if (node.name?.text !== "connector" || node.value === undefined) return;
    const name = settingText(node) ?? "";
    if (findConnector(name) !== undefined) return;
    const known = connectors.map(({ id }) => id);
    const { hint, fix } = nearest({ text: name, range: node.value.range }, known);
    const advice = say`Known are ${names(known)}; generic fits any SCIM 2.0 service.`;
    report(node.value.range, paragraph(say`There is no connector '${own(name)}'.`, hint, advice), { fix });
  },
};
