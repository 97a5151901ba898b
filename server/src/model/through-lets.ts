import { walkExpression } from "./bind-expression.ts";
import type { Expression, LetDefinition } from "./expression.ts";

/** Every expression that takes part in one, itself first, in the order of the text; what lets stand for follows their first mention. */
export function* throughLets(expression: Expression, followed = new Set<LetDefinition>()): Generator<Expression> {
  for (const part of walkExpression(expression)) {
    yield part;
    if (part.kind !== "attribute" || part.definition === undefined || followed.has(part.definition)) continue;
    followed.add(part.definition);
    // One that refers to itself has no expression.
    const meaning = part.definition.expression();
    if (meaning !== undefined) yield* throughLets(meaning, followed);
  }
}
