import type { Sentence } from "#base/sentence";

/** Parameter of a mapping function (Entra "Reference for writing expressions"). */
export interface Parameter {
  readonly name: string;
  readonly type: "String" | "Integer" | "Boolean" | "DateTime" | "MultiValue" | "Condition" | "Enum" | "Reference" | "Binary" | "Any";
  readonly optional: boolean;
  readonly variadic: boolean;
}

/**
 * All that is known of a mapping function: what authors read, and what rules, coverage and the preview decide by. `maxArguments` undefined
 * means any number; an empty argument counts as a position.
 */
export interface FunctionSignature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** What the positions mean when only as many arguments stand there (FormatDateTime with three). */
  readonly shortForm?: readonly Parameter[];
  readonly minArguments: number;
  readonly maxArguments: number | undefined;
  readonly yields: Yield;
  /** Arguments that it hands on as its value. */
  readonly arms?: readonly Arm[];
  /** Position of the argument that is a .NET regular expression. */
  readonly pattern?: number;
  /** For functions over app roles that a `roles` attribute takes whole: whether an update adds them or makes them the only ones. */
  readonly roles?: "add" | "replace";
  /** Why nobody can know its value before the real run; such a function is not computed. */
  readonly unknownBecause?: Sentence;
  readonly summary: Sentence;
  /** Sentences worth knowing at hand, in our own words. */
  readonly notes: readonly Sentence[];
  readonly example: FunctionExample | undefined;
  /** `reference`: the page for app provisioning lists it; `engine-other`: documented elsewhere, support depends on the job. */
  readonly group: "reference" | "engine-other";
}

/** What a function yields, as its documents say. `list` and `complex` are several values; of `argument` and `branch`, what its arms are. */
export type Yield = "text" | "integer" | "boolean" | "date" | "list" | "complex" | "argument" | "branch" | "nothing";

/** An argument that a function hands on, whole or each of its values changed, and when. */
export interface Arm {
  readonly position: number;
  /** So many positions further there is another one, and so on to the end. */
  readonly every?: number;
  /** `by-key`: when the argument in front of it is equal to the first one; `otherwise`: when no key is. */
  readonly taken: "always" | "if-present" | "if-true" | "if-false" | "by-key" | "otherwise";
}

/** A worked example of a function, printed by one of Entra's documents or derived from its rules. */
export interface FunctionExample {
  readonly expression: string;
  /** Values of the attributes in it; null is no value. */
  readonly given?: Readonly<Record<string, null | string | readonly string[]>>;
  /** As it would be written: text in quotes, several values in brackets, or a bare word. */
  readonly result: string;
}
