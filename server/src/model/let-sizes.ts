import { bounds } from "#base/bounds";
import { components } from "#base/components";
import { memo } from "#base/memo";
import { walkExpression } from "./bind-expression.ts";
import type { AttributeExpression, Expression, LetDefinition } from "./expression.ts";

/** How large an expression is with every let in it written out. */
export interface ExpandedSize {
  /** Calls, attributes, constants and signs. */
  readonly nodes: number;
  /** How deep they nest. */
  readonly depth: number;
}

/** What comes of a let: it can be used, comes back to itself, or is larger than anything that people write (language page §4). */
export type LetVerdict = ExpandedSize | "comes-back" | "too-large";

const leaf: ExpandedSize = { nodes: 1, depth: 1 };

/**
 * Says of each let of a file, by its name in lower case, what comes of it. Each is looked at once, however many others refer to it.
 * `expressionOf` gives the expression as it is written.
 */
export function letVerdicts(
  names: ReadonlySet<string>,
  expressionOf: (name: string) => Expression | undefined,
): ReadonlyMap<string, LetVerdict> {
  const verdicts = new Map<string, LetVerdict>();
  const referencesOf = memo((expression: Expression) =>
    walkExpression(expression).flatMap((part) => (part.kind === "attribute" && names.has(keyOf(part)) ? [keyOf(part)] : [])),
  );
  const leadsTo = (name: string): readonly string[] => {
    const expression = expressionOf(name);
    return expression === undefined ? [] : referencesOf(expression);
  };
  const sizeOf = (part: AttributeExpression): ExpandedSize => {
    const verdict = names.has(keyOf(part)) ? verdicts.get(keyOf(part)) : sizeElsewhere(part);
    return typeof verdict === "object" ? verdict : leaf;
  };
  for (const group of components(names, leadsTo)) {
    const comesBack = group.length > 1 || group.some((name) => leadsTo(name).includes(name));
    for (const name of group) verdicts.set(name, comesBack ? "comes-back" : verdictOf(expressionOf(name), sizeOf));
  }
  return verdicts;
}

function verdictOf(expression: Expression | undefined, sizeOf: (part: AttributeExpression) => ExpandedSize): LetVerdict {
  const size = expression === undefined ? leaf : sizeOfExpression(expression, sizeOf);
  return size.nodes > bounds.letNodes || size.depth > bounds.letDepth ? "too-large" : size;
}

/** A let of a used file has an expression only if that file found it small enough. */
function sizeElsewhere({ definition }: AttributeExpression): ExpandedSize {
  return definition === undefined ? leaf : definitionSize(definition);
}

const definitionSize = memo((definition: LetDefinition): ExpandedSize => {
  const expression = definition.expression();
  return expression === undefined ? leaf : sizeOfExpression(expression, sizeElsewhere);
});

/** Recursion is bounded: what is written nests at most as deep as a statement may. */
function sizeOfExpression(expression: Expression, sizeOf: (part: AttributeExpression) => ExpandedSize): ExpandedSize {
  const around = (parts: readonly (Expression | undefined)[]): ExpandedSize => {
    const sizes = parts.flatMap((part) => (part === undefined ? [] : [sizeOfExpression(part, sizeOf)]));
    return {
      nodes: sizes.reduce((sum, { nodes }) => sum + nodes, 1),
      depth: sizes.reduce((most, { depth }) => Math.max(most, depth), 0) + 1,
    };
  };
  switch (expression.kind) {
    case "call":
      return around(expression.arguments);
    case "comparison":
      return around([expression.left, expression.right]);
    case "concatenation":
      return around(expression.operands);
    case "attribute":
      return sizeOf(expression);
    case "text":
    case "number":
    case "word":
    case "missing":
      return leaf;
  }
}

function keyOf({ name }: AttributeExpression): string {
  return name.toLowerCase();
}
