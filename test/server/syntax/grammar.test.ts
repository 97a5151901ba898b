import { describe, expect, test } from "vitest";
import { FilterParser } from "#scim/filter/parse";
import { filterVocabulary, Name } from "#scim/filter/tokens";
import { ScimGrammar } from "#scim/filter/vocabulary";
import { StatementGrammar } from "#syntax/grammar";
import { parse, positionOf } from "#syntax/parse";
import { checkIn, problemsOf } from "#test/shapes";

// Chevrotain throws when rules are ambiguous, left-recursive or unreachable; the product skips these checks to start faster.
test("the grammar of filters and paths is valid", () => {
  expect(() => new FilterParser(false)).not.toThrow();
});

test("the grammar of statements is valid", () => {
  expect(() => new StatementGrammar(false)).not.toThrow();
});

test("an ambiguous grammar would be noticed", () => {
  class AmbiguousGrammar extends ScimGrammar {
    readonly ambiguous = this.RULE("ambiguous", () => {
      this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME2(Name) }]);
    });

    constructor() {
      super(filterVocabulary, false);
      this.performSelfAnalysis();
    }
  }
  expect(() => new AmbiguousGrammar()).toThrow(/ambiguous alternatives/i);
});

type Case = [written: string, shape: string, problems?: string[]];

describe("expressions", () => {
  test.each<Case>([
    ["[mail]", "[mail]"],
    ["[employeeOrgData.costCenter]", "[employeeOrgData.costCenter]"],
    ["[a.b.c]", "[a.b.c]"],
    ['"text"', '"text"'],
    ['""', '""'],
    [String.raw`"\d+\\s\"q\""`, String.raw`"\\d+\\s\"q\""`],
    ["12", "12"],
    ["-1.5", "-1.5"],
    ["&HF7", "&HF7"],
    ["IgnoreAttributeFlow", "IgnoreAttributeFlow"],
    ["none", "none"],
    ["Guid()", "(Guid)"],
    ["Trim([mail])", "(Trim [mail])"],
    ["Trim ([mail])", "(Trim [mail])"],
    ['Join(" ", [givenName], [surname])', '(Join " " [givenName] [surname])'],
    ['Switch([a], , "x", "y")', '(Switch [a] _ "x" "y")'],
    ['Replace([a], , "[()]+", , "", , )', '(Replace [a] _ "[()]+" _ "" _ _)'],
    ["F(, )", "(F _ _)"],
    ["F(a)", "(F a)"],
    ["A(B(C([x])), D())", "(A (B (C [x])) (D))"],
    ['IIF([a] = "b", 1, 2)', '(IIF (= [a] "b") 1 2)'],
    ['IIF([a] <> "b", 1, 2)', '(IIF (<> [a] "b") 1 2)'],
    ["IIF([a] < 1, 1, 2)", "(IIF (< [a] 1) 1 2)"],
    ["IIF([a] <= 1, 1, 2)", "(IIF (<= [a] 1) 1 2)"],
    ["IIF([a] > 1, 1, 2)", "(IIF (> [a] 1) 1 2)"],
    ["IIF(Len([a]) >= 1, 1, 2)", "(IIF (>= (Len [a]) 1) 1 2)"],
    ['IIF([a] & "-" = [b] & "-", 1, 2)', '(IIF (= (& [a] "-") (& [b] "-")) 1 2)'],
    ['[a] & "-" & [b]', '(& [a] "-" [b])'],
    ["F(match, default, on)", "(F match default on)"],
    ["match([a])", "(match [a])"],
  ])("%s", (written, shape) => {
    checkIn("document", `let x = ${written}`, `Let x = ${shape}`);
    checkIn("map", `x = ${written}`, `AttributeMapping x = ${shape}`);
  });

  test.each<Case>([
    ["Trim([mail]", "(Trim [mail] …)", ["20-20 ')' is missing here."]],
    ["Join(", "(Join …)", ["14-14 ')' is missing here."]],
    ['Join(" ", [a', '(Join " " [a] …)', ["21-21 ']' is missing here."]],
    ['Join(" " [a], [b])', '(Join " " [a] [b])', ["17-17 ',' is missing here."]],
    ["Trim([mail]))", "(Trim [mail])", ["21-22 There is a ')' too many. Remove it."]],
    ["[mail", "[mail]", ["14-14 ']' is missing here."]],
    ["[]", "[?]", ["10-11 The name of a source attribute is expected here, not ']'."]],
    ["mail]", "mail", ["13-14 '[' is missing before 'mail'."]],
    ["[given name]", "[given]", ["16-20 A source attribute has no space in its name. Remove 'name', or the space before it."]],
    ['["givenName"]', "[?]", ["10-21 A source attribute stands in [ ] without quotes."]],
    ["[a] [b]", "[a]", ['13-14 There is one value too many. Put several together with a function, such as Join(" ", [a], [b]).']],
    ["ToLower [mail]", "ToLower", ["17-18 '(' is missing behind 'ToLower': ToLower(…)."]],
    ["[a] &", "[a]", ["14-14 A value ([attribute], a function call, a text in double quotes or a number) is missing here."]],
    ["[a] + [b]", "[a]", ["13-14 '+' cannot stand here. Texts are put together with a function: Join(\"\", [a], [b])."]],
    ["[a];", "[a]", ["12-13 ';' cannot stand here. A statement ends with its line: remove it."]],
    ["'x'", '"x"', ["9-12 Texts stand in double quotes, not in single ones."]],
    [
      "IIF([a] =, 1, 2)",
      "(IIF (= [a] ?) 1 2)",
      ["18-19 A value ([attribute], a function call, a text in double quotes or a number) is expected here, not ','."],
    ],
  ])("%s keeps what can be read of it", (written, shape, problems = []) => {
    checkIn("document", `let x = ${written}`, `Let x = ${shape}`, problems);
  });

  test("a modifier behind an open call ends it", () => {
    checkIn("map", "a = ToLower([mail] match 1", "AttributeMapping a = (ToLower [mail] …) match 1", [
      "20-25 ')' is missing before 'match'.",
    ]);
    checkIn("map", 'a = ToLower([mail] default "x"', 'AttributeMapping a = (ToLower [mail] …) default "x"', [
      "20-27 ')' is missing before 'default'.",
    ]);
    checkIn("map", "a = ToLower([mail] on create", "AttributeMapping a = (ToLower [mail] …) on create", [
      "20-22 ')' is missing before 'on'.",
    ]);
  });
});

