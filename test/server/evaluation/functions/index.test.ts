import { expect, test } from "vitest";
import type { Expression } from "#model/expression";
import { walkExpression } from "#model/bind-expression";
import { functions } from "#model/functions";
import { evaluateText, expressionFromText } from "#test/evaluate-text";
import { conflicts, referenceExamples as examples } from "#test/reference-functions";
import type { ReferenceExample } from "#test/reference-functions";

function missingFunctions(expression: Expression): readonly string[] {
  return walkExpression(expression).flatMap((part) =>
    part.kind === "call" && part.signature?.unknownBecause !== undefined ? [part.name] : [],
  );
}

function evaluateExample({ expression, inputs, now }: ReferenceExample) {
  return evaluateText(expression, { inputs, ...(now === undefined ? {} : { now: new Date(now) }) });
}

function expected({ output }: ReferenceExample) {
  if (output === null || typeof output === "string" || !("$flow" in output)) return { value: output, flow: null };
  return { value: null, flow: output.$flow === "IgnoreAttributeFlow" ? "ignored" : "object-ignored" };
}

const deterministic = examples.filter(({ status }) => status !== "nondeterministic");
const computable = deterministic.filter(({ expression }) => missingFunctions(expressionFromText(expression)).length === 0);
const others = examples.filter((example) => !computable.includes(example));

test("the reference has the examples that this test counts on", () => {
  expect(examples.length).toBe(222);
  expect(deterministic.length).toBe(218);
});

test.each(computable)("$expression of $inputs gives what the reference says", (example) => {
  const { value, flow, unknown, problems } = evaluateExample(example);
  expect({ value, flow, unknown, problems }).toEqual({ ...expected(example), unknown: null, problems: [] });
});

test.each(examples.filter(({ status }) => status === "documented-conflict"))(
  "$expression yields something else than the document prints, and why is known",
  (example) => {
    const { value, flow } = evaluateExample(example);
    expect(flow === null ? value : `(${flow})`).not.toBe(example.documentedOutput);
    expect(conflicts.get(example.documentedOutput ?? "")).toMatch(/^\S.*\.$/);
  },
);

test("every example whose functions are all built is computed", () => {
  expect(computable.length).toBe(214);
});

test.each(others)("$expression is not guessed: what cannot be computed is unknown and named", (example) => {
  const outcome = evaluateExample(example);
  const missing = missingFunctions(expressionFromText(example.expression));
  if (outcome.unknown === null) {
    // Another branch was taken, so the missing function was never asked.
    expect(outcome).toMatchObject(expected(example));
  } else {
    expect(missing.some((name) => outcome.unknown?.includes(name))).toBe(true);
    expect(outcome.value).toBeNull();
  }
});

const callable = functions.filter(({ unknownBecause }) => unknownBecause !== undefined);

test.each(callable)("$name, which nobody can foretell, yields an unknown that names it", ({ name, minArguments }) => {
  const outcome = evaluateText(`${name}(${Array.from({ length: minArguments }, () => '"1"').join(", ")})`);
  expect(outcome.value).toBeNull();
  expect(outcome.problems).toEqual([]);
  expect(outcome.unknown).toContain(name);
});

test("a function that nobody documents yields an unknown that names it", () => {
  expect(evaluateText('Reverse("abc")')).toMatchObject({ value: null, unknown: "'Reverse' is not a function that Entra documents." });
});
