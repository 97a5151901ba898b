import { inEnglish } from "#base/render-sentence";
import { prepare } from "#evaluation/evaluate";
import type { EvaluationInput, PreparedExpression } from "#evaluation/evaluate";
import type { EvaluationProblem, Outcome, TraceStep } from "#model/outcome";
import { bindExpression } from "#model/bind-expression";
import type { LetScope } from "#model/bind-expression";
import type { Expression, LetDefinition } from "#model/expression";
import { attributeKey } from "#model/source-record";
import type { SourceValue } from "#model/source-record";
import { parse } from "#syntax/parse";

export interface TextEvaluation {
  readonly inputs?: Readonly<Record<string, SourceValue>>;
  /** Definitions by name. */
  readonly lets?: Readonly<Record<string, string>>;
  readonly now?: Date;
  readonly roles?: EvaluationInput["roles"];
  readonly trace?: TraceStep[];
}

/** An outcome as people read it. */
export interface ReadOutcome extends Omit<Outcome, "unknown" | "problems"> {
  readonly unknown: string | null;
  readonly problems: readonly (Omit<EvaluationProblem, "message"> & { readonly message: string })[];
}

/** Evaluates one expression as a mapping would for a record with these attributes. */
export function evaluateText(text: string, options: TextEvaluation = {}): ReadOutcome {
  return asRead(outcomeOf(text, options));
}

/** The outcome with its sentences in English. */
export function asRead({ unknown, problems, ...outcome }: Outcome): ReadOutcome {
  const found = problems.map((problem) => ({ ...problem, message: inEnglish(problem.message) }));
  return { ...outcome, unknown: unknown && inEnglish(unknown.text), problems: found };
}

/** What the evaluation yields, with codes and sentences. */
export function outcomeOf(text: string, options: TextEvaluation = {}): Outcome {
  const { inputs = {}, now = new Date("2025-07-30T00:00:00Z"), roles, trace } = options;
  const values = new Map(Object.entries(inputs).map(([name, value]) => [attributeKey(name), value]));
  return prepareText(text, options.lets)({ attribute: (key) => values.get(key), now, roles }, trace);
}

export function prepareText(text: string, lets: Readonly<Record<string, string>> = {}): PreparedExpression {
  return prepare(expressionFromText(text, scopeOf(lets)));
}

export function scopeOf(lets: Readonly<Record<string, string>>): LetScope {
  const scope = new Map<string, LetDefinition>();
  for (const [name, text] of Object.entries(lets))
    scope.set(name.toLowerCase(), { name, expression: () => expressionFromText(text, scope) });
  return scope;
}

export function expressionFromText(text: string, scope: LetScope = new Map()): Expression {
  const statement = parse(`let subject = ${text}`).statements.at(0)?.parsed;
  if (statement?.node.kind !== "Let" || statement.node.expression === undefined || statement.problems.length > 0) {
    throw new Error(`Not an expression: ${text} ${JSON.stringify(statement?.problems)}`);
  }
  return bindExpression(statement.node.expression, scope);
}
