import { describe, expect, test } from "vitest";
import { cursorsAt } from "#syntax/cursor";
import type { Cursor } from "#syntax/cursor";
import { parse } from "#syntax/parse";
import { atCursor } from "#test/markers";

/** Each meaning of the cursor in one line: block of opener, kind of statement, what stands before, the word with `|` around what it replaces, and what follows. */
function cursors(marked: string): readonly string[] {
  const { text, position } = atCursor(marked);
  const tree = parse(text);
  return cursorsAt(tree, position).map((cursor) => {
    const { line, start, end } = cursor.word;
    expect(line).toBe(position.line);
    const replaced = tree.lines.at(line)!.slice(start, end);
    const { block, opener, statement } = cursor;
    const where = opener === undefined ? block : `${block} of ${opener.parsed.node.kind}`;
    return [
      where,
      statement?.parsed.node.kind ?? "new",
      `${images(cursor.before)}|${replaced}|${images(cursor.after)}`,
      ...quoted(cursor),
    ].join("; ");
  });
}

function images(tokens: Cursor["before"]): string {
  return tokens.map(({ image }) => image).join(" ");
}

function quoted({ quotes, word }: Cursor): readonly string[] {
  return quotes === "none" ? [] : [`${quotes} quotes`, word.text];
}

describe("where a statement begins", () => {
  test.each([
    ["$0", "document; new; ||"],
    ["\n\n$0\nlet x = [a]", "document; new; ||"],
    ["let x = [a]\n$0", "document; new; ||"],
    ["map User -> User {$0", "map of Map; new; ||"],
    ["map User -> User {\n  $0\n}", "map of Map; new; ||"],
    ["map User -> User {\n  a = [b]\n$0}", "map of Map; new; ||"],
    ["map User -> User {\n  a = [b], $0\n}", "map of Map; new; ||"],
    ["map User -> User {\n}$0", "document; new; ||"],
    ["map User -> User {\n}\n$0", "document; new; ||"],
    ['provision "x" {\n  environment e {\n  }\n  $0\n}', "provision of Provision; new; ||"],
    ['provision "x" {\n  environment e {\n    $0\n  }\n}', "environment of Environment; new; ||"],
    ["schema s = urn:x:y {\n  $0\n}", "schema of Schema; new; ||"],
    ["source User {\n  $0\n}", "source of Source; new; ||"],
    ['test "t" for User {\n  given { $0 }\n}', "given of Given; new; ||"],
    ['test "t" for User {\n  given { a = 1, $0 }\n}', "given of Given; new; ||"],
    ['test "t" for User { given { a = 1 } $0 }', "test of Test; new; ||"],
    ['test "t" for User { given { a = 1 } expect create { $0 } }', "expect of Expect; new; ||"],
  ])("%j", (marked, expected) => {
    expect(cursors(marked)).toEqual([expected]);
  });
});

describe("in a statement", () => {
  test.each([
    ["let x = [ma$0il]", "document; Let; let x = [|mail|]"],
    ["let x = [mail$0]", "document; Let; let x = [|mail|]"],
    ["let x = [$0mail]", "document; Let; let x = [||mail ]"],
    ["let x = $0", "document; Let; let x =||"],
    ["let x = $0[a]", "document; Let; let x =||[ a ]"],
    ["let x = Jo$0", "document; Let; let x =|Jo|"],
    ["let x = Join($0)", "document; Let; let x = Join (||)"],
    ["le$0", "document; Unknown; |le|"],
    ["map User -> U$0 {\n}", "document; Map; map User ->|U|{"],
    ["map User -> User {\n  userNa$0\n}", "map of Map; AttributeMapping; |userNa|"],
    ["map User -> User {\n  name.fa$0 = [a]\n}", "map of Map; AttributeMapping; name .|fa|= [ a ]"],
    ["map User -> User {\n  name.$0\n}", "map of Map; AttributeMapping; name .||"],
    ["map User -> User {\n  urn:x:$0\n}", "map of Map; AttributeMapping; |urn:x:|"],
    ["map User -> User {\n  a = [b] $0\n}", "map of Map; AttributeMapping; a = [ b ]||"],
    ["map User -> User {\n  a = [b] match 1$0\n}", "map of Map; AttributeMapping; a = [ b ] match|1|"],
    ["map User -> User {\n  actions create, $0\n}", "map of Map; Actions; actions create ,||"],
    ['provision "x" {\n  scope a$0\n}', "provision of Provision; Setting; scope|a|"],
  ])("%j", (marked, expected) => {
    expect(cursors(marked)).toEqual([expected]);
  });

  test("over several lines the word counts from its own line", () => {
    expect(cursors('let x = Join(" ",\n  [giv$0en],\n  [surname])')).toEqual([
      'document; Let; let x = Join ( " " , [|given|] , [ surname ] )',
    ]);
  });
});

