import type { EvaluationInput } from "./input.ts";
import type { KeptValues } from "./kept-values.ts";
import type { AppRole, TraceStep } from "#model/outcome";
import type { Value } from "./value.ts";

/** One evaluation for one record: its inputs, and what is collected on the way. */
export interface Run {
  readonly input: EvaluationInput;
  readonly trace: TraceStep[] | undefined;
  /** How many calls are open around what is being evaluated; kept up only for a trace. */
  depth: number;
  /** Set once a decision of ours, not a document, shaped the result. */
  inferred: boolean;
  roles: readonly AppRole[] | undefined;
  /** Values of definitions that this expression refers to more than once. */
  definitions: KeptValues | undefined;
}

/** A prepared part of an expression: what it yields in one run. */
export type Evaluation = (run: Run) => Value;
