import type { Sentence } from "#base/sentence";
import type { Outcome, OutcomeValue } from "#model/outcome";
import type { SourceValue } from "#model/source-record";
import type { JsonValue } from "#scim/resource";
import type { PlanNote } from "./plan-note.ts";
import type { PlannedAction, PlannedRequest, SourceLine } from "./plan.ts";

/** How one person's values come about: from the source, call by call, to the request that carries them (provisioning page §6). */
export interface Explanation {
  /** Tenant URL, or the folder of a recording; null when no target was asked and an account is taken to be missing. */
  readonly target: string | null;
  /** What the plan rests on, or why there is nothing to explain. */
  readonly notes: readonly PlanNote[];
  /** Texts that stand in the mapping: what a mask leaves as it is. No view shows them. */
  readonly mappingTexts: readonly string[];
  /** One for each object mapping that the person goes through. */
  readonly objects: readonly ExplainedObject[];
}

/** One object mapping that the person goes through. */
export interface ExplainedObject {
  readonly resourceType: string;
  readonly source: { readonly id: string; readonly name: string };
  /** The matched account. */
  readonly target: { readonly id: string } | null;
  /** What the plan says about the object as a whole. */
  readonly action: PlannedAction;
  readonly reason: Sentence;
  readonly because: SourceLine | null;
  readonly attributes: readonly ExplainedAttribute[];
}

/** One attribute, from the source to the bytes on the wire. */
export interface ExplainedAttribute {
  /** Canonical path: full URN for extensions, core URN left out. */
  readonly attribute: string;
  readonly because: SourceLine;
  /** As it is written, on one line; null for `none`. */
  readonly expression: string | null;
  /** The source attributes that the expression and its lets name, with what the directory has. */
  readonly sources: readonly { readonly name: string; readonly value: SourceValue }[];
  /** In the order of evaluation: the last step is the expression itself. */
  readonly trace: readonly ExplainedStep[];
  /** What the expression yields, still text. */
  readonly result: Pick<Outcome, "value" | "confidence"> & { readonly unknown: Sentence | null };
  /** Sentences, in the order in which they decide: flow, default, conversion, comparison. */
  readonly decisions: readonly Sentence[];
  /** What the mapping yields, in the type of the target's attribute; null when that is nothing, or `unknown` says why it is open. */
  readonly value: JsonValue;
  readonly unknown: Sentence | null;
  /** What the target has. */
  readonly old: JsonValue;
  /** The planned requests, each cut down to what carries this attribute. */
  readonly requests: readonly PlannedRequest[];
}

/** One call, attribute or literal on the way to a value. */
export interface ExplainedStep {
  /** `Join(…)`, `[givenName]`, `"text"`. */
  readonly label: string;
  /** A text or number of the mapping: its value is what it says. */
  readonly isLiteral: boolean;
  readonly value: OutcomeValue;
  readonly unknown: Sentence | null;
  /** 0 for the expression; what a step was computed from stands before it and one deeper. */
  readonly depth: number;
  /** The statement it is written in: the mapping, or the `let` that it refers to. */
  readonly because: SourceLine;
}
