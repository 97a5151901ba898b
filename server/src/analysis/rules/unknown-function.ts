import { partsOf } from "#model/bind-expression";
import { functions } from "#model/functions";
import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** Entra refuses an expression with a function it does not have. */
export const unknownFunction: Rule = {
  code: "unknown-function",
  severity: "error",
  check({ statements }, report) {
    for (const [index, { expression }] of statements) {
      if (expression === undefined) continue;
      for (const part of partsOf(expression)) {
        if (part.kind !== "call" || part.signature !== undefined || part.name === "") continue;
        const range = { start: part.range.start, end: part.range.start + part.name.length };
        const { hint, fix } = nearest(
          { text: part.name, range },
          functions.map(({ name }) => name),
        );
        report.at(index, range, `'${part.name}' is no function that Entra documents.${hint}`, { fix });
      }
    }
  },
};
