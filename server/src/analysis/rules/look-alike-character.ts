import type { Rule } from "../rule.ts";

/** Portals, word processors and translations turn quotes, commas and parentheses into other characters that look the same. */
export const lookAlikeCharacter: Rule = {
  code: "look-alike-character",
  severity: "error",
  check({ tree }, report) {
    for (const { index, parsed } of tree.statements) {
      for (const { code, range, message } of parsed.problems) if (code === "look-alike-character") report.at(index, range, message);
    }
  },
};
