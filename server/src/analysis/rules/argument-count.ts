import { partsOf } from "#model/bind-expression";
import type { CallExpression } from "#model/expression";
import type { FunctionSignature } from "#model/functions";
import type { Rule } from "../rule.ts";

/** Entra counts argument positions, empty ones too, and refuses a call with too few or too many. */
export const argumentCount: Rule = {
  code: "argument-count",
  severity: "error",
  check({ statements }, report) {
    for (const [index, { expression }] of statements) {
      if (expression === undefined) continue;
      for (const part of partsOf(expression)) {
        if (part.kind !== "call" || part.signature === undefined) continue;
        const message = explain(part, part.signature);
        if (message !== undefined) report.at(index, { start: part.range.start, end: part.range.start + part.name.length }, message);
      }
    }
  },
};

function explain(call: CallExpression, { name, minArguments, maxArguments, parameters }: FunctionSignature): string | undefined {
  const count = call.arguments.length;
  if (count >= minArguments && (maxArguments === undefined || count <= maxArguments)) return undefined;
  const written = parameters
    .map((parameter) => (parameter.variadic ? `${parameter.name}…` : parameter.optional ? `[${parameter.name}]` : parameter.name))
    .join(", ");
  return `${name} takes ${expected(minArguments, maxArguments)}, not ${String(count)}: ${name}(${written}).`;
}

function expected(least: number, most: number | undefined): string {
  if (most === undefined) return `at least ${plural(least)}`;
  return least === most ? plural(least) : `${String(least)} to ${plural(most)}`;
}

function plural(count: number): string {
  return count === 1 ? "1 argument" : `${String(count)} arguments`;
}
