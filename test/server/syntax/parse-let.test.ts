import { describe, expect, test } from "vitest";
import { checkIn, problemsOf, shapesOf } from "#test/shapes";

type Case = [written: string, shape: string, problems?: string[]];

describe("lets", () => {
  test.each<Case>([
    ['let fullName = Join(" ", [givenName], [surname])', 'Let fullName = (Join " " [givenName] [surname])'],
    ["let let = [mail]", "Let let = [mail]"],
    ["let $x-1 = [mail]", "Let $x-1 = [mail]"],
  ])("%s", (written, shape) => {
    checkIn("document", written, shape);
  });

  test("an expression may begin on the next line", () => {
    expect(shapesOf('let marker =\n  "constant"\nlet other = [a]')).toEqual(['Let marker = "constant"', "Let other = [a]"]);
  });

  test.each<Case>([
    ["let x", "Let x = ?", ["6-6 '=' is missing here."]],
    ["let x =", "Let x = ?", ["8-8 The expression is missing behind '='."]],
    ["let = [mail]", "Let ? = [mail]", ["4-4 The name of the let is missing here."]],
    ["let x [mail]", "Let x = [mail]", ["6-6 '=' is missing here."]],
    ["let x: [mail]", "Let x = [mail]", ["6-7 '=' is expected here, not ':'."]],
    ["let x == [mail]", "Let x = [mail]", ["8-9 There is a '=' too many. Remove it."]],
    ["let x => [mail]", "Let x = [mail]", ["8-9 There is a '>' too many. Remove it."]],
    ["let let x = [mail]", "Let x = [mail]", ["1-4 'let' stands here twice. Remove one."]],
    ["let x x = [mail]", "Let x = [mail]", ["5-6 'x' stands here twice. Remove one."]],
    ["let x y = [mail]", "Let x = [mail]", ["7-8 'y' cannot stand here. Remove it."]],
    ["x = [mail]", "Let x = [mail]", ["1-1 'let' is missing here. A mapping stands in a 'map' block."]],
    ["const x = [mail]", "Let x = [mail]", ["1-6 'let' is expected here, not 'const'."]],
    ["let x = [mail] match 1", "Let x = [mail]", ["16-21 'match' cannot stand here: a 'let' is one expression."]],
    ["let x = [mail], [other]", "Let x = [mail]", ["15-16 ',' cannot stand here: a 'let' is one expression."]],
    ["let x = = [mail]", "Let x = [mail]", ["9-10 There is a '=' too many. Remove it."]],
  ])("%s keeps what can be read of it", (written, shape, problems = []) => {
    checkIn("document", written, shape, problems);
  });

  test("an arrow in the place of '=' costs the expression", () => {
    // Wrong: one mistake should be one problem, as in `schema x -> urn:…`, where the sign alone is reported and the URN is read.
    checkIn("document", "let x -> [mail]", "Let x = ?", [
      "6-6 '=' is missing here.",
      "7-9 A value ([attribute], a function call, a text in double quotes or a number) is expected here, not '->'.",
    ]);
  });

  test("one inside a block is a let all the same", () => {
    const text = "map User -> User {\n  let x = [a]\n  b = [x]\n}";
    expect(shapesOf(text)).toEqual(["Map User -> User", "  Let x = [a]", "  AttributeMapping b = [x]", "  Close"]);
    expect(problemsOf(text)).toEqual([]);
  });
});
