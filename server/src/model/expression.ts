import type { TextRange } from "#base/text-range";
import type { FunctionSignature } from "./functions.ts";

/** A bound expression: names resolved, positions kept (offsets within the statement). What `evaluation` reads. */
export type Expression =
  | CallExpression
  | AttributeExpression
  | TextExpression
  | NumberExpression
  | WordExpression
  | ComparisonExpression
  | ConcatenationExpression
  | MissingExpression;

/** `Name(argument, …)`: a mapping function and what it is called with. */
export interface CallExpression {
  readonly kind: "call";
  readonly range: TextRange;
  /** As written. */
  readonly name: string;
  /** The function it names, also when only the case differs; undefined for an unknown one. */
  readonly signature: FunctionSignature | undefined;
  /** One entry per position; undefined is an empty argument ("not given"). */
  readonly arguments: readonly (Expression | undefined)[];
}

/** `[name]`: a source attribute, or the `let` of that name (then `definition` holds its expression). */
export interface AttributeExpression {
  readonly kind: "attribute";
  readonly range: TextRange;
  readonly name: string;
  readonly definition: LetDefinition | undefined;
}

/** What a `let` stands for wherever its name is read. */
export interface LetDefinition {
  readonly name: string;
  /** A function because a `let` may refer to one that follows. Undefined when it is missing or refers to itself. */
  readonly expression: () => Expression | undefined;
}

/** `"…"`: a constant text, its escapes already resolved. */
export interface TextExpression {
  readonly kind: "text";
  readonly range: TextRange;
  readonly value: string;
}

/** A constant number, kept as written: whether it can be read as one is decided where it is evaluated. */
export interface NumberExpression {
  readonly kind: "number";
  readonly range: TextRange;
  /** As written (`&HF7` included). */
  readonly text: string;
}

/** `IgnoreAttributeFlow`, `vbTextCompare`, …; an unknown word keeps its name. */
export interface WordExpression {
  readonly kind: "word";
  readonly range: TextRange;
  readonly name: string;
}

/** Two values compared, as in the condition of an `IIF`. */
export interface ComparisonExpression {
  readonly kind: "comparison";
  readonly range: TextRange;
  readonly operator: "=" | "<>" | "<" | "<=" | ">" | ">=";
  readonly left: Expression;
  readonly right: Expression;
}

/** `a & b` (Entra Cloud Sync only). */
export interface ConcatenationExpression {
  readonly kind: "concatenation";
  readonly range: TextRange;
  readonly operands: readonly Expression[];
}

/** Something that could not be parsed; evaluates to unknown. */
export interface MissingExpression {
  readonly kind: "missing";
  readonly range: TextRange;
}
