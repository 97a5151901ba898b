import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { matchesPattern } from "#evaluation/match-pattern";
import type { PatternMatch } from "#evaluation/match-pattern";
import { cases } from "#test/cases";
import { evaluateText } from "#test/evaluate-text";

/** What is found, or what stands in the way, as people read it. */
function matched(pattern: string, value: string): PatternMatch | string {
  const result = matchesPattern(pattern, value);
  return result.ok ? result.value : inEnglish(result.error);
}

test("a pattern matches anywhere, and the flag says whether the whole value matters", () => {
  expect(matched("ale", "Sales")).toEqual({ matches: true, anchoredDiffers: true });
  expect(matched("^Sales$", "Sales")).toEqual({ matches: true, anchoredDiffers: false });
  expect(matched("Sales", "Sales")).toEqual({ matches: true, anchoredDiffers: false });
  expect(matched("S|Sales", "Sales")).toEqual({ matches: true, anchoredDiffers: false });
  expect(matched("HR", "Sales")).toEqual({ matches: false, anchoredDiffers: false });
  expect(matched("sales", "Sales")).toEqual({ matches: false, anchoredDiffers: false });
});

test("what cannot be run or read is named", () => {
  expect(matched("(?=a)", "a")).toBe('The pattern "(?=a)" needs look-ahead, which this preview cannot run exactly as .NET does.');
  expect(matched("(", "a")).toBe("The pattern \"(\" is not a .NET regular expression: a '(' is not closed.");
});

/** Patterns on which .NET and JavaScript agree, so that JavaScript can referee. */
const simplePattern = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("a", "b", "c", "[ab]", "[^a]", "[a-c]", "\\.", "\\x61"),
    fc.tuple(tie("pattern"), tie("pattern")).map(([first, second]) => `(${first}|${second})`),
    fc.tuple(tie("pattern"), fc.constantFrom("", "c")).map(([first, last]) => `(?:${first}${last})`),
  ),
  pattern: fc
    .array(fc.tuple(tie("atom"), fc.constantFrom("", "", "", "?", "+", "*", "??", "+?", "*?", "{1,2}")), { minLength: 1, maxLength: 3 })
    .map((parts) => parts.map(([atom, quantifier]) => atom + quantifier).join("")),
})).pattern;

test("agrees with another engine on what both understand alike", () => {
  fc.assert(
    fc.property(simplePattern, fc.stringMatching(/^[abcx.]{0,8}$/), (pattern, value) => {
      const result = matched(pattern, value);
      if (typeof result === "string") {
        expect(result).toContain("a quantifier on a part that can match nothing");
        return;
      }
      const matches = new RegExp(pattern).test(value);
      expect(result).toEqual({ matches, anchoredDiffers: matches !== new RegExp(`^(?:${pattern})$`).test(value) });
      const outcome = evaluateText('Replace([x], , [y], , "<$&>", , )', { inputs: { x: value, y: pattern } });
      expect(outcome.value).toBe(value.replace(new RegExp(pattern, "g"), "<$&>"));
    }),
    { numRuns: cases(1000, 10000) },
  );
});

test("a run of one class is found alike with the engine and without it", () => {
  const classes = fc.constantFrom("[a-c]", "[()\\s-]", "\\d", "\\s", "\\p{Lu}", "x", "[A-Zé]");
  const texts = fc.array(fc.constantFrom(...Array.from("abxA é-(1\u0663\n\u00a0"))).map((parts) => parts.join(""));
  fc.assert(
    fc.property(classes, fc.constantFrom("", "+"), texts, (set, quantifier, text) => {
      const replaced = (x: string) =>
        evaluateText("Replace([x], , [y], , [z], , )", { inputs: { x, y: set + quantifier, z: "<$&>" } }).value;
      // An astral character in the text needs the engine, and none of the classes has it.
      expect(replaced(`${text}😀`)).toBe(`${String(replaced(text))}😀`);
    }),
    { numRuns: cases(1000, 10000) },
  );
});

test("any text is a pattern, a refusal or an unknown, never an exception", () => {
  const texts = fc
    .array(fc.constantFrom(...Array.from("ab(?<>[]^-\\dpk{1,}*+|.$:='&#!P😀\n")), { maxLength: 12 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, texts, (pattern, value) => {
      expect(typeof matchesPattern(pattern, value).ok).toBe("boolean");
    }),
    { numRuns: cases(2000, 20000) },
  );
});
