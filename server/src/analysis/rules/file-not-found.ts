import { own, say } from "#base/sentence";
import type { StatementRule } from "../rule.ts";

/** Names from a file that cannot be read are missing here, so everything that uses them is wrong. */
export const fileNotFound: StatementRule<"Use"> = {
  code: "file-not-found",
  severity: "error",
  of: ["Use"],
  check({ node: { file }, scope }, report) {
    if (file === undefined || scope.unreadableUses.get(file.value) !== "not-found") return;
    report(file.range, say`There is no file '${own(file.value)}'. Its place counts from the folder of this file.`);
  },
};
