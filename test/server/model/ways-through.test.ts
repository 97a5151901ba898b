import { expect, test } from "vitest";
import { functions } from "#model/functions";
import { waysThrough } from "#model/ways-through";
import { describe } from "#evaluation/describe";
import { expressionFromText } from "#test/evaluate-text";

/** `when: argument`, behind `key =>` where one stands in front of it. */
function waysOf(text: string): readonly string[] {
  const expression = expressionFromText(text);
  if (expression.kind !== "call") throw new Error(`${text} is no call.`);
  return waysThrough(expression).map(({ taken, argument, key }) => {
    const when = key === undefined ? taken : `${taken} ${describe(key)}`;
    return `${when}: ${describe(argument)}`;
  });
}

test("IIF has two ways, and its condition is none", () => {
  expect(waysOf('IIF([a]="x", [b], "c")')).toEqual(["if-true: [b]", 'if-false: "c"']);
});

test("Switch has its default and every arm, each with its key", () => {
  expect(waysOf('Switch([a], [b], "k", [c], "l", "d")')).toEqual(["otherwise: [b]", 'by-key "k": [c]', 'by-key "l": "d"']);
});

test("what is not given is no way: a default left empty, an arm that is still being typed", () => {
  expect(waysOf('Switch([a], , "k", [c])')).toEqual(['by-key "k": [c]']);
  expect(waysOf('Switch([a], , "k", , "l", "d")')).toEqual(['by-key "l": "d"']);
  expect(waysOf("IIF([a], )")).toEqual([]);
});

test("any source of Coalesce may flow, and one argument always does through Redact and Trim", () => {
  expect(waysOf("Coalesce([a], [b], [c])")).toEqual(["if-present: [a]", "if-present: [b]", "if-present: [c]"]);
  expect(waysOf("Redact([a])")).toEqual(["always: [a]"]);
  expect(waysOf("Trim([a])")).toEqual(["always: [a]"]);
  expect(waysOf("IgnoreFlowIfNullOrEmpty([a])")).toEqual(["if-present: [a]"]);
});

test("a function that makes something new hands nothing on, and neither does an unknown one", () => {
  expect(waysOf("ToLower([a])")).toEqual([]);
  expect(waysOf("Nonsense([a], [b])")).toEqual([]);
  expect(waysOf("Now()")).toEqual([]);
});

test("every arm of the table is a position that the function has, each only once", () => {
  for (const { name, arms = [], maxArguments = Infinity } of functions) {
    for (const { position } of arms) expect([name, position < maxArguments]).toEqual([name, true]);
    expect(new Set(arms.map(({ position }) => position)).size).toBe(arms.length);
  }
});

test("what a function yields like its arguments has arms to take it from", () => {
  for (const { yields, arms } of functions) if (yields === "argument" || yields === "branch") expect(arms).not.toBeUndefined();
});
