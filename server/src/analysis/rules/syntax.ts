import type { FileRule, StatementRule } from "../rule.ts";

/** A statement that cannot be read as written, or a brace without its partner. The rest of the file is understood all the same. */
export const syntax: StatementRule = {
  code: "syntax",
  severity: "error",
  check({ problems }, report) {
    for (const { code, range, message } of problems) if (code === "syntax") report(range, message);
  },
};

/** The same for braces, which belong to a whole file. */
export const braces: FileRule = {
  code: syntax.code,
  severity: syntax.severity,
  check({ tree }, report) {
    for (const { statement, message } of tree.problems) {
      const found = tree.statements.at(statement);
      if (found !== undefined) report(statement, found.parsed.node.range, message);
    }
  },
};
