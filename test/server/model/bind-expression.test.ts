import { describe, expect, test } from "vitest";
import { attributesRead } from "#model/attributes-read";
import { walkExpression } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import { expressionText, modelOf } from "#test/models";

/** The expression of the first mapping of a map with these lines. */
function expressionOf(source: string, lets = ""): Expression {
  const [mapping] = modelOf(`${lets}\nmap User -> User {\ntitle = ${source}\n}`).maps[0]!.attributes;
  if (mapping?.source.kind !== "expression") throw new Error(`'${source}' is no expression.`);
  return mapping.source.expression;
}

describe("bound expressions", () => {
  test.each([
    ['Join(" ", [a], [b])', 'Join(" ", [a], [b])'],
    ["JOIN([a])", "JOIN([a])"],
    ["Nope([a])", "Nope?([a])"],
    ["Switch([a], , 1)", "Switch([a], , 1)"],
    ["F()", "F?()"],
    ['IIF([a] <> "b", 1, &HF7)', 'IIF([a] <> "b", 1, &HF7)'],
    ['[a] & "-"', '[a] & "-"'],
    ["vbTextCompare", "vbTextCompare"],
    ["IIF([a] = , 1, 2)", "IIF([a] = missing, 1, 2)"],
  ])("%s: %s", (written, expected) => {
    expect(expressionText(expressionOf(written))).toBe(expected);
  });

  test("a function is found whatever its case, and keeps the name that was written", () => {
    expect(expressionOf("iif([a] = 1, 2, 3)")).toMatchObject({ kind: "call", name: "iif", signature: { name: "IIF" } });
  });

  test("a missing piece stands where its expression stands", () => {
    const { range } = expressionOf("[]");
    expect(expressionOf("[]")).toEqual({ kind: "missing", range });
    expect(range).toEqual({ start: 8, end: 10 });
  });
});

describe("all expressions in one", () => {
  const texts = (source: string, lets?: string) => walkExpression(expressionOf(source, lets)).map(expressionText);

  test("itself first, in the order of the text, without what is not given", () => {
    expect(texts('Switch([a], , F([b] = "c"), [d] & 1)')).toEqual([
      'Switch([a], , F?([b] = "c"), [d] & 1)',
      "[a]",
      'F?([b] = "c")',
      '[b] = "c"',
      "[b]",
      '"c"',
      "[d] & 1",
      "[d]",
      "1",
    ]);
  });

  test("what a let stands for is not followed", () => {
    expect(texts("Trim([x])", "let x = Trim([y])")).toEqual(["Trim([let x])", "[let x]"]);
  });
});

describe("the source attributes that are read", () => {
  const read = (source: string, lets?: string) => [...attributesRead(expressionOf(source, lets))];

  test("each once, as written, those behind lets included", () => {
    expect(read('Join(" ", [a], [b], [a])')).toEqual(["a", "b"]);
    expect(read("Join([x], [c])", "let x = Join([a], [y])\nlet y = Trim([b])")).toEqual(["a", "b", "c"]);
    expect(read('"text"')).toEqual([]);
  });

  test("a let that is used twice is followed once, and one that comes back to itself ends", () => {
    expect(read("Join([x], [x])", "let x = [a]")).toEqual(["a"]);
    expect(read("Join([x], [c])", "let x = [x]")).toEqual(["c"]);
    expect(read("[x]", "let x = Join([y], [a])\nlet y = Join([x], [b])")).toEqual([]);
  });
});
