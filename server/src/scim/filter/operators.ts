import type { IToken } from "chevrotain";
import type { NameText } from "./ast.ts";
import { Name } from "./tokens.ts";

const operators: ReadonlySet<string> = new Set(["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr", "matches"]);

/** Whether a word can stand as an operator, Entra's own `matches` included. */
export function isOperator(token: IToken | undefined): boolean {
  return token?.tokenType === Name && operators.has(token.image.toLowerCase());
}

/** Whether an operator that stands without quotes compares with a value: every one but `pr` (RFC 7644 §3.4.2.2). */
export function comparesWithValue(operator: NameText): boolean {
  return operator.text.toLowerCase() !== "pr";
}
