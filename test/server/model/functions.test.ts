import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { yieldWords } from "#describe/function";
import { bareWords, findFunction, functions } from "#model/functions";
import type { FunctionExample, Parameter } from "#model/functions";

interface ReferenceFunction {
  readonly name: string;
  readonly group: "reference" | "engine-other";
  readonly params: readonly Pick<Parameter, "name" | "type" | "optional" | "variadic">[];
  readonly altSignatures?: readonly (readonly string[])[];
  readonly minArgs: number;
  readonly maxArgs: number | null;
  readonly returns: string;
  readonly summary: string;
  readonly semantics: readonly string[];
  readonly examples?: readonly ReferenceExample[];
}

interface ReferenceExample {
  readonly expression: string;
  readonly inputs: NonNullable<FunctionExample["given"]>;
  readonly output: null | string | readonly string[] | { readonly $flow: string };
  readonly status: string;
}

const reference = JSON.parse(
  readFileSync(new URL("../../fixtures/reference/entra-expression-functions.json", import.meta.url), "utf8"),
) as readonly ReferenceFunction[];

const names = (values: readonly { readonly name: string }[]) => values.map(({ name }) => name);

/** An output as examples write it. */
function written(output: ReferenceExample["output"]): string {
  return output !== null && typeof output === "object" && "$flow" in output ? output.$flow : JSON.stringify(output);
}

test("all 54 documented functions are known, each once", () => {
  expect(reference).toHaveLength(54);
  expect(names(functions).toSorted()).toEqual(names(reference).toSorted());
});

test.each(reference)("$name takes the documented arguments", (documented) => {
  const { signature } = findFunction(documented.name)!;
  expect(signature.parameters).toEqual(documented.params.map(({ name, type, optional, variadic }) => ({ name, type, optional, variadic })));
  expect(signature.minArguments).toBe(documented.minArgs);
  expect(signature.maxArguments ?? null).toBe(documented.maxArgs);
  expect(inEnglish(yieldWords[signature.yields])).toBe(documented.returns);
  expect(signature.group).toBe(documented.group);
  expect(signature.shortForm === undefined ? [] : [names(signature.shortForm)]).toEqual(documented.altSignatures ?? []);
});

test.each(functions.filter((signature) => signature.example !== undefined))(
  "the example of $name is a documented one",
  ({ name, example }) => {
    const documented = reference.find((candidate) => candidate.name === name)?.examples ?? [];
    const same = [...documented, ...reference.flatMap((candidate) => candidate.examples ?? [])].filter(
      ({ expression, inputs }) => expression === example!.expression && JSON.stringify(inputs) === JSON.stringify(example!.given ?? {}),
    );
    expect(same.map(({ output }) => written(output))).toContain(example!.result);
    expect(["documented", "derived"]).toContain(same[0]?.status);
  },
);

test("a function without an example has none that can be foretold", () => {
  const without = names(functions.filter((signature) => signature.example === undefined)).toSorted();
  expect(without).toEqual(
    [
      "AppRoleAssignments",
      "AppRoleAssignmentsComplex",
      "AssertiveAppRoleAssignmentsComplex",
      "Contains",
      "DNComponent",
      "DefaultDomain",
      "Error",
      "Guid",
      "IsNothing",
      "RandomString",
      "SelectUniqueValue",
      "StringFromSid",
    ].toSorted(),
  );
});

test("summaries and notes are whole sentences of our own", () => {
  for (const documented of reference) {
    const { signature } = findFunction(documented.name)!;
    for (const sentence of [signature.summary, ...signature.notes].map(inEnglish)) {
      expect(sentence).toMatch(/^[A-Z0-9a-z].*\.$/);
      expect([documented.summary, ...documented.semantics]).not.toContain(sentence);
    }
  }
});

test("a name in the wrong case is found and said to be wrong", () => {
  expect(findFunction("IIF")).toMatchObject({ signature: { name: "IIF" }, exactCase: true });
  expect(findFunction("iif")).toMatchObject({ signature: { name: "IIF" }, exactCase: false });
  expect(findFunction("IsNullorEmpty")).toMatchObject({ signature: { name: "IsNullOrEmpty" }, exactCase: false });
  expect(findFunction("Concat")).toBeUndefined();
});

test("every bare word of the language has a meaning", () => {
  expect([...bareWords.keys()]).toEqual([
    "IgnoreAttributeFlow",
    "IgnoreObjectFlow",
    "vbTextCompare",
    "vbBinaryCompare",
    "UTF8",
    "ASCII",
    "Unicode",
  ]);
});
