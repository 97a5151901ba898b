import { own, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { AttributeExpression, CallExpression, Expression, LetDefinition, WordExpression } from "#model/expression";
import type { FunctionSignature } from "#model/functions";
import { attributeKey } from "#model/source-record";
import { compareWith } from "./comparison.ts";
import { once } from "./definition.ts";
import type { PreparedDefinition } from "./definition.ts";
import { describe } from "./describe.ts";
import { builders, neverLonger } from "./functions/index.ts";
import type { EvaluationInput } from "./input.ts";
import { rolesNotKnown } from "./known-roles.ts";
import { readNumber } from "./number-text.ts";
import type { Outcome, TraceStep } from "#model/outcome";
import type { Evaluation, Run } from "./run.ts";
import { isStop, longestText, problem, singleText, texts, unknown } from "./value.ts";
import type { Stop, Value } from "./value.ts";

export type { EvaluationInput } from "./input.ts";

/** An expression prepared once, run for any number of records. */
export type PreparedExpression = (input: EvaluationInput, trace?: TraceStep[]) => Outcome;

/**
 * Prepares an expression. Never throws; what cannot be prepared yields an unknown that names it. Tracing has closures of its own, made
 * when first asked for, so that a run without a trace pays nothing for it.
 */
export function prepare(expression: Expression): PreparedExpression {
  const evaluation = prepareNode(expression, preparation(false));
  let traced: Evaluation | undefined;
  return (input, trace) => {
    const run: Run = { input, trace, depth: 0, inferred: false, roles: undefined, definitions: undefined };
    if (trace === undefined) return toOutcome(run, evaluation(run));
    traced ??= prepareNode(expression, preparation(true));
    return toOutcome(run, traced(run));
  };
}

/** What the preparation of one expression shares. */
interface Preparation {
  readonly traced: boolean;
  /** Definitions being prepared, to notice circles, and those that are ready, to share them. */
  readonly open: Set<LetDefinition>;
  readonly done: Map<LetDefinition, PreparedDefinition>;
  /** The definition whose expression is being prepared. */
  readonly inside: string | undefined;
}

function preparation(traced: boolean): Preparation {
  return { traced, open: new Set(), done: new Map(), inside: undefined };
}

function prepareNode(expression: Expression, preparation: Preparation): Evaluation {
  const evaluation = prepareKind(expression, preparation);
  return preparation.traced ? withTrace(expression, preparation.inside, evaluation) : evaluation;
}

function withTrace(expression: Expression, definition: string | undefined, evaluation: Evaluation): Evaluation {
  const label = describe(expression);
  return (run) => {
    run.depth += 1;
    const value = evaluation(run);
    run.depth -= 1;
    run.trace?.push(traceStep(expression, label, definition, run.depth, value));
    return value;
  };
}

function prepareKind(expression: Expression, preparation: Preparation): Evaluation {
  switch (expression.kind) {
    case "call":
      return prepareCall(expression, preparation);
    case "attribute":
      return expression.definition === undefined
        ? attributeReader(expression.name)
        : prepareDefinition(expression, expression.definition, preparation);
    case "text":
      return () => expression.value;
    case "number":
      return constant(
        readNumber(expression.text) ?? unknown("unreadable", say`'${own(expression.text)}' is not a number that Entra documents.`),
      );
    case "word":
      return constant(wordValue(expression));
    case "comparison":
      return compareWith(expression.operator, prepareNode(expression.left, preparation), prepareNode(expression.right, preparation));
    case "concatenation":
      return concatenate(expression.operands.map((operand) => prepareNode(operand, preparation)));
    case "missing":
      return constant(unknown("unreadable", say`Part of the expression is missing or cannot be read.`));
  }
}

function constant(value: Value): Evaluation {
  return () => value;
}

function attributeReader(name: string): Evaluation {
  const key = attributeKey(name);
  const read = (run: Run): Value => {
    const value = run.input.attribute(key) ?? null;
    return typeof value === "object" && value?.length === 0 ? null : value;
  };
  return key === appRoleAssignments ? (run) => rolesNotKnown(run) ?? read(run) : read;
}

const appRoleAssignments = attributeKey("appRoleAssignments");

function prepareDefinition(reference: AttributeExpression, definition: LetDefinition, preparation: Preparation): Evaluation {
  const ready = preparation.done.get(definition);
  if (ready !== undefined) {
    ready.shared = true;
    return ready.evaluation;
  }
  const circle = constant(unknown("definition-missing", say`The definition of [${own(reference.name)}] refers to itself.`));
  if (preparation.open.has(definition)) return circle;
  const expression = definition.expression();
  if (expression === undefined)
    return constant(
      unknown("definition-missing", say`The definition of [${own(reference.name)}] is missing, refers to itself or is too large.`),
    );
  preparation.open.add(definition);
  const prepared = once(definition, prepareNode(expression, { ...preparation, inside: definition.name }));
  preparation.open.delete(definition);
  preparation.done.set(definition, prepared);
  return prepared.evaluation;
}

function wordValue(expression: WordExpression): Stop {
  if (expression.name === "IgnoreAttributeFlow") return { kind: "flow", flow: "ignored" };
  if (expression.name === "IgnoreObjectFlow") return { kind: "flow", flow: "object-ignored" };
  return unknown("unreadable", say`The word '${own(expression.name)}' has no value of its own here.`);
}

/** `a & b`: only the Cloud Sync reference shows it, without a word about missing values. */
function concatenate(operands: readonly Evaluation[]): Evaluation {
  return (run) => {
    run.inferred = true;
    let result = "";
    for (const operand of operands) {
      const value = operand(run);
      if (isStop(value)) return value;
      const text = singleText(value);
      if (text === undefined) return unknown("several-values", say`Entra does not document how '&' joins several values.`);
      result += text ?? "";
    }
    return withinLimit("&", result);
  };
}

function prepareCall(call: CallExpression, preparation: Preparation): Evaluation {
  const { signature } = call;
  if (signature === undefined) return constant(unknown("unreadable", say`'${own(call.name)}' is not a function that Entra documents.`));
  const builder = builders.get(signature.name);
  if (builder === undefined) return constant(unknown("not-computable", whyNotComputed(signature)));
  const fault = argumentFault(call, signature);
  if (fault !== undefined) return constant(fault);
  const given = inPositions(call.arguments, signature);
  const evaluation = builder({
    name: signature.name,
    range: call.range,
    arity: signature.maxArguments ?? call.arguments.length,
    expressions: given,
    arguments: given.map((argument) => (argument === undefined ? undefined : prepareNode(argument, preparation))),
  });
  return neverLonger.has(signature.name) ? evaluation : (run) => withinLimit(signature.name, evaluation(run));
}

function whyNotComputed({ name, unknownBecause }: FunctionSignature): Sentence {
  return unknownBecause ?? say`This preview cannot compute ${own(name)}().`;
}

/** The arguments of a short form in the places of the full one. */
function inPositions(given: CallExpression["arguments"], { parameters, shortForm }: FunctionSignature): CallExpression["arguments"] {
  if (shortForm?.length !== given.length) return given;
  return parameters.map(({ name }) => given[shortForm.findIndex((short) => short.name === name)]);
}

function argumentFault(call: CallExpression, signature: FunctionSignature): Stop | undefined {
  const { name, minArguments, maxArguments } = signature;
  const count = call.arguments.length;
  if (count < minArguments) return problem(call.range, tooFew(name, minArguments, count));
  if (maxArguments !== undefined && count > maxArguments) return problem(call.range, tooMany(name, maxArguments, count));
  const parameters = signature.shortForm?.length === count ? signature.shortForm : signature.parameters;
  // From the first repeating parameter on, positions no longer tell which parameter is meant.
  const fixed = parameters.findIndex((parameter) => parameter.variadic);
  const missing = parameters
    .slice(0, fixed === -1 ? count : Math.min(fixed, count))
    .find((parameter, index) => !parameter.optional && call.arguments[index] === undefined);
  return missing && problem(call.range, say`${own(name)} needs a value for '${own(missing.name)}', but nothing stands there.`);
}

function tooFew(name: string, least: number, count: number): Sentence {
  return plural(
    least,
    say`${own(name)} needs at least 1 argument, but ${count} stand here.`,
    say`${own(name)} needs at least ${least} arguments, but ${count} stand here.`,
  );
}

function tooMany(name: string, most: number, count: number): Sentence {
  return plural(
    most,
    say`${own(name)} takes at most 1 argument, but ${count} stand here.`,
    say`${own(name)} takes at most ${most} arguments, but ${count} stand here.`,
  );
}

function withinLimit(name: string, value: Value): Value {
  if (typeof value !== "string" || value.length <= longestText) return value;
  return unknown("too-long", say`The result of ${own(name)} is longer than ${longestText} characters.`);
}

function traceStep(expression: Expression, label: string, definition: string | undefined, depth: number, value: Value): TraceStep {
  const stopped = isStop(value);
  return {
    range: expression.range,
    label,
    isLiteral: expression.kind === "text" || expression.kind === "number",
    definition,
    depth,
    value: stopped ? null : texts(value),
    unknown: stopped && value.kind === "unknown" ? value.unknown : null,
  };
}

function toOutcome(run: Run, value: Value): Outcome {
  const confidence = run.inferred ? "inferred" : "documented";
  if (!isStop(value)) return { value: texts(value), flow: null, unknown: null, confidence, problems: none, roles: run.roles };
  const { kind } = value;
  return {
    value: null,
    flow: kind === "flow" ? value.flow : null,
    unknown: kind === "unknown" ? value.unknown : null,
    confidence,
    problems: kind === "problem" ? [value.problem] : none,
  };
}

const none: Outcome["problems"] = [];
