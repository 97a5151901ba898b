import { own, say } from "#base/sentence";
import { partsOf } from "#model/bind-expression";
import { functions } from "#model/functions";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** Entra refuses an expression with a function it does not have. */
export const unknownFunction: StatementRule = {
  code: "unknown-function",
  severity: "error",
  of: ["Let", "AttributeMapping"],
  check({ expression }, report) {
    if (expression === undefined) return;
    for (const part of partsOf(expression)) {
      if (part.kind !== "call" || part.signature !== undefined || part.name === "") continue;
      const range = { start: part.range.start, end: part.range.start + part.name.length };
      const known = functions.map(({ name }) => name);
      const { hint, fix } = nearest({ text: part.name, range }, known);
      report(range, paragraph(say`'${own(part.name)}' is no function that Entra documents.`, hint), { fix });
    }
  },
};
