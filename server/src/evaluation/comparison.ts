import { own, say } from "#base/sentence";
import type { ComparisonExpression } from "#model/expression";
import type { Evaluation, Run } from "./run.ts";
import { isStop, singleText, truth, unknown } from "./value.ts";
import type { Stop, Value } from "./value.ts";

type Operator = ComparisonExpression["operator"];
type Operand = Exclude<Value, Stop>;

/** `left operator right` as IIF and CBool know it (semantics page, "comparisons in IIF, CBool"); yields `True` or `False`. */
export function compareWith(operator: Operator, left: Evaluation, right: Evaluation): Evaluation {
  return (run) => {
    const first = left(run);
    if (isStop(first)) return first;
    const second = right(run);
    if (isStop(second)) return second;
    const order = compare(run, operator, first, second);
    return order === undefined
      ? unknown("several-values", say`Entra does not document how '${own(operator)}' compares several values.`)
      : truth(holds(operator, order));
  };
}

/** Negative, zero or positive; undefined when one side has several values. */
function compare(run: Run, operator: Operator, left: Operand, right: Operand): number | undefined {
  if (isDate(left) && isDate(right)) {
    run.inferred = true;
    return left.milliseconds - right.milliseconds;
  }
  const first = singleText(left);
  const second = singleText(right);
  if (first === undefined || second === undefined) return undefined;
  if ((isNumber(left) || isNumber(right)) && isNumeric(first) && isNumeric(second)) return compareNumbers(first, second);
  if (rests(operator, first ?? "", second ?? "") || isNumber(left) || isNumber(right)) run.inferred = true;
  return ordinal(first ?? "", second ?? "");
}

/** Documented for texts are only `=` and `<>` of present values; whether case counts is our decision. */
function rests(operator: Operator, first: string, second: string): boolean {
  if (operator !== "=" && operator !== "<>") return true;
  if (first === "" || second === "") return true;
  return first !== second && first.toLowerCase() === second.toLowerCase();
}

function holds(operator: Operator, order: number): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

function isDate(value: Operand): value is Extract<Value, { kind: "date" }> {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "date";
}

function isNumber(value: Operand): boolean {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "number";
}

function isNumeric(text: string | null): text is string {
  return text !== null && /^-?[0-9]+(?:\.[0-9]+)?$/.test(text);
}

/** Whole numbers exactly, because FILETIME numbers have more digits than a double holds. */
function compareNumbers(first: string, second: string): number {
  if (first.includes(".") || second.includes(".")) return Number(first) - Number(second);
  const left = BigInt(first);
  const right = BigInt(second);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** By UTF-16 unit, as .NET's ordinal comparison. */
function ordinal(first: string, second: string): number {
  return first < second ? -1 : first > second ? 1 : 0;
}
