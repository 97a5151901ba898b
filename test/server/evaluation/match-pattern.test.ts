import fc from "fast-check";
import { expect, test } from "vitest";
import { matchesPattern } from "#evaluation/match-pattern";
import { cases } from "#test/cases";
import { evaluateText } from "#test/evaluate-text";

test("a pattern matches anywhere, and the flag says whether the whole value matters", () => {
  expect(matchesPattern("ale", "Sales")).toEqual({ matches: true, anchoredDiffers: true });
  expect(matchesPattern("^Sales$", "Sales")).toEqual({ matches: true, anchoredDiffers: false });
  expect(matchesPattern("Sales", "Sales")).toEqual({ matches: true, anchoredDiffers: false });
  expect(matchesPattern("S|Sales", "Sales")).toEqual({ matches: true, anchoredDiffers: false });
  expect(matchesPattern("HR", "Sales")).toEqual({ matches: false, anchoredDiffers: false });
  expect(matchesPattern("sales", "Sales")).toEqual({ matches: false, anchoredDiffers: false });
});

test("what cannot be run or read is named", () => {
  expect(matchesPattern("(?=a)", "a")).toEqual({
    unknown: 'The pattern "(?=a)" needs look-ahead, which this preview cannot run exactly as .NET does.',
  });
  expect(matchesPattern("(", "a")).toEqual({ unknown: "The pattern \"(\" is not a .NET regular expression: a '(' is not closed." });
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
      const result = matchesPattern(pattern, value);
      if ("unknown" in result) {
        expect(result.unknown).toContain("a quantifier on a part that can match nothing");
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
      expect(Object.keys(matchesPattern(pattern, value)).length).toBeGreaterThan(0);
    }),
    { numRuns: cases(2000, 20000) },
  );
});
