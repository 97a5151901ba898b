import { own, say } from "#base/sentence";
import type { StatementRule } from "../rule.ts";

/** Entra's function names are case-sensitive; one in other letters is understood here, but may be refused there. */
export const wrongCase: StatementRule = {
  code: "wrong-case",
  severity: "warning",
  of: ["Let", "AttributeMapping"],
  check({ parts }, report) {
    for (const part of parts) {
      if (part.kind !== "call" || part.signature === undefined || part.signature.name === part.name) continue;
      const range = { start: part.range.start, end: part.range.start + part.name.length };
      const { name } = part.signature;
      const message = say`Entra writes this function '${own(name)}', and its function names are case-sensitive.`;
      report(range, message, { fix: { range, text: name } });
    }
  },
};
