import type { Expression } from "#model/expression";

/** The shape of an expression for traces and messages: `Join(…)`, `[givenName]`, `"text"`. */
export function describe(expression: Expression): string {
  switch (expression.kind) {
    case "call":
      return `${expression.name}(${expression.arguments.length === 0 ? "" : "…"})`;
    case "attribute":
      return `[${expression.name}]`;
    case "text":
      return `"${expression.value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
    case "number":
      return expression.text;
    case "word":
      return expression.name;
    case "comparison":
      return `${describe(expression.left)} ${expression.operator} ${describe(expression.right)}`;
    case "concatenation":
      return expression.operands.map(describe).join(" & ");
    case "missing":
      return "…";
  }
}
