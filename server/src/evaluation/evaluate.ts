import type { Expression } from "#model/expression";
import type { SourceValue } from "#model/source-record";
import type { AppRole, Outcome, TraceStep } from "./outcome.ts";

/** What an evaluation reads besides the expression. */
export interface EvaluationInput {
  attribute(name: string): SourceValue | undefined;
  /** `Now()`; the clock is an input. */
  readonly now: Date;
  /** The app roles assigned to the person, for the roles functions. Undefined: take the texts of `[appRoleAssignments]`. */
  readonly roles?: readonly AppRole[] | undefined;
}

/** An expression prepared once, run for any number of records. */
export type PreparedExpression = (input: EvaluationInput, trace?: TraceStep[]) => Outcome;

/** Prepares an expression. Never throws; what cannot be prepared yields an unknown that names it. */
export function prepare(expression: Expression): PreparedExpression {
  throw new Error(`not built yet: ${expression.kind}`);
}
