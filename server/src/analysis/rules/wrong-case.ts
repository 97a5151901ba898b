import { partsOf } from "#model/bind-expression";
import type { Rule } from "../rule.ts";

/** Entra's function names are case-sensitive; one in other letters is understood here, but may be refused there. */
export const wrongCase: Rule = {
  code: "wrong-case",
  severity: "warning",
  check({ statements }, report) {
    for (const [index, { expression }] of statements) {
      if (expression === undefined) continue;
      for (const part of partsOf(expression)) {
        if (part.kind !== "call" || part.signature === undefined || part.signature.name === part.name) continue;
        const range = { start: part.range.start, end: part.range.start + part.name.length };
        const message = `Entra writes this function '${part.signature.name}', and its function names are case-sensitive.`;
        report.at(index, range, message, { fix: { range, text: part.signature.name } });
      }
    }
  },
};
