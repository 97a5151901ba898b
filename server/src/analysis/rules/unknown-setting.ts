import { findSetting, settings } from "#model/settings";
import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** A setting that nobody reads changes nothing. */
export const unknownSetting: Rule = {
  code: "unknown-setting",
  severity: "error",
  check({ tree }, report) {
    for (const { index, block, parsed } of tree.statements) {
      const { node } = parsed;
      if (node.kind !== "Setting" || node.name === undefined) continue;
      const setting = findSetting(node.name.text);
      const known = settings.filter(({ inEnvironment }) => block === "provision" || inEnvironment).map(({ name }) => name);
      if (setting === undefined) {
        const { hint, fix } = nearest(node.name, known);
        report.at(index, node.name.range, `There is no setting '${node.name.text}'.${hint} Known are ${known.join(", ")}.`, { fix });
      } else if (block === "environment" && !setting.inEnvironment)
        report.at(index, node.name.range, `'${setting.name}' is the same in all environments. Move it to the provision block.`);
    }
  },
};
