import { expect, test } from "vitest";
import type { Part, Value } from "#base/sentence";
import type { UnknownCode } from "#model/outcome";
import { outcomeOf } from "#test/evaluate-text";
import type { TextEvaluation } from "#test/evaluate-text";

type Inputs = NonNullable<TextEvaluation["inputs"]>;

/** One expression for every code, each taken from the decisions of the semantics page or the refusals of the pattern reader. */
const unknowns: readonly (readonly [UnknownCode, string, Inputs?])[] = [
  ["unreadable", 'Reverse("abc")'],
  ["unreadable", "vbTextCompare"],
  ["definition-missing", "[circle]"],
  ["not-computable", "Guid()"],
  ["not-computable", "DefaultDomain()"],
  ["undocumented", "Split([x])", { x: "a" }],
  ["undocumented", 'DateDiff("q", Now(), Now())'],
  ["undocumented", 'Switch([x], "d", , "1")', { x: "a" }],
  ["several-values", "ToLower([x])", { x: ["A", "B"] }],
  ["several-values", '[x] & "a"', { x: ["A", "B"] }],
  ["several-values", 'IIF([x] = "a", "1", "2")', { x: ["A", "B"] }],
  ["several-roles", "SingleAppRoleAssignment([appRoleAssignments])", { appRoleAssignments: ["Admin", "Reader"] }],
  ["pattern-not-run", 'Replace([x], , "(?=a)", , "b", , )', { x: "a" }],
  ["date-format-not-run", 'FormatDateTime([x], , "yyyy g", "yyyy")', { x: "2025" }],
  ["too-long", "Append([x], [x])", { x: "a".repeat(150_000) }],
];

const cases = unknowns.map(([code, expression, inputs = {}]) => ({ code, expression, inputs }));

test.each(cases)("$code: $expression", ({ code, expression, inputs }) => {
  const { value, unknown, problems } = outcomeOf(expression, { inputs, lets: { circle: "ToLower([circle])" } });
  expect([value, unknown?.code, problems]).toEqual([null, code, []]);
});

function valuesIn(part: Part): readonly Value[] {
  switch (part.kind) {
    case "value":
      return [part];
    case "excerpt":
      return valuesIn(part.part);
    case "joined":
    case "sentence":
      return part.parts.flatMap(valuesIn);
  }
}

function personalIn(expression: string, inputs: Inputs): readonly unknown[] {
  const { unknown, problems } = outcomeOf(expression, { inputs });
  const [sentence = unknown?.text] = problems.map(({ message }) => message);
  return valuesIn(sentence!).flatMap(({ origin, value }) => (origin === "personal" ? [value] : []));
}

test.each<readonly [string, Inputs, readonly unknown[]]>([
  ["CDate([x])", { x: "Ada" }, ["Ada"]],
  ["Mid([x], [y], [z])", { x: "Ada", y: "0", z: "7" }, [0, 7]],
  ["Mid([x], [y], 1)", { x: "Ada", y: "first" }, ["first"]],
  ["Item([x], [y])", { x: ["Ada"], y: "3" }, [3]],
  ["InStr([x], [x], [y])", { x: "Ada", y: "0" }, [0]],
  ["ToLower([x], [y])", { x: "Ada", y: "no culture" }, ["no culture"]],
  ["DateFromNum([x])", { x: "Ada" }, ["Ada"]],
  ["NumFromDate([x])", { x: "1500-01-01" }, ["1500-01-01"]],
  ["DateAdd([x], 1, Now())", { x: "Ada" }, ["Ada"]],
  ["DNComponent([x], [y])", { x: "CN=Ada", y: "2" }, [2]],
  ["Error([x])", { x: "Ada has no country" }, ["Ada has no country"]],
  ["SingleAppRoleAssignment([x])", { x: ["Admin", "Reader"] }, ["Admin", "Reader"]],
  ['FormatDateTime([x], , "yyyy", "yyyy")', { x: "Ada" }, ["Ada"]],
  ['FormatDateTime("2025", , [x], "yyyy")', { x: "d" }, ["d"]],
  ['FormatDateTime("2025", [x], "yyyy", "yyyy")', { x: "Ada" }, ["Ada"]],
  ["Replace([x], , [y], , [x], , )", { x: "Ada", y: "(?<Ada>a)(?<Ada>b)" }, ["Ada"]],
  ["Replace([x], , [y], , [x], , )", { x: "Ada", y: "\\q" }, ["q"]],
  ['Replace([x], , "a", [y], "b", , )', { x: "Ada", y: "Ada" }, ["Ada"]],
])("what %s says of a record is personal", (expression, inputs, personal) => {
  expect(personalIn(expression, inputs)).toEqual(personal);
});

test("a pattern or a format that stands in the mapping is not", () => {
  expect(personalIn('Replace([x], , "(?<Ada>a)(?<Ada>b)", , "", , )', { x: "Ada" })).toEqual([]);
  expect(personalIn('FormatDateTime([x], , "d", "yyyy")', { x: "Ada" })).toEqual([]);
});

test("a limit of ours is nobody's, whatever runs into it", () => {
  const nested = "(".repeat(300) + "a" + ")".repeat(300);
  expect(outcomeOf('Replace([x], , [p], , "", , )', { inputs: { x: "Ada", p: nested } }).unknown?.text.parts).toHaveLength(1);
  expect(personalIn('Replace([x], , [p], , "", , )', { x: "Ada", p: nested })).toEqual([]);
});
