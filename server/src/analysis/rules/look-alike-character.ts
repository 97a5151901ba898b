import { plainForm } from "#scim/filter/look-alikes";
import { textOf } from "../text-of.ts";
import type { StatementRule } from "../rule.ts";

/** Portals, word processors and translations turn quotes, commas and parentheses into other characters that look the same. */
export const lookAlikeCharacter: StatementRule = {
  code: "look-alike-character",
  severity: "error",
  check(statement, report) {
    for (const { code, range, message } of statement.problems) {
      if (code !== "look-alike-character") continue;
      report(range, message, { fix: { range, text: plainForm(textOf(statement, range)) } });
    }
  },
};
