import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { prepare } from "#evaluation/evaluate";
import type { TraceStep } from "#model/outcome";
import type { Expression, LetDefinition } from "#model/expression";
import { asRead, evaluateText, expressionFromText, prepareText, scopeOf } from "#test/evaluate-text";

const range = { start: 0, end: 0 };

test("attributes, texts and numbers stand for themselves", () => {
  expect(evaluateText("[mail]", { inputs: { mail: "a@b" } })).toMatchObject({ value: "a@b", confidence: "documented" });
  expect(evaluateText("[proxyAddresses]", { inputs: { proxyAddresses: ["a", "b"] } }).value).toEqual(["a", "b"]);
  expect(evaluateText("[proxyAddresses]", { inputs: { proxyAddresses: [] } }).value).toBeNull();
  expect(evaluateText("[mail]").value).toBeNull();
  expect(evaluateText('"constant"').value).toBe("constant");
  expect(evaluateText("007").value).toBe("007");
  expect(evaluateText("&HF7").value).toBe("247");
});

test("the flow words leave an attribute or an object out", () => {
  expect(evaluateText("IgnoreAttributeFlow")).toMatchObject({ value: null, flow: "ignored", confidence: "documented" });
  expect(evaluateText("IgnoreObjectFlow")).toMatchObject({ value: null, flow: "object-ignored" });
  expect(evaluateText('IIF([a] = "x", [a], IgnoreAttributeFlow)', { inputs: { a: "y" } })).toMatchObject({
    flow: "ignored",
    confidence: "documented",
  });
  expect(evaluateText('Append("a", IgnoreAttributeFlow)')).toMatchObject({ value: null, flow: "ignored", confidence: "inferred" });
});

test("a bare word without a value is unknown and named", () => {
  expect(evaluateText("vbTextCompare").unknown).toBe("The word 'vbTextCompare' has no value of its own here.");
});

test("a let is evaluated in place of its reference", () => {
  const lets = { fullName: 'Join(" ", [givenName], [surname])', greeting: 'Append("Hello ", [fullName])' };
  expect(evaluateText("[greeting]", { lets, inputs: { givenName: "Ada", surname: "Byron" } })).toMatchObject({ value: "Hello Ada Byron" });
});

test("lets that refer to each other in a circle, or to nothing, are unknown", () => {
  expect(evaluateText("[a]", { lets: { a: "ToLower([b])", b: "ToUpper([a])" } })).toMatchObject({
    value: null,
    unknown: "The definition of [a] refers to itself.",
  });
  const missing: LetDefinition = { name: "gone", expression: () => undefined };
  const outcome = prepare({ kind: "attribute", range, name: "gone", definition: missing })({ attribute: () => "x", now: new Date(0) });
  expect(asRead(outcome).unknown).toBe("The definition of [gone] is missing, refers to itself or is too large.");
});

test("lets that double each other end with an unknown instead of all memory", () => {
  const lets = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`x${index + 1}`, `Append([x${index}], [x${index}])`]));
  expect(evaluateText("[x40]", { lets, inputs: { x0: "0123456789" } }).unknown).toBe(
    "The result of Append is longer than 200000 characters.",
  );
  expect(evaluateText("[x4]", { lets, inputs: { x0: "a" } }).value).toBe("a".repeat(16));
});

test("a missing piece is unknown", () => {
  const missing: Expression = { kind: "missing", range };
  const outcome = prepare(missing)({ attribute: () => "x", now: new Date(0) });
  expect(asRead(outcome).unknown).toBe("Part of the expression is missing or cannot be read.");
});

test("'&' joins texts, and nobody documents how, so the result is inferred", () => {
  expect(evaluateText('"t-" & [alias] & [none]', { inputs: { alias: "kim" } })).toMatchObject({ value: "t-kim", confidence: "inferred" });
});

test("a function whose name differs in case is understood", () => {
  expect(evaluateText('tolower("ABC")').value).toBe("abc");
});

test("a problem points at the call that has it", () => {
  const { problems } = evaluateText('Join(" ", Mid("abc", 0, 1))');
  // "let subject = " takes 14 characters, `Join(" ", ` another 10.
  expect(problems).toMatchObject([{ code: "expression-error", range: { start: 24, end: 40 } }]);
});

test("the trace lists what was evaluated, inner steps first and one deeper, with the parts of a let", () => {
  const trace: TraceStep[] = [];
  evaluateText('IIF([a] = "x", Append([b], "!"), Guid())', { inputs: { a: "x" }, lets: { b: 'ToLower("YES")' }, trace });
  expect(trace.map(({ depth, label, value, definition }) => `${depth} ${label}: ${String(value)}${definition ?? ""}`)).toEqual([
    "2 [a]: x",
    '2 "x": x',
    '1 [a] = "x": True',
    '4 "YES": YESb',
    "3 ToLower(…): yesb",
    "2 [b]: yes",
    '2 "!": !',
    "1 Append(…): yes!",
    "0 IIF(…): yes!",
  ]);
  expect(trace[0]?.range).toEqual({ start: 18, end: 21 });
});

test("a let that two references share is computed and traced once", () => {
  const trace: TraceStep[] = [];
  evaluateText("Append([b], [b])", { lets: { b: 'ToLower("A")' }, trace });
  expect(trace.map(({ label }) => label)).toEqual(['"A"', "ToLower(…)", "[b]", "[b]", "Append(…)"]);
});

test("a run with a trace and one without give the same outcome", () => {
  const prepared = prepareText('Switch(Mid([x], 2, 1), [y], "b", "B")', { y: "Append([x], [none])" });
  for (const x of ["abc", "acb", null, ["a", "b"]]) {
    const input = { attribute: (name: string) => (name === "x" ? x : null), now: new Date(0) };
    expect(prepared(input, [])).toEqual(prepared(input));
  }
});

test("the trace tells what is unknown", () => {
  const trace: TraceStep[] = [];
  evaluateText("ToLower([x])", { inputs: { x: ["a", "b"] }, trace });
  const last = trace.at(-1);
  expect(last).toMatchObject({ value: null, unknown: { code: "several-values" } });
  expect(inEnglish(last!.unknown!.text)).toBe("Entra does not document what ToLower makes of several values.");
});

test("a prepared expression keeps nothing from one record to the next", () => {
  const prepared = prepareText("Append([x], [y])", { y: "ToUpper([x])" });
  const of = (x: string | null) => prepared({ attribute: () => x, now: new Date(0) });
  expect(of(null)).toMatchObject({ value: "", confidence: "inferred" });
  expect(of("a")).toMatchObject({ value: "aA", confidence: "documented" });
  expect(of("b")).toMatchObject({ value: "bB", confidence: "documented" });
});

test("what a let yields for a record is computed once for all expressions that share its input, and stays inferred", () => {
  const asked: string[] = [];
  const attribute = (name: string): string | null => {
    asked.push(name);
    return name === "x" ? "a" : null;
  };
  const lets = scopeOf({ part: "Append([x], [none])" });
  const expressions = ["[part]", "ToUpper([part])", 'Join("-", [part], [part])'].map((text) => prepare(expressionFromText(text, lets)));
  const input = { attribute, now: new Date(0), definitions: new Map() };
  const outcomes = expressions.map((evaluate) => evaluate(input));
  expect(outcomes.map(({ value, confidence }) => [value, confidence])).toEqual([
    ["a", "inferred"],
    ["A", "inferred"],
    ["a-a", "inferred"],
  ]);
  expect(asked).toEqual(["x", "none"]);
});
