import type { TextRange } from "#base/text-range";
import type { Sentence } from "#base/sentence";
import type { EvaluationProblem, Unknown, UnknownCode } from "#model/outcome";
import { printDate } from "./date-text.ts";

/** A value on its way through an expression. Booleans are already the texts `True` and `False`; an empty list never occurs. */
export type Value = null | string | readonly string[] | NumberValue | DateValue | Stop;

/** A number written without quotes, or one that a function computed; comparisons tell it from a text of digits. */
export interface NumberValue {
  readonly kind: "number";
  /** Decimal digits, as they leave the expression. */
  readonly text: string;
}

/** A moment; it leaves the expression in Entra's own text form. */
export interface DateValue {
  readonly kind: "date";
  /** Since 1970-01-01T00:00:00Z. */
  readonly milliseconds: number;
}

/** What ends the evaluation of everything around it. */
export type Stop =
  | { readonly kind: "unknown"; readonly unknown: Unknown }
  | { readonly kind: "problem"; readonly problem: EvaluationProblem }
  | { readonly kind: "flow"; readonly flow: "ignored" | "object-ignored" };

/** Longer values are refused: nested `let` references could otherwise double a text until memory ends. */
export const longestText = 200_000;

/** Whether a value ends everything around it. */
export function isStop(value: Value | readonly (string | null)[]): value is Stop {
  if (typeof value === "string" || value === null || !("kind" in value)) return false;
  return value.kind === "unknown" || value.kind === "problem" || value.kind === "flow";
}

/** The value cannot be known before the real run. */
export function unknown(code: UnknownCode, text: Sentence): Stop {
  return { kind: "unknown", unknown: { code, text } };
}

/** The expression is wrong for this record. */
export function problem(range: TextRange, message: Sentence): Stop {
  return { kind: "problem", problem: { code: "expression-error", message, range } };
}

/** A number that was computed. */
export function numberOf(value: number | bigint): NumberValue {
  return { kind: "number", text: String(value) };
}

/** A Boolean as expressions know it. */
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
