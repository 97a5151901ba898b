import { names, own, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { CallExpression } from "#model/expression";
import type { FunctionSignature } from "#model/functions";
import type { StatementRule } from "../rule.ts";

/** Entra counts argument positions, empty ones too, and refuses a call with too few or too many. */
export const argumentCount: StatementRule = {
  code: "argument-count",
  severity: "error",
  of: ["Let", "AttributeMapping"],
  check({ parts }, report) {
    for (const part of parts) {
      if (part.kind !== "call" || part.signature === undefined) continue;
      const message = explain(part, part.signature);
      if (message !== undefined) report({ start: part.range.start, end: part.range.start + part.name.length }, message);
    }
  },
};

function explain(call: CallExpression, { name, minArguments, maxArguments, parameters }: FunctionSignature): Sentence | undefined {
  const count = call.arguments.length;
  if (count >= minArguments && (maxArguments === undefined || count <= maxArguments)) return undefined;
  const written = names(
    parameters.map((parameter) =>
      parameter.variadic ? `${parameter.name}…` : parameter.optional ? `[${parameter.name}]` : parameter.name,
    ),
  );
  return say`${own(name)} takes ${expected(minArguments, maxArguments)}, not ${count}: ${own(name)}(${written}).`;
}

function expected(least: number, most: number | undefined): Sentence {
  if (most === undefined) return plural(least, say`at least 1 argument`, say`at least ${least} arguments`);
  return least === most ? plural(least, say`1 argument`, say`${least} arguments`) : say`${least} to ${most} arguments`;
}
