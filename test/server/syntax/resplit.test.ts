import { describe, expect, test } from "vitest";
import { linesOf, parse } from "#syntax/parse";
import { reparse } from "#syntax/reparse";
import { shapesOf } from "#test/shapes";

const text = `provision "x" {
  scope all
}
let a = [b]
map User -> User {
  userName = Join(" ",
    [c],
    [d])
  title = [e]
}
map Group -> Group {
  displayName = [f]
  members = [members]
}
test "t" for User {
  given { g = 1, h = 2 }
  expect skip
}
let i = [j]`;

/** Replaces lines `from` to `to` (from 1, both inclusive) and says which statements the edited document has; it must be what a fresh parse gives. */
function edited(from: number, to: number, replacement: string): readonly string[] {
  const before = parse(text);
  const lines = [...before.lines].toSpliced(from - 1, to - from + 1, ...(replacement === "" ? [] : linesOf(replacement)));
  const after = reparse(before, lines);
  const fresh = parse(lines.join("\n"));
  expect([...after.lines]).toEqual(lines);
  expect(after.problems).toEqual(fresh.problems);
  expect(after.statements.length).toBe(fresh.statements.length);
  for (const [at, statement] of after.statements.entries()) {
    const { firstLine, lastLine, kind, block, opener, end, index, parsed } = fresh.statements.at(at)!;
    expect(statement).toMatchObject({ firstLine, lastLine, kind, block, opener, end, index });
    expect(statement.parsed).toEqual(parsed);
    expect(statement.tokens.map(({ image, startOffset }) => [image, startOffset])).toEqual(
      fresh.statements.at(at)!.tokens.map(({ image, startOffset }) => [image, startOffset]),
    );
  }
  return shapesOf(lines.join("\n")).map((shape) => shape.trim());
}

describe("an edit within one statement", () => {
  test("in its only line", () => {
    expect(edited(9, 9, "  title = [other]")).toContain("AttributeMapping title = [other]");
  });

  test("in a middle line", () => {
    expect(edited(7, 7, '    "new",')).toContain('AttributeMapping userName = (Join " " "new" [d])');
  });

  test("that makes it longer or shorter", () => {
    expect(edited(7, 7, "    [c],\n    [c2],\n    // a comment\n    [c3],")).toContain(
      'AttributeMapping userName = (Join " " [c] [c2] [c3] [d])',
    );
    expect(edited(7, 7, "")).toContain('AttributeMapping userName = (Join " " [d])');
  });

  test("that takes its closing parenthesis away: the next target ends it", () => {
    expect(edited(8, 8, "    [d]")).toContain("AttributeMapping title = [e]");
  });

  test("that makes the line before go on", () => {
    expect(edited(4, 4, "let a =")).toContain("Let a = ?");
    expect(edited(9, 9, "  title = F(")).toContain("AttributeMapping title = (F …)");
  });
});

describe("an edit of whole lines", () => {
  test("a new first, middle and last statement", () => {
    expect(edited(1, 0, 'use "file"')[0]).toBe('Use "file"');
    expect(edited(10, 9, "  nickName = [n]\n  locale = [l]").filter((shape) => shape.startsWith("AttributeMapping"))).toHaveLength(6);
    expect(edited(19, 19, "let i = [j]\nlet k = [l]").at(-1)).toBe("Let k = [l]");
  });

  test("a removed statement", () => {
    expect(edited(9, 9, "").join(" ")).not.toContain("title");
    expect(edited(4, 4, "").join(" ")).not.toContain("Let a");
    expect(edited(19, 19, "").at(-1)).toBe("Close");
  });

  test("blank lines and comments only move what follows", () => {
    expect(edited(4, 4, "\n\n// comment\nlet a = [b]\n")).toEqual(shapesOf(text).map((shape) => shape.trim()));
    expect(edited(12, 12, "  displayName = [f] // why\n\n").filter((shape) => shape.startsWith("Map"))).toHaveLength(2);
  });

  test("a whole block more, less and renamed", () => {
    expect(edited(11, 14, "").filter((shape) => shape.startsWith("Map"))).toEqual(["Map User -> User"]);
    expect(edited(4, 4, "schema s = urn:x:y {\n  badge string\n}").slice(3, 6)).toEqual([
      "Schema s urn:x:y",
      "AttributeDeclaration badge string",
      "Close",
    ]);
    expect(edited(11, 11, "map Group -> Group disabled {")).toContain("Map Group -> Group disabled");
  });

  test("all of them", () => {
    expect(edited(1, 19, "let only = [x]")).toEqual(["Let only = [x]"]);
    expect(edited(1, 19, "")).toEqual([]);
  });

  test("a head that makes its block another", () => {
    expect(edited(11, 11, "source Group {").filter((shape) => shape.startsWith("AttributeDeclaration"))).toHaveLength(2);
  });
});

describe("an edit of braces", () => {
  test.each([
    ["a brace taken away", 10, 10, ""],
    ["a brace too many", 10, 10, "}\n}"],
    ["an opening brace taken away", 11, 11, "map Group -> Group"],
    ["an opening brace too many", 11, 11, "map Group -> Group { {"],
    ["a block closed and another opened on one line", 10, 11, "} map Group -> Group {"],
    ["two blocks made one", 10, 11, ""],
    ["one block made two", 9, 9, "  title = [e]\n}\nmap User -> User {"],
    ["a block moved into another", 15, 18, "map X -> X {\n}"],
    ["braces within one line", 16, 16, "  given { g = 1 } // } {"],
  ])("%s gives what a fresh parse gives", (_, from, to, replacement) => {
    expect(edited(from, to, replacement).length).toBeGreaterThan(5);
  });

  test("a brace that comes back makes the document whole again", () => {
    const whole = parse(text);
    const broken = reparse(whole, [...whole.lines].toSpliced(9, 1));
    expect(broken.problems).toHaveLength(1);
    const again = reparse(broken, [...whole.lines]);
    expect(again.problems).toEqual([]);
    expect(again.statements.map(({ kind, opener }) => [kind, opener])).toEqual(whole.statements.map(({ kind, opener }) => [kind, opener]));
  });
});

test("nothing edited is nothing changed", () => {
  const tree = parse(text);
  expect(reparse(tree, [...tree.lines])).toBe(tree);
});
