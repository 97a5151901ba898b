import type { Sentence } from "#base/sentence";
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
  /** Why the value cannot be known before the real run. */
  readonly unknown: Unknown | null;
  /** `inferred` when the result rests on one of our decisions where documents are silent. */
  readonly confidence: "documented" | "inferred";
  /** Errors of this evaluation; with one, `value` is null. */
  readonly problems: readonly EvaluationProblem[];
  /** App roles that stand behind a roles function, for targets that take whole role objects. */
  readonly roles?: readonly AppRole[] | undefined;
}

/** The value of an expression, in the texts that mappings know. */
export type OutcomeValue = null | string | readonly string[];

/** What stands between an expression and its value. */
export interface Unknown {
  readonly code: UnknownCode;
  /** Names what is missing. */
  readonly text: Sentence;
}

/** The ways in which a value can be unknown before the real run. */
export type UnknownCode =
  /** A part of the expression is missing, or its number, word or function is none that anybody documents. */
  | "unreadable"
  | "definition-missing"
  /** Only the service itself can compute it: chance, the tenant, earlier runs. */
  | "not-computable"
  /** Documents leave open what a function does with such arguments. */
  | "undocumented"
  /** Documents leave open what is made of several values. */
  | "several-values"
  | "several-roles"
  /** A role of which the directory snapshot has nothing but the id. */
  | "role-not-known"
  /** A regular expression that is not run here exactly as .NET runs it. */
  | "pattern-not-run"
  | "date-format-not-run"
  | "too-long";

/** A mistake that stops an expression for one record. */
export interface EvaluationProblem {
  readonly code: "expression-error";
  readonly message: Sentence;
  readonly range: TextRange;
}

/** A role of the application that somebody is assigned to. */
export interface AppRole {
  readonly id: string;
  readonly value: string;
  readonly displayName: string;
  /** Only its id is known, which stands for value and display name where somebody has to be told which role it is; no value is made of it. */
  readonly onlyId?: true;
}

/**
 * One evaluated call, attribute or literal. The trace is the list in the order of evaluation: what a step was computed from stands
 * before it and one deeper; the last step is the result.
 */
export interface TraceStep {
  /** Within the statement of the mapping, or of `definition`. */
  readonly range: TextRange;
  /** Source text shape: `Join(…)`, `[givenName]`. */
  readonly label: string;
  /** A text or number of the mapping: its value is what it says. */
  readonly isLiteral: boolean;
  /** Name of the `let` it is written in; undefined for the mapping itself. */
  readonly definition: string | undefined;
  /** 0 for the result. */
  readonly depth: number;
  readonly value: OutcomeValue;
  readonly unknown: Unknown | null;
}
