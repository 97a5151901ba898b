import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { readExpression } from "#cli/read-expression";

function problems(text: string): readonly string[] {
  return readExpression(text).problems.map(({ code, message, start, end }) => `${code} ${start}-${end} ${inEnglish(message)}`);
}

test.each(["[mail]", '"text"', 'Join(" ", [givenName], [surname])', "IIF([a] = 1, 2, 3)", 'Join(\n  ",",\r\n  [a]\n)', "none"])(
  "%j is one expression",
  (text) => {
    expect(problems(text)).toEqual([]);
    expect(readExpression(text).expression).toBeDefined();
  },
);

test("offsets count from the expression's own first character", () => {
  const [problem] = readExpression('Join(" ", [a] [b])').problems;
  expect(problem).toMatchObject({ code: "syntax", start: 13 });
});

test("nothing is no expression, and two are one too many", () => {
  expect(problems("")).not.toEqual([]);
  expect(problems("} map User -> User {").at(-1)).toBe(
    "syntax 0-20 This is more than one expression. Leave out '{', '}' and what follows the expression.",
  );
});

test("an attribute may be called like anything here", () => {
  const expression = readExpression("[expression]").expression;
  expect(expression).toMatchObject({ kind: "attribute", name: "expression", definition: undefined });
});
