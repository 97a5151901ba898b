import type { TextRange } from "#base/text-range";

/**
 * What an expression yields for one record (semantics page, "output of evaluate").
 * Booleans are the texts `True` and `False`, dates Entra's text form, several values a list.
 */
export interface Outcome {
  /** Null when there is no value: absent, ignored, unknown or an error. */
  readonly value: OutcomeValue;
  /** `ignored`: leave the attribute out (IgnoreAttributeFlow); `object-ignored`: leave the object out. */
  readonly flow: "ignored" | "object-ignored" | null;
  /** Why the value cannot be known before the real run; names what is missing. */
  readonly unknown: string | null;
  /** `inferred` when the result rests on one of our decisions where documents are silent. */
  readonly confidence: "documented" | "inferred";
  /** Errors of this evaluation; with one, `value` is null. */
  readonly problems: readonly EvaluationProblem[];
  /** App roles that stand behind a roles function, for targets that take whole role objects. */
  readonly roles?: readonly AppRole[] | undefined;
}

export type OutcomeValue = null | string | readonly string[];

export interface EvaluationProblem {
  readonly code: "expression-error";
  readonly message: string;
  readonly range: TextRange;
}

export interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
}

/** One evaluated call, attribute or literal: the trace is the list in the order of evaluation, the last one is the result. */
export interface TraceStep {
  readonly range: TextRange;
  /** Source text shape: `Join(…)`, `[givenName]`. */
  readonly label: string;
  readonly value: OutcomeValue;
  readonly unknown: string | null;
}
