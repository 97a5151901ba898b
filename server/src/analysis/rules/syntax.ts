import type { Rule } from "../rule.ts";

/** A statement that cannot be read as written, or a brace without its partner. The rest of the file is understood all the same. */
export const syntax: Rule = {
  code: "syntax",
  severity: "error",
  check({ tree }, report) {
    for (const { index, parsed } of tree.statements) {
      for (const { code, range, message } of parsed.problems) if (code === "syntax") report.at(index, range, message);
    }
    for (const { statement, message } of tree.problems) report.at(statement, tree.statements[statement]!.parsed.node.range, message);
  },
};
