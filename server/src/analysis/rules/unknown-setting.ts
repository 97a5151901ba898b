import { names, own, say } from "#base/sentence";
import { findSetting, settings } from "#model/settings";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** A setting that nobody reads changes nothing. */
export const unknownSetting: StatementRule<"Setting"> = {
  code: "unknown-setting",
  severity: "error",
  of: ["Setting"],
  check({ node, block }, report) {
    if (node.name === undefined) return;
    const setting = findSetting(node.name.text);
    if (setting === undefined) {
      const known = settings.filter(({ inEnvironment }) => block === "provision" || inEnvironment).map(({ name }) => name);
      const { hint, fix } = nearest(node.name, known);
      const message = say`There is no setting '${own(node.name.text)}'.`;
      report(node.name.range, paragraph(message, hint, say`Known are ${names(known)}.`), { fix });
    } else if (block === "environment" && !setting.inEnvironment)
      report(node.name.range, say`'${own(setting.name)}' is the same in all environments. Move it to the provision block.`);
  },
};
