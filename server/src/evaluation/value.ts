import type { TextRange } from "#base/text-range";
import type { EvaluationProblem } from "#model/outcome";
import { printDate } from "./date-text.ts";

/** A value on its way through an expression. Booleans are already the texts `True` and `False`; an empty list never occurs. */
export type Value = null | string | readonly string[] | NumberValue | DateValue | Stop;

/** A number written without quotes, or one that a function computed; comparisons tell it from a text of digits. */
export interface NumberValue {
  readonly kind: "number";
  /** Decimal digits, as they leave the expression. */
  readonly text: string;
}

export interface DateValue {
  readonly kind: "date";
  /** Since 1970-01-01T00:00:00Z. */
  readonly milliseconds: number;
}

/** What ends the evaluation of everything around it. */
export type Stop =
  | { readonly kind: "unknown"; readonly reason: string }
  | { readonly kind: "problem"; readonly problem: EvaluationProblem }
  | { readonly kind: "flow"; readonly flow: "ignored" | "object-ignored" };

/** Longer values are refused: nested `let` references could otherwise double a text until memory ends. */
export const longestText = 200_000;

export function isStop(value: Value | readonly (string | null)[]): value is Stop {
  if (typeof value === "string" || value === null || !("kind" in value)) return false;
  return value.kind === "unknown" || value.kind === "problem" || value.kind === "flow";
}

export function unknown(reason: string): Stop {
  return { kind: "unknown", reason };
}

export function problem(range: TextRange, message: string): Stop {
  return { kind: "problem", problem: { code: "expression-error", message, range } };
}

export function numberOf(value: number | bigint): NumberValue {
  return { kind: "number", text: String(value) };
}

export function truth(value: boolean): string {
  return value ? "True" : "False";
}

/** The text or texts a value leaves the expression with. A list of one is kept a list: only `singleText` takes it for its element. */
export function texts(value: Exclude<Value, Stop>): null | string | readonly string[] {
  if (value === null || typeof value === "string" || !("kind" in value)) return value;
  return value.kind === "number" ? value.text : printDate(value.milliseconds);
}

/** The one text of a value; undefined when there are several. */
export function singleText(value: Exclude<Value, Stop>): string | null | undefined {
  const text = texts(value);
  if (text === null || typeof text === "string") return text;
  return text.length === 1 ? text[0] : undefined;
}
