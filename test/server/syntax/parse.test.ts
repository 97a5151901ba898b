import { expect, test } from "vitest";
import { parse, statementAt } from "#syntax/parse";

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
