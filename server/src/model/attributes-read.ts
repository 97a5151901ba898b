import { walkExpression } from "./bind-expression.ts";
import type { Expression, LetDefinition } from "./expression.ts";

/** Names of the source attributes that an expression reads, those behind its lets included. */
export function attributesRead(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  collect(expression, names, new Set());
  return names;
}

function collect(expression: Expression, names: Set<string>, followed: Set<LetDefinition>): void {
  for (const part of walkExpression(expression)) {
    if (part.kind !== "attribute") continue;
    if (part.definition === undefined) names.add(part.name);
    else if (!followed.has(part.definition)) {
      followed.add(part.definition);
      const definition = part.definition.expression();
      if (definition !== undefined) collect(definition, names, followed);
    }
  }
}
