import { inEnglish } from "#base/render-sentence";
import { own, phrase } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { FunctionSignature, Parameter, Yield } from "#model/functions";
import { code, example, list, paragraphs, prose } from "./markdown.ts";

/** Signature, meaning, notes and the worked example of a mapping function. */
export function describeFunction(signature: FunctionSignature): string {
  const short = signature.shortForm === undefined ? "" : `\n${callOf(signature.name, signature.shortForm)}`;
  return paragraphs([
    example(`${callOf(signature.name, signature.parameters)} : ${inEnglish(yieldWords[signature.yields])}${short}`),
    prose(inEnglish(signature.summary)),
    list(signature.notes.map((note) => prose(inEnglish(note)))),
    signature.group === "engine-other"
      ? "Entra's reference for app provisioning does not list it; whether a job supports it has to be tried."
      : undefined,
    exampleOf(signature),
  ]);
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

function exampleOf({ example: worked }: FunctionSignature): string | undefined {
  if (worked === undefined) return undefined;
  const given = Object.entries(worked.given ?? {}).map(
    ([name, value]) => `${code(name)} is ${value === null ? "not set" : code(JSON.stringify(value))}`,
  );
  const where = given.length === 0 ? "" : `, where ${given.join(" and ")}`;
  return `Example: ${code(worked.expression)} gives ${code(worked.result)}${where}.`;
}
