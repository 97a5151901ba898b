import type { ExpressionNode } from "#syntax/ast";
import type { Expression, LetDefinition } from "./expression.ts";
import { findFunction } from "./functions.ts";

/** Lets by name, in lower case: `[x]` means the let of that name before it means a source attribute. */
export type LetScope = ReadonlyMap<string, LetDefinition>;

/** Resolves the names of an expression. Total: a missing piece becomes a `missing` expression. */
export function bindExpression(node: ExpressionNode, lets: LetScope): Expression {
  const { range } = node;
  switch (node.kind) {
    case "Call": {
      const args = node.arguments.map(({ expression }) => (expression === undefined ? undefined : bindExpression(expression, lets)));
      return { kind: "call", range, name: node.callee.text, signature: findFunction(node.callee.text)?.signature, arguments: args };
    }
    case "SourceReference":
      if (node.name === undefined) return { kind: "missing", range };
      return { kind: "attribute", range, name: node.name.text, definition: lets.get(node.name.text.toLowerCase()) };
    case "Text":
      return { kind: "text", range, value: node.value };
    case "Number":
      return { kind: "number", range, text: node.text };
    case "Word":
      return { kind: "word", range, name: node.name };
    case "Concatenation":
      return { kind: "concatenation", range, operands: node.operands.map((operand) => bindExpression(operand, lets)) };
    case "ComparisonExpression":
      return {
        kind: "comparison",
        range,
        operator: node.operator,
        left: bindOptional(node.left, lets, range),
        right: bindOptional(node.right, lets, range),
      };
  }
}

function bindOptional(node: ExpressionNode | undefined, lets: LetScope, range: Expression["range"]): Expression {
  return node === undefined ? { kind: "missing", range } : bindExpression(node, lets);
}

/** Every expression in one, itself first, in the order of the text. Definitions of lets are not followed. */
export function walkExpression(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  addParts(expression, parts);
  return parts;
}

function addParts(expression: Expression, parts: Expression[]): void {
  parts.push(expression);
  switch (expression.kind) {
    case "call":
      for (const argument of expression.arguments) if (argument !== undefined) addParts(argument, parts);
      return;
    case "comparison":
      addParts(expression.left, parts);
      addParts(expression.right, parts);
      return;
    case "concatenation":
      for (const operand of expression.operands) addParts(operand, parts);
      return;
    case "attribute":
    case "text":
    case "number":
    case "word":
    case "missing":
      return;
  }
}
