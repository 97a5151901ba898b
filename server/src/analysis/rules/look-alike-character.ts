import { plainForm } from "#scim/filter/look-alikes";
import { textIn } from "#syntax/statement-text";
import type { Rule } from "../rule.ts";

/** Portals, word processors and translations turn quotes, commas and parentheses into other characters that look the same. */
export const lookAlikeCharacter: Rule = {
  code: "look-alike-character",
  severity: "error",
  check({ tree }, report) {
    for (const { index, parsed } of tree.statements) {
      for (const { code, range, message } of parsed.problems) {
        if (code !== "look-alike-character") continue;
        report.at(index, range, message, { fix: { range, text: plainForm(textIn(tree, tree.statements[index]!, range)) } });
      }
    }
  },
};
