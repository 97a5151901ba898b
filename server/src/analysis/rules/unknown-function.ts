import { own, say } from "#base/sentence";
import { functions } from "#model/functions";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** Entra refuses an expression with a function it does not have. */
export const unknownFunction: StatementRule = {
  code: "unknown-function",
  severity: "error",
  of: ["Let", "AttributeMapping"],
  check({ parts }, report) {
    for (const part of parts) {
      if (part.kind !== "call" || part.signature !== undefined || part.name === "") continue;
      const range = { start: part.range.start, end: part.range.start + part.name.length };
      const known = functions.map(({ name }) => name);
      const { hint, fix } = nearest({ text: part.name, range }, known);
      report(range, paragraph(say`'${own(part.name)}' is no function that Entra documents.`, hint), { fix });
    }
  },
};
