import { describe, expect, test } from "vitest";
import { linesOf, offsetIn, parse, positionOf, statementAt } from "#syntax/parse";

test("a position is found in its statement however many stand on its line", () => {
  const values = Array.from({ length: 100 }, (_, index) => `a${index} = "x"`);
  const line = `test "t" for User { given { ${values.join(", ")} } expect skip }`;
  const tree = parse(line);
  for (const [index, value] of values.entries()) {
    const found = statementAt(tree, { line: 0, character: line.indexOf(value) + 1 });
    expect(found?.tokens[0]?.image).toBe(`a${index}`);
  }
});

test("a position in any line of a statement is found in it, one behind its end belongs to the last before it", () => {
  const tree = parse('let x = Join(" ",\n  [a],\n  [b])\nlet y = [c]   ');
  expect([0, 1, 2, 3].map((line) => statementAt(tree, { line, character: 3 })?.index)).toEqual([0, 0, 0, 1]);
  expect(statementAt(tree, { line: 3, character: 14 })?.index).toBe(1);
});

describe("a position in its document", () => {
  const tree = parse('map User -> User {\n  a = Join(" ",\n    [b],\n    [c])\n}');
  const statement = tree.statements.at(1)!;

  test.each([
    [0, 1, 0],
    [2, 1, 2],
    [15, 1, 15],
    [16, 2, 0],
    [20, 2, 4],
    [24, 2, 8],
    [25, 3, 0],
    [33, 3, 8],
    // Offsets outside the statement are brought back to its lines.
    [99, 3, 8],
    [-5, 1, 0],
  ])("offset %i is line %i, character %i", (offset, line, character) => {
    expect(positionOf(tree, statement, offset)).toEqual({ line, character });
  });

  test("and back", () => {
    for (const offset of [0, 2, 15, 16, 20, 24, 25, 33])
      expect(offsetIn(tree, statement, positionOf(tree, statement, offset))).toBe(offset);
  });
});

describe("the statement at a position", () => {
  const tree = parse("// first\nlet a = [b]\n\nmap User -> User {\n  c = [d]\n}\nlet e = [f] ");
  const at = (line: number, character: number) => {
    const found = statementAt(tree, { line, character });
    return found === undefined ? undefined : `${found.parsed.node.kind} ${found.index}`;
  };

  test.each([
    [0, 3, undefined],
    [1, 0, "Let 0"],
    [1, 11, "Let 0"],
    [2, 0, undefined],
    [3, 5, "Map 1"],
    [4, 0, "AttributeMapping 2"],
    [4, 4, "AttributeMapping 2"],
    [5, 1, "Close 3"],
    [6, 12, "Let 4"],
    [7, 0, undefined],
  ])("line %i, character %i: %s", (line, character, expected) => {
    expect(at(line, character)).toBe(expected);
  });

  test("between two on one line it is the last one to start", () => {
    const line = 'test "t" for User { given { a = 1, b = 2 } expect skip }';
    const one = parse(line);
    const found = (part: string) => statementAt(one, { line: 0, character: line.indexOf(part) })?.parsed.node.kind;
    expect(["test", "given", "a =", "b =", "}", "expect"].map(found)).toEqual([
      "Test",
      "Given",
      "ValueAssignment",
      "ValueAssignment",
      "Close",
      "Expect",
    ]);
    expect(statementAt(one, { line: 0, character: line.indexOf(", b") })?.index).toBe(2);
  });
});

describe("lines", () => {
  test.each([
    ["", [""]],
    ["a", ["a"]],
    ["a\n", ["a", ""]],
    ["a\r\nb\rc\nd", ["a", "b", "c", "d"]],
    ["\n\r\n\r", ["", "", "", ""]],
    ["a\n\rb", ["a", "", "b"]],
    ["a\u2028b\u0085c", ["a\u2028b\u0085c"]],
  ])("%j", (text, lines) => {
    expect(linesOf(text)).toEqual(lines);
  });
});

test("a statement knows its lines, its block and who opened it", () => {
  const tree = parse("// head\nmap User -> User {\n  a = F(\n    [b]\n  )\n}\nlet c = [d]");
  expect(
    tree.statements.map(({ index, firstLine, lastLine, block, opener, kind }) => [index, firstLine, lastLine, block, opener, kind]),
  ).toEqual([
    [0, 1, 1, "document", -1, "Map"],
    [1, 2, 4, "map", 0, "AttributeMapping"],
    [2, 5, 5, "map", 0, "Close"],
    [3, 6, 6, "document", -1, "Let"],
  ]);
});

test("comments are kept beside the tokens of their line", () => {
  const tree = parse('let a = [b] // first\n// second\nlet c = "//"');
  expect(tree.lexed.map(({ comments }) => comments.map(({ image, startOffset }) => [image, startOffset]))).toEqual([
    [["// first", 12]],
    [["// second", 0]],
    [],
  ]);
});
