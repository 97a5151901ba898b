import type { StatementRule } from "../rule.ts";

/** A statement that nests deeper or is longer than anything that people write: only its beginning is read. */
export const tooLarge: StatementRule = {
  code: "too-large",
  severity: "error",
  check({ problems }, report) {
    for (const { code, range, message } of problems) if (code === "too-large") report(range, message);
  },
};