describe("ranges", () => {
  const node = parse('let x = Join(" ", [a], , F([b] = 1))').statements.at(0)!.parsed.node;
  const call = node.kind === "Let" && node.expression?.kind === "Call" ? node.expression : undefined;

  test("a node begins with its first token and ends with its last", () => {
    expect(node.range).toEqual({ start: 0, end: 36 });
    expect(call?.range).toEqual({ start: 8, end: 36 });
    expect(call?.callee.range).toEqual({ start: 8, end: 12 });
    expect(call?.arguments.map(({ expression }) => expression?.range)).toEqual([
      { start: 13, end: 16 },
      { start: 18, end: 21 },
      undefined,
      { start: 25, end: 35 },
    ]);
  });

  test("a comparison reaches from its left to its right side", () => {
    const inner = call?.arguments[3]?.expression;
    const comparison = inner?.kind === "Call" ? inner.arguments[0]?.expression : undefined;
    expect(comparison).toMatchObject({ kind: "ComparisonExpression", range: { start: 27, end: 34 } });
  });

  test("a concatenation reaches over its operands, a dotted name over its parts", () => {
    const glued = parse('let x = [a.b.c] & "-"').statements.at(0)!.parsed.node;
    const expression = glued.kind === "Let" ? glued.expression : undefined;
    expect(expression).toMatchObject({ kind: "Concatenation", range: { start: 8, end: 21 } });
    expect(expression?.kind === "Concatenation" ? expression.operands[0] : undefined).toMatchObject({
      range: { start: 8, end: 15 },
      name: { text: "a.b.c", range: { start: 9, end: 14 } },
    });
  });

  test("a modifier reaches to its value, or to its word where that is missing", () => {
    const ranges = (text: string) => {
      const mapping = parse(`map User -> User {\n${text}\n}`).statements.at(1)!.parsed.node;
      return mapping.kind === "AttributeMapping" ? mapping.modifiers.map(({ range }) => [range.start, range.end]) : [];
    };
    expect(ranges('a = [x] match 12 default "y" on create')).toEqual([
      [8, 16],
      [17, 28],
      [29, 38],
    ]);
    expect(ranges("a = [x] match")).toEqual([[8, 13]]);
  });

  test("offsets of a statement over several lines count from its first line, each line break as one", () => {
    const tree = parse('map User -> User {\n  a = Join(\n    "x",\r\n    [b])\n}');
    const statement = tree.statements.at(1)!;
    const mapping = statement.parsed.node;
    expect(mapping.range).toEqual({ start: 2, end: 29 });
    expect(positionOf(tree, statement, 29)).toEqual({ line: 3, character: 8 });
  });
});

test("expressions nest at most so deep that no stack ends", () => {
  const nested = (depth: number) => `let x = ${"F(".repeat(depth)}[a]${")".repeat(depth)}`;
  expect(problemsOf(nested(127))).toEqual([]);
  expect(problemsOf(nested(128))).toHaveLength(1);
  expect(problemsOf(nested(10_000))).toEqual([
    expect.stringMatching(/^1:1-\d+ Parentheses nest more than \d+ levels deep here\. Split this statement with 'let'\.$/),
  ]);
  expect(parse(nested(10_000)).statements.at(0)?.parsed.node.kind).toBe("Unknown");
});
