import type { FunctionSignature } from "#model/functions";
import { parse } from "#syntax/parse";
import { literal } from "./item.ts";

const known = new Map<FunctionSignature, string>();

/** A call with a placeholder for each argument that people write: those that must be there, and those that the worked example has. */
export function callSnippet(signature: FunctionSignature): string {
  const snippet = known.get(signature) ?? snippetOf(signature);
  known.set(signature, snippet);
  return snippet;
}

function snippetOf(signature: FunctionSignature): string {
  const { name, parameters, minArguments } = signature;
  const shown = parameters.slice(0, Math.max(minArguments, argumentsInExample(signature)));
  return `${name}(${shown.map((parameter, index) => `\${${index + 1}:${literal(parameter.name)}}`).join(", ")})`;
}

function argumentsInExample({ name, example }: FunctionSignature): number {
  const node = parse(`let x = ${example?.expression ?? ""}`).statements.at(0)?.parsed.node;
  const call = node?.kind === "Let" ? node.expression : undefined;
  return call?.kind === "Call" && call.callee.text === name ? call.arguments.length : 0;
}
