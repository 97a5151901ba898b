import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { phrase, say } from "#base/sentence";
import { describeShown, showAttribute, showOutcome, showTruth } from "#describe/live-value";
import type { ShownValue } from "#describe/live-value";
import type { Outcome } from "#model/outcome";
import { renderDescription } from "#lsp/render-description";

const outcome: Outcome = { value: null, flow: null, unknown: null, confidence: "documented", problems: [] };
const said = (shown: ShownValue): string => renderDescription(describeShown("Ada", shown), undefined);
const inferred = "Inferred: Entra's documents leave a point of this open.";

test("a value stands as JSON writes it, none is said in words", () => {
  expect(inEnglish(showAttribute('Ada "L"').text)).toBe('= "Ada \\"L\\""');
  expect(inEnglish(showAttribute(["a", "b"]).text)).toBe('= ["a", "b"]');
  expect(inEnglish(showAttribute([]).text)).toBe("= []");
  expect(inEnglish(showAttribute(null).text)).toBe("no value");
});

test("in a hover a value is code, with what else is to know below it", () => {
  expect(said(showOutcome({ ...outcome, value: "a*b" }))).toBe('For Ada: `= "a*b"`');
  expect(said(showOutcome({ ...outcome, value: "a", confidence: "inferred" }))).toBe(`For Ada: \`= "a"\`  \n${inferred}`);
});

test("what is left out says what that does", () => {
  expect(said(showOutcome({ ...outcome, flow: "ignored" }))).toBe(
    "For Ada: `ignored`  \nIgnoreAttributeFlow: what the target has stays as it is.",
  );
  expect(said(showOutcome({ ...outcome, flow: "object-ignored" }))).toBe(
    "For Ada: `object ignored`  \nIgnoreObjectFlow: nothing is done for this object.",
  );
});

test("whether it is a sentence does not depend on how it reads: a value that begins like one is a value", () => {
  expect(said(showAttribute("unknown: x"))).toBe('For Ada: `= "unknown: x"`');
  expect(showAttribute("error: x").kind).toBe("value");
});

test("truth of a filter: each clause that fails is named, a missing value is explained", () => {
  expect(said(showTruth({ truth: "true", failed: [], remarks: [] }))).toBe("For Ada: `true`");
  expect(said(showTruth({ truth: "false", failed: ['a eq "*b*"'], remarks: [phrase("Both readings of the pattern differ.")] }))).toBe(
    "For Ada: `false`  \n'a eq \"\\*b\\*\"' is not true.  \nBoth readings of the pattern differ.",
  );
  expect(said(showTruth({ truth: "missing", failed: [], remarks: [] }))).toBe(
    "For Ada: `not true: a value is missing`  \nA comparison with a missing value is neither true nor false, nor is its negation.",
  );
});

test("what is not known is a sentence, and its first reason stands in it", () => {
  const shown = showTruth({ truth: "unknown", failed: [], remarks: [phrase("It has `code`."), phrase("More.")] });
  expect(shown.kind).toBe("sentence");
  expect(said(shown)).toBe("For Ada: unknown: It has `code`.  \nMore.");
  expect(said(showTruth({ truth: "unknown", failed: [], remarks: [] }))).toBe("For Ada: unknown: it cannot be decided here.");
});

test("a long value is cut, whatever markup it holds, and so is a name only text", () => {
  const text = said(showAttribute("`".repeat(5000)));
  expect(text.length).toBeLessThan(4000);
  expect(text).toMatch(/^For Ada: (`+) = "`+… \1$/);
  expect(renderDescription(describeShown("[a](command:b)", { kind: "value", text: say`true`, remarks: [] }), undefined)).toBe(
    "For \\[a\\](command:b): `true`",
  );
});
