import fc from "fast-check";
import { expect, test } from "vitest";
import { prepare } from "#evaluation/evaluate";
import type { Outcome } from "#model/outcome";
import { cases } from "#test/cases";
import { expressionFromText } from "#test/evaluate-text";
import { walk } from "#test/tree-walk-evaluator";
import type { Walked } from "#test/tree-walk-evaluator";

const letters = fc.array(fc.constantFrom(...Array.from("aBß1 0,-é\t")), { maxLength: 8 }).map((all) => all.join(""));
const record = fc.record({
  a: fc.option(letters),
  b: fc.option(letters),
  n: fc.constantFrom("0", "2", "-3", "7.5", "x", null),
  flag: fc.constantFrom("True", "False", "true", "", null),
  list: fc.array(letters, { maxLength: 3 }),
});

const literal = letters.map((text) => `"${text.replaceAll("\t", " ")}"`);
const integer = fc.constantFrom("0", "1", "2", "3", "-1", '"2"', "[n]");

/** Any expression may stand anywhere, also where its kind of value is wrong for the function. */
const { expression } = fc.letrec<{ expression: string; condition: string; call: string }>((tie) => {
  const any = tie("expression");
  const list = fc.array(any, { minLength: 1, maxLength: 3 }).map((all) => all.join(", "));
  const pairs = fc.array(fc.tuple(literal, any), { minLength: 1, maxLength: 3 }).map((all) => all.flat().join(", "));
  const of = (name: string, ...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
    fc.tuple(...parts).map((given) => `${name}(${given.join(", ")})`);
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom("[a]", "[b]", "[n]", "[flag]", "[list]", "[gone]", "[twice]"),
      literal,
      tie("call"),
      tie("call"),
    ),
    condition: fc.oneof(
      fc.tuple(any, fc.constantFrom("=", "<>", "<", "<=", ">", ">="), fc.oneof(any, integer)).map((parts) => parts.join(" ")),
      of("IsPresent", any),
      of("Not", any),
      any,
    ),
    call: fc.oneof(
      of("Append", any, any),
      of("Coalesce", any, list),
      of("IIF", tie("condition"), any, any),
      of("IsNullOrEmpty", any),
      of("IsPresent", any),
      of("Join", any, list),
      of("Left", any, integer),
      of("Mid", any, integer, integer),
      of("Not", any),
      of("Replace", any, fc.constant(""), fc.constantFrom('"a+"', '"[^a-z]"', '"(a|B)-"', '"[ ,]+"'), fc.constant(""), literal),
      of("Split", any, fc.constantFrom('","', '" "', '"-,"', '""')),
      of("StripSpaces", any),
      of("Switch", any, any, pairs),
      of("Switch", any, any, any, any),
      of("ToLower", any),
      of("ToUpper", any),
      of("Trim", any),
      of("Word", any, integer, fc.constantFrom('" "', '",-"', '"a"')),
    ),
  };
});

const lets = new Map([["twice", { name: "twice", expression: () => expressionFromText("Append([a], [a])") }]]);

test("the compiled evaluation yields what an independent walk over the tree yields", () => {
  fc.assert(
    fc.property(expression, record, (text, given) => {
      const bound = expressionFromText(text, lets);
      const values: Readonly<Record<string, string | readonly string[] | null>> = given;
      const input = { attribute: (name: string) => values[name], now: new Date(0) };
      const prepared = prepare(bound);
      const outcome = prepared(input);
      expect(comparable(outcome)).toEqual(walk(bound, values));
      expect(prepared(input, [])).toEqual(outcome);
    }),
    { numRuns: cases(2000, 20000) },
  );
});

function comparable({ value, unknown, problems }: Outcome): Walked {
  if (problems.length > 0) return { stopped: "problem" };
  return unknown === null ? { value } : { stopped: "unknown" };
}
