import { own, say } from "#base/sentence";
import type { StatementRule } from "../rule.ts";

/** Two files that use each other have no order in which their names could be read. */
export const useCycle: StatementRule<"Use"> = {
  code: "use-cycle",
  severity: "error",
  of: ["Use"],
  check({ node: { file, range }, scope }, report) {
    if (file === undefined || scope.unreadableUses.get(file.value) !== "cycle") return;
    report(range, say`'${own(file.value)}' uses this file in turn. Move what both need into a third file.`);
  },
};
