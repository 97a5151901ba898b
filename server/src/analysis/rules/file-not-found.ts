import type { Rule } from "../rule.ts";

/** Names from a file that cannot be read are missing here, so everything that uses them is wrong. */
export const fileNotFound: Rule = {
  code: "file-not-found",
  severity: "error",
  check({ tree, unreadableUses }, report) {
    for (const [index, reason] of unreadableUses) {
      const { node } = tree.statements[index]!.parsed;
      if (reason !== "not-found" || node.kind !== "Use" || node.file === undefined) continue;
      report.at(index, node.file.range, `There is no file '${node.file.value}'. Its place counts from the folder of this file.`);
    }
  },
};
