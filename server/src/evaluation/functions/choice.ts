import { say } from "#base/sentence";
import type { Expression } from "#model/expression";
import type { Evaluation, Run } from "../run.ts";
import { isStop, problem, singleText, truth, unknown } from "../value.ts";
import type { Stop, Value } from "../value.ts";
import { argumentAt, givenValue, severalValues } from "./builder.ts";
import type { Builders, PreparedCall } from "./builder.ts";

/** Functions that test values and choose between them; a branch that is not chosen is never evaluated. */
export const choiceFunctions = {
  Coalesce: coalesce,
  IIF: iif,
  IsNullOrEmpty: (call) => presence(call, (present) => !present),
  IsPresent: (call) => presence(call, (present) => present),
  Not: not,
  Switch: choose,
} satisfies Partial<Builders>;

function presence(call: PreparedCall<1>, answer: (present: boolean) => boolean): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    return isStop(value) ? value : truth(answer(isPresent(value)));
  };
}

function isPresent(value: Exclude<Value, Stop>): boolean {
  if (typeof value === "string") return value !== "";
  return value !== null && singleText(value) !== "";
}

/** `True` becomes `False`, anything else `True` (documented). */
function not(call: PreparedCall<1>): Evaluation {
  const source = givenValue(call, 0);
  return (run) => {
    const value = source(run);
    return isStop(value) ? value : truth(singleText(value) !== "True");
  };
}

/** The last argument is the default: it is returned even when it is empty. */
function coalesce(call: PreparedCall): Evaluation {
  const sources = call.arguments.map((_, index) => givenValue(call, index));
  return (run) => {
    let last: Value = null;
    for (const source of sources) {
      // The reference speaks of null only; a guide shows the empty text passed over too.
      if (last !== null) run.inferred = true;
      last = source(run);
      if (isStop(last) || isPresent(last)) return last;
    }
    return last;
  };
}

function iif(call: PreparedCall<3>): Evaluation {
  const condition = givenValue(call, 0);
  const whenTrue = argumentAt(call, 1) ?? (() => null);
  const whenFalse = argumentAt(call, 2) ?? (() => null);
  return (run) => {
    const value = condition(run);
    if (isStop(value)) return value;
    const text = singleText(value);
    if (text === undefined) return severalValues("IIF");
    return isTrue(run, text) ? whenTrue(run) : whenFalse(run);
  };
}

/** Conditions yield `True` or `False`; of other texts CBool's rule decides: `0`, the empty text and none are false. */
export function isTrue(run: Run, text: string | null): boolean {
  if (text === "True") return true;
  if (text === "False") return false;
  run.inferred = true;
  return text !== null && text !== "" && text !== "0";
}

interface Branch {
  readonly key: Evaluation;
  readonly value: Evaluation;
  /** The key is not a constant, or another key has the same text: documents leave open what happens. */
  readonly inferred: boolean;
}

function choose(call: PreparedCall): Evaluation {
  if (call.arity % 2 !== 0) {
    return () => problem(call.range, say`Switch needs a value for every key: source, default, then pairs of key and value.`);
  }
  const branches = readBranches(call);
  if (branches === undefined)
    return () => unknown("undocumented", say`Entra does not document what an empty key or value of Switch means.`);
  const source = givenValue(call, 0);
  const otherwise = call.arguments[1] ?? (() => null);
  const table = tableOf(call, branches);
  return (run) => {
    const value = source(run);
    if (isStop(value)) return value;
    const text = singleText(value);
    if (text === undefined) return several(run, call);
    // A trace shows every key that was compared.
    if (table !== undefined && run.trace === undefined) return (table.get(text ?? "") ?? otherwise)(run);
    return chosen(run, branches, text ?? "", otherwise);
  };
}

function several(run: Run, call: PreparedCall): Stop {
  run.inferred = true;
  return problem(call.range, say`Switch compares one text with its keys, but its source has several values.`);
}

function readBranches({ arguments: prepared, expressions }: PreparedCall): readonly Branch[] | undefined {
  const branches: Branch[] = [];
  const constants = expressions.map((expression, index) => (index >= 2 && index % 2 === 0 ? constantText(expression) : undefined));
  for (let index = 2; index < prepared.length; index += 2) {
    const key = prepared[index];
    const value = prepared[index + 1];
    if (key === undefined || value === undefined) return undefined;
    const constant = constants[index];
    branches.push({ key, value, inferred: constant === undefined || constants.indexOf(constant) !== constants.lastIndexOf(constant) });
  }
  return branches;
}

/** Keys that are different constants need no comparing one by one. */
function tableOf({ expressions }: PreparedCall, branches: readonly Branch[]): ReadonlyMap<string, Evaluation> | undefined {
  if (branches.some((branch) => branch.inferred)) return undefined;
  return new Map(branches.map((branch, index) => [constantText(expressions[2 * index + 2]) ?? "", branch.value]));
}

function constantText(expression: Expression | undefined): string | undefined {
  if (expression?.kind === "text") return expression.value;
  return expression?.kind === "number" ? expression.text : undefined;
}

/** The value of the first equal key, also when it is no value. Case counts, and the key `""` stands for a missing source too (documented). */
function chosen(run: Run, branches: readonly Branch[], source: string, otherwise: Evaluation): Value {
  for (const branch of branches) {
    const key = branch.key(run);
    if (isStop(key)) return key;
    if (branch.inferred) run.inferred = true;
    const text = singleText(key);
    if (text === undefined) return severalValues("Switch");
    if ((text ?? "") === source) return branch.value(run);
  }
  return otherwise(run);
}
