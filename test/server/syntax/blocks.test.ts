import { describe, expect, test } from "vitest";
import { parse } from "#syntax/parse";
import { reparse } from "#syntax/reparse";
import { problemsOf, shapesOf } from "#test/shapes";
import { soundTexts } from "#test/scimmap-texts";

/** Kind and block of every statement. */
function blocksOf(text: string): readonly string[] {
  return parse(text).statements.map(({ parsed: { node }, block }) => `${node.kind} in ${block}`);
}

describe("blocks", () => {
  test.each<[string, string[]]>([
    ['provision "x" {\nscope all\n}', ["Provision in document", "Setting in provision", "Close in provision"]],
    [
      'provision "x" {\nenvironment e {\nscope all\n}\n}',
      ["Provision in document", "Environment in provision", "Setting in environment", "Close in environment", "Close in provision"],
    ],
    ["schema s = urn:x:y {\na string\n}", ["Schema in document", "AttributeDeclaration in schema", "Close in schema"]],
    ["source User {\na string\n}", ["Source in document", "AttributeDeclaration in source", "Close in source"]],
    ["map User -> User {\na = [b]\n}", ["Map in document", "AttributeMapping in map", "Close in map"]],
    [
      'test "t" for User {\ngiven {\na = 1\n}\nexpect create {\nb = 2\n}\n}',
      [
        "Test in document",
        "Given in test",
        "ValueAssignment in given",
        "Close in given",
        "Expect in test",
        "ValueAssignment in expect",
        "Close in expect",
        "Close in test",
      ],
    ],
    ['test "t" for User { expect skip }', ["Test in document", "Expect in test", "Close in test"]],
  ])("%j", (text, blocks) => {
    expect(blocksOf(text)).toEqual(blocks);
  });

  test("one line or many: the statements are the same", () => {
    const many = 'test "t" for User {\n  given {\n    a = 1\n    b = 2\n  }\n  expect create {\n    c = 3\n  }\n}';
    const one = 'test "t" for User { given { a = 1, b = 2 } expect create { c = 3 } }';
    expect(shapesOf(one)).toEqual(shapesOf(many));
    expect(blocksOf('provision "x" { scope all, environment e { scope all } }')).toEqual(
      blocksOf('provision "x" {\n  scope all\n  environment e {\n    scope all\n  }\n}'),
    );
  });

  test("a brace may stand on a line of its own behind its block", () => {
    expect(problemsOf("map User -> User {\n\n\n}\n\nmap Group -> Group {\n}")).toEqual([]);
    expect(blocksOf("map User -> User { a = [b] }")).toEqual(["Map in document", "AttributeMapping in map", "Close in map"]);
  });

  test("a closing brace ends a statement that is open", () => {
    expect(blocksOf("map User -> User {\na = F([b]\n}\nlet c = [d]")).toEqual([
      "Map in document",
      "AttributeMapping in map",
      "Close in map",
      "Let in document",
    ]);
    expect(blocksOf("map User -> User {\na =\n}\nlet c = [d]")[3]).toBe("Let in document");
    expect(blocksOf("map User -> User { where a pr and }")).toEqual(["Map in document", "Where in map", "Close in map"]);
  });

  test("braces inside texts and comments are none", () => {
    expect(blocksOf('map User -> User {\na = "}" // {\nb = "{"\n}')).toEqual([
      "Map in document",
      "AttributeMapping in map",
      "AttributeMapping in map",
      "Close in map",
    ]);
  });
});

describe("sound mappings", () => {
  test.each(soundTexts.map((text, index) => [index, text] as const))("number %i has no problem, as LF and as CRLF", (_, text) => {
    expect(problemsOf(text)).toEqual([]);
    expect(shapesOf(text.replaceAll("\n", "\r\n"))).toEqual(shapesOf(text));
  });

  test.each(soundTexts.map((text, index) => [index, text] as const))(
    "number %i means the same without its comments and blank lines",
    (_, text) => {
      const lines = text.split("\n");
      const bare = parse(text)
        .lexed.map(({ tokens }, line) => {
          const last = tokens.at(-1);
          return last === undefined ? "" : lines[line]!.slice(0, last.startOffset + last.image.length);
        })
        .filter((line) => line.trim() !== "")
        .join("\n");
      expect(shapesOf(bare)).toEqual(shapesOf(text));
    },
  );

  test.each(soundTexts.map((text, index) => [index, text] as const))("number %i typed line by line ends as the whole", (_, text) => {
    const lines = text.split("\n");
    let tree = parse("");
    for (let count = 1; count <= lines.length; count += 7) tree = reparse(tree, lines.slice(0, count));
    tree = reparse(tree, lines);
    expect(tree.statements.map(({ kind, block, firstLine }) => [kind, block, firstLine])).toEqual(
      parse(text).statements.map(({ kind, block, firstLine }) => [kind, block, firstLine]),
    );
    expect(tree.problems).toEqual([]);
  });
});
