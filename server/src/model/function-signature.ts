/** Parameter of a mapping function (Entra "Reference for writing expressions"). */
export interface Parameter {
  readonly name: string;
  readonly type: "String" | "Integer" | "Boolean" | "DateTime" | "MultiValue" | "Condition" | "Enum" | "Reference" | "Binary" | "Any";
  readonly optional: boolean;
  readonly variadic: boolean;
}

/** A mapping function as authors see it. `maxArguments` undefined means any number; an empty argument counts as a position. */
export interface FunctionSignature {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** What the positions mean when only as many arguments stand there (FormatDateTime with three). */
  readonly shortForm?: readonly Parameter[];
  readonly minArguments: number;
  readonly maxArguments: number | undefined;
  readonly returns: string;
  readonly summary: string;
  /** Sentences worth knowing at hand, in our own words. */
  readonly notes: readonly string[];
  readonly example: FunctionExample | undefined;
  /** `reference`: the page for app provisioning lists it; `engine-other`: documented elsewhere, support depends on the job. */
  readonly group: "reference" | "engine-other";
}

export interface FunctionExample {
  readonly expression: string;
  /** Values of the attributes in it; null is no value. */
  readonly given?: Readonly<Record<string, null | string | readonly string[]>>;
  /** As it would be written: text in quotes, several values in brackets, or a bare word. */
  readonly result: string;
}
