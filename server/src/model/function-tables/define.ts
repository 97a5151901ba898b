import type { Sentence } from "#base/sentence";
import type { FunctionSignature, Parameter } from "../function-signature.ts";

/** A row of a table: what cannot be told from the parameters. */
export type Definition = Omit<FunctionSignature, "minArguments" | "maxArguments" | "group" | "notes" | "example"> & {
  readonly minArguments?: number;
  readonly notes?: readonly Sentence[];
  readonly example?: FunctionSignature["example"];
};

/** A signature whose type knows its name, how many arguments it takes at most and whether it is computed: implementations are checked against it. */
export interface Defined<Row extends Definition> extends FunctionSignature {
  readonly name: Row["name"];
  readonly maxArguments: ArityOf<Row["parameters"]> | undefined;
  readonly unknownBecause?: Row extends { readonly unknownBecause: Sentence } ? Sentence : never;
}

/** How many positions parameters make: `number` where one of them may be repeated. */
export type ArityOf<Parameters extends readonly Parameter[]> = true extends Parameters[number]["variadic"] ? number : Parameters["length"];

/** A function of the app provisioning reference page. */
export function define<const Row extends Definition>(row: Row): Defined<Row> {
  return signature("reference", row) as Defined<Row>;
}

/** A function that only other pages document. */
export function defineElsewhere<const Row extends Definition>(row: Row): Defined<Row> {
  return signature("engine-other", row) as Defined<Row>;
}

function signature(group: FunctionSignature["group"], definition: Definition): FunctionSignature {
  const { parameters } = definition;
  const minArguments = definition.minArguments ?? parameters.filter((parameter) => !parameter.optional).length;
  const maxArguments = parameters.some((parameter) => parameter.variadic) ? undefined : parameters.length;
  return { notes: [], example: undefined, ...definition, minArguments, maxArguments, group };
}

/** A parameter that stands exactly once. */
export interface SingleParameter extends Parameter {
  readonly variadic: false;
}

/** A parameter that may stand any number of times. */
export interface RepeatedParameter extends Parameter {
  readonly variadic: true;
}

/** A parameter that has to be given. */
export function required(name: string, type: Parameter["type"]): SingleParameter {
  return { name, type, optional: false, variadic: false };
}

/** A parameter that may be left out or left empty. */
export function optional(name: string, type: Parameter["type"]): SingleParameter {
  return { name, type, optional: true, variadic: false };
}

/** May stand any number of times, at least once. */
export function repeated(name: string, type: Parameter["type"]): RepeatedParameter {
  return { name, type, optional: false, variadic: true };
}
