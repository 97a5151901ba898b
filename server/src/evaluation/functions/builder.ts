import { own, personal, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { Expression } from "#model/expression";
import type { ComputedFunction, FunctionArity } from "#model/functions";
import type { Evaluation, Run } from "../run.ts";
import { isStop, problem, singleText, unknown } from "../value.ts";
import type { Stop, Value } from "../value.ts";

/** A call whose arguments are prepared, each in its place of the function's table; one that is not given is undefined. */
export interface PreparedCall<Arity extends number = number> {
  readonly name: string;
  readonly range: TextRange;
  /** How many arguments the table knows; where it sets no limit, how many are written. As a type it keeps a builder to those. */
  readonly arity: Arity;
  readonly expressions: readonly (Expression | undefined)[];
  readonly arguments: readonly (Evaluation | undefined)[];
}

/** Turns a call into what it does. Argument counts and missing required arguments are already checked. */
export type FunctionBuilder<Arity extends number = number> = (call: PreparedCall<Arity>) => Evaluation;

/** An implementation for every name of the table that is computed, and for no other, each with the table's arity. */
export type Builders = { readonly [Name in ComputedFunction]: FunctionBuilder<FunctionArity<Name>> };

/** The places of so many arguments, counted from 0. */
export type Position<Arity extends number> = Arity extends keyof Positions ? Positions[Arity] : number;

/** As far as the table goes: Replace has seven. */
interface Positions {
  0: never;
  1: 0;
  2: 0 | 1;
  3: 0 | 1 | 2;
  4: 0 | 1 | 2 | 3;
  5: 0 | 1 | 2 | 3 | 4;
  6: 0 | 1 | 2 | 3 | 4 | 5;
  7: 0 | 1 | 2 | 3 | 4 | 5 | 6;
}

/** An argument as it is written. */
export function expressionAt<Arity extends number>(call: PreparedCall<Arity>, index: Position<NoInfer<Arity>>): Expression | undefined {
  return call.expressions[index];
}

/** An argument ready to run, as often and as late as the function wants. */
export function argumentAt<Arity extends number>(call: PreparedCall<Arity>, index: Position<NoInfer<Arity>>): Evaluation | undefined {
  return call.arguments[index];
}

/** The value of an argument that must be known before the function can start; null when it is not given. */
export function givenValue<Arity extends number>(call: PreparedCall<Arity>, index: Position<NoInfer<Arity>>): Evaluation {
  const evaluation = call.arguments[index];
  if (evaluation === undefined) return () => null;
  return (run) => {
    const value = evaluation(run);
    return typeof value === "object" && value !== null && isStop(value) ? stopped(run, value) : value;
  };
}

/** Documents show the flow words as a whole result or a branch, never inside another function. */
function stopped(run: Run, stop: Stop): Stop {
  if (stop.kind === "flow") run.inferred = true;
  return stop;
}

/** One text, null for none; several values stop the evaluation, because no document says what the function makes of them. */
export function textArgument<Arity extends number>(
  call: PreparedCall<Arity>,
  index: Position<NoInfer<Arity>>,
): (run: Run) => string | null | Stop {
  const evaluation = call.arguments[index];
  if (evaluation === undefined) return () => null;
  return (run) => {
    const value = evaluation(run);
    if (typeof value === "string" || value === null) return value;
    if (isStop(value)) return stopped(run, value);
    return singleText(value) ?? severalValues(call.name);
  };
}

/** Why a function that takes one value is not computed for more. */
export function severalValues(name: string): Stop {
  return unknown("several-values", say`Entra does not document what ${own(name)} makes of several values.`);
}

/** A whole number, quoted or not. */
export function integerArgument<Arity extends number>(
  call: PreparedCall<Arity>,
  index: Position<NoInfer<Arity>>,
): (run: Run) => number | Stop {
  const evaluation = textArgument(call, index);
  const expression = call.expressions[index];
  const constant = expression?.kind === "number" ? wholeNumber(expression.text) : undefined;
  return (run) => {
    if (constant !== undefined && run.trace === undefined) return constant;
    const text = evaluation(run);
    if (isStop(text)) return text;
    const number = text === null ? undefined : wholeNumber(text);
    if (number !== undefined) return number;
    return problem(expression?.range ?? call.range, noWholeNumber(call.name, text));
  };
}

function noWholeNumber(name: string, text: string | null): Sentence {
  return text === null
    ? say`${own(name)} needs a whole number here, but got no value.`
    : say`${own(name)} needs a whole number here, but got "${personal(text)}".`;
}

function wholeNumber(text: string): number | undefined {
  return /^-?[0-9]{1,15}$/.test(text) ? Number(text) : undefined;
}

/** A function of one text that yields null for null (semantics page, "null in, null out"). */
export function textFunction(transform: (text: string, run: Run) => Value): FunctionBuilder<1> {
  return (call) => {
    const source = textArgument(call, 0);
    return (run) => {
      const text = source(run);
      if (isStop(text)) return text;
      return text === null ? nullForNull(run) : transform(text, run);
    };
  };
}

/** No value for no value, which is our decision where documents are silent. */
export function nullForNull(run: Run): null {
  run.inferred = true;
  return null;
}
