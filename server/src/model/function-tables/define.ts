import type { FunctionSignature, Parameter } from "../function-signature.ts";

type Definition = Omit<FunctionSignature, "minArguments" | "maxArguments" | "group" | "notes" | "example"> & {
  readonly minArguments?: number;
  readonly notes?: readonly string[];
  readonly example?: FunctionSignature["example"];
};

/** A function of the app provisioning reference page. */
export function define(definition: Definition): FunctionSignature {
  return signature("reference", definition);
}

/** A function that only other pages document. */
export function defineElsewhere(definition: Definition): FunctionSignature {
  return signature("engine-other", definition);
}

function signature(group: FunctionSignature["group"], definition: Definition): FunctionSignature {
  const { parameters } = definition;
  const minArguments = definition.minArguments ?? parameters.filter((parameter) => !parameter.optional).length;
  const maxArguments = parameters.some((parameter) => parameter.variadic) ? undefined : parameters.length;
  return { notes: [], example: undefined, ...definition, minArguments, maxArguments, group };
}

export function required(name: string, type: Parameter["type"]): Parameter {
  return { name, type, optional: false, variadic: false };
}

export function optional(name: string, type: Parameter["type"]): Parameter {
  return { name, type, optional: true, variadic: false };
}

/** May stand any number of times, at least once. */
export function repeated(name: string, type: Parameter["type"]): Parameter {
  return { name, type, optional: false, variadic: true };
}