describe("inside quotes", () => {
  test.each([
    [
      'map User -> User {\n  emails[type eq "wo$0rk"].value = [a]\n}',
      "map of Map; AttributeMapping; emails [ type eq|work|] . value = [ a ]; closed quotes; work",
    ],
    [
      'map User -> User {\n  emails[type eq "$0"].value = [a]\n}',
      "map of Map; AttributeMapping; emails [ type eq||] . value = [ a ]; closed quotes; ",
    ],
    ['map User -> User {\n  emails[type eq "w$0\n}', "map of Map; AttributeMapping; emails [ type eq|w|; open quotes; w"],
    ['map User -> User {\n  emails[type eq "w$0].value = [a]\n}', "map of Map; AttributeMapping; emails [ type eq|w|; open quotes; w"],
    ['use "$0', "document; Use; use||; open quotes; "],
    ['use "sh$0ared"', "document; Use; use|shared|; closed quotes; shared"],
  ])("%j", (marked, expected) => {
    expect(cursors(marked)).toEqual([expected]);
  });

  test("right behind a closed text one is outside it", () => {
    expect(cursors('use "shared"$0')).toEqual(['document; Use; use "shared"||']);
  });
});

describe("two meanings on a line that may go on with the statement above or begin a new one", () => {
  test.each([
    ["map User -> User {\n  a = Join([b],\n  $0\n}", ["map of Map; AttributeMapping; a = Join ( [ b ] ,||", "map of Map; new; ||"]],
    ["map User -> User {\n  a =\n  $0\n}", ["map of Map; AttributeMapping; a =||", "map of Map; new; ||"]],
    ["map User -> User {\n  where a pr and\n  $0\n}", ["map of Map; Where; where a pr and||", "map of Map; new; ||"]],
    ["map User -> User {\n  where a pr OR\n  $0\n}", ["map of Map; Where; where a pr OR||", "map of Map; new; ||"]],
    ["let x = [a\n$0", ["document; Let; let x = [ a||", "document; new; ||"]],
  ])("%j", (marked, expected) => {
    expect(cursors(marked)).toEqual(expected);
  });

  test.each(['provision "x" {\n  tenantUrl (\n  $0\n}', "schema s = urn:x:y {\n  a (\n  $0\n}", "source User {\n  a [\n  $0\n}"])(
    "but not in blocks whose statements are one line: %j",
    (marked) => {
      expect(cursors(marked)).toHaveLength(1);
    },
  );

  test("a closed bracket more than was opened opens nothing", () => {
    expect(cursors("let x = [a]]\n$0")).toEqual(["document; new; ||"]);
    expect(cursors("let x = [a]] & (\n$0")).toHaveLength(2);
  });
});

describe("in a comment nothing is meant", () => {
  test.each(["// a$0", "let x = [a] // b$0", "let x = [a] //$0", "  // $0 let x"])("%j", (marked) => {
    expect(cursors(marked)).toEqual([]);
  });

  test("but right before one", () => {
    expect(cursors("let x = $0// a")).toEqual(["document; Let; let x =||"]);
    expect(cursors("$0// a")).toEqual(["document; new; ||"]);
  });
});

test("of many statements on one line the one at the cursor is meant", () => {
  const before = Array.from({ length: 40 }, (_, index) => `a${index} = ${index}`).join(", ");
  expect(cursors(`test "t" for User { given { ${before}, b$0 = 1 } expect skip }`)).toEqual(["given of Given; ValueAssignment; |b|= 1"]);
});
