import { asCode, joined, own, phrase, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { FunctionSignature, Parameter, Yield } from "#model/functions";
import { example, list, paragraph } from "./block.ts";
import type { Description } from "./block.ts";

/** Signature, meaning, notes and the worked example of a mapping function. */
export function describeFunction(signature: FunctionSignature): Description {
  const short = signature.shortForm === undefined ? [] : [own(callOf(signature.name, signature.shortForm))];
  return [
    example(signatureOf(signature), ...short),
    ...paragraph(signature.summary),
    ...list(signature.notes),
    ...(signature.group === "engine-other" ? paragraph(listedElsewhere) : []),
    ...paragraph(exampleOf(signature)),
  ];
}

/** What is to know of a function that the reference page for app provisioning lacks. */
export const listedElsewhere = phrase(
  "Entra's reference for app provisioning does not list it; whether a job supports it has to be tried.",
);

/** `Join(separator, source, …) : String`. */
export function signatureOf({ name, parameters, yields }: FunctionSignature): Part {
  return joined([own(`${callOf(name, parameters)} : `), yieldWords[yields]], "");
}

/** What a function yields, by the words of its documents; names of types stay as they are. */
export const yieldWords: Readonly<Record<Yield, Part>> = {
  text: own("String"),
  integer: own("Integer"),
  boolean: own("Boolean"),
  date: own("DateTime"),
  list: own("MultiValue"),
  complex: phrase("Complex, multi-valued"),
  argument: phrase("Same as argument"),
  branch: phrase("Same as chosen branch"),
  nothing: own("None"),
};

/** `Join(separator, source, …)`; what may be left out stands in angle brackets. */
export function callOf(name: string, parameters: readonly Parameter[]): string {
  const variadic = parameters.some((parameter) => parameter.variadic) ? ", …" : "";
  return `${name}(${parameters.map((parameter) => (parameter.optional ? `<${parameter.name}>` : parameter.name)).join(", ")}${variadic})`;
}

function exampleOf({ example: worked }: FunctionSignature): Sentence | undefined {
  if (worked === undefined) return undefined;
  const given = Object.entries(worked.given ?? {}).map(([name, value]) => {
    const attribute = asCode(own(name));
    return value === null ? say`${attribute} is not set` : say`${attribute} is ${asCode(own(JSON.stringify(value)))}`;
  });
  const [expression, result] = [asCode(own(worked.expression)), asCode(own(worked.result))];
  return given.length === 0
    ? say`Example: ${expression} gives ${result}.`
    : say`Example: ${expression} gives ${result}, where ${joined(given, "and")}.`;
}
