import type { Rule } from "../rule.ts";

/** Two files that use each other have no order in which their names could be read. */
export const useCycle: Rule = {
  code: "use-cycle",
  severity: "error",
  check({ tree, unreadableUses }, report) {
    for (const [index, reason] of unreadableUses) {
      const { node } = tree.statements[index]!.parsed;
      if (reason === "cycle" && node.kind === "Use")
        report.at(index, node.range, `'${node.file?.value ?? ""}' uses this file in turn. Move what both need into a third file.`);
    }
  },
};
