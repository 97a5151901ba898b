import type { Expression } from "./expression.ts";
import { throughLets } from "./through-lets.ts";

/** Names of the source attributes that an expression reads, those behind its lets included. */
export function attributesRead(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  for (const part of throughLets(expression)) if (part.kind === "attribute" && part.definition === undefined) names.add(part.name);
  return names;
}
