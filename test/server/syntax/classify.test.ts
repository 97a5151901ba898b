import { describe, expect, test } from "vitest";
import { checkShapes, problemsOf, shapesOf } from "#test/shapes";

/** The kinds of the statements of a text, without those of the block around it. */
function kindsIn(open: string, text: string, close: string): readonly string[] {
  const around = open === "" ? 0 : open.split("\n").length;
  return shapesOf(`${open}\n${text}\n${close}`)
    .slice(around, close === "" ? undefined : -close.split("\n").length)
    .map((shape) => shape.trim().split(" ")[0]!);
}

const inDocument = (text: string) => kindsIn("", text, "");
const inMap = (text: string) => kindsIn("map User -> User {", text, "}");
const inTest = (text: string) => kindsIn('test "t" for User {', text, "}");

describe("at the top of a file the nearest head decides", () => {
  test.each([
    ['uze "file"', "Use"],
    ['use file "x"', "Use"],
    ['xse "file"', "Unknown"],
    ["lett x = [a]", "Let"],
    ["let x", "Let"],
    ["x = [a]", "Let"],
    ["x = Join([a], [b])", "Let"],
    ["schem x = urn:a:b", "Schema"],
    ["x = urn:a:b", "Schema"],
    ["let x = urn:a:b", "Let"],
    ["hello world", "Unknown"],
    ["hello", "Unknown"],
    ["42", "Unknown"],
    ["where a pr", "Unknown"],
    ["userName = [mail]", "Let"],
    ["emails.value = [mail]", "Unknown"],
  ])("%s: %s", (text, kind) => {
    expect(inDocument(text)).toEqual([kind]);
  });

  test.each([
    ['provison "x" {', "Provision"],
    ['provision provision "x" {', "Provision"],
    ["sourc User {", "Source"],
    ["source User User {", "Source"],
    ["User {", "Source"],
    ["map User {", "Map"],
    ["User -> User {", "Map"],
    ["mapp User -> User {", "Map"],
    ['tes "t" for User {', "Test"],
    ['"t" for User {', "Test"],
    ['"t" {', "Provision"],
  ])("%s: %s", (text, kind) => {
    expect(inDocument(`${text}\n}`)[0]).toBe(kind);
  });
});

describe("in a map", () => {
  test.each([
    ["userName = [a]", "AttributeMapping"],
    ["userName", "AttributeMapping"],
    ["userName [a]", "AttributeMapping"],
    ["actions create", "Actions"],
    ["actions", "Actions"],
    ["action create", "Actions"],
    ["create update", "Actions"],
    ["actions = create", "Actions"],
    ["actions = [a]", "AttributeMapping"],
    ["actions = create update", "Actions"],
    ['where a eq "x"', "Where"],
    ["where", "Where"],
    ["or where", "Where"],
    ['or where "T" a pr', "Where"],
    ['or a eq "x"', "Where"],
    ['whre a eq "x"', "Where"],
    ['a eq "x"', "Where"],
    ['"Title" a eq "x"', "Where"],
    ['(a eq "x")', "Where"],
    ['not (a eq "x")', "Where"],
    ['((not (a.b eq "x")))', "Where"],
    ['where = a eq "x"', "Where"],
    ['x where a eq "x"', "Where"],
    ["where = [surname]", "AttributeMapping"],
    ["where.sub = [surname]", "AttributeMapping"],
    ["or = [x]", "AttributeMapping"],
    ["default = [x]", "AttributeMapping"],
    ["create = [x]", "AttributeMapping"],
    ["a.b [c]", "AttributeMapping"],
    ["let = [x]", "AttributeMapping"],
    ["given", "AttributeMapping"],
  ])("%s: %s", (text, kind) => {
    expect(inMap(text)).toEqual([kind]);
  });
});

describe("in a test", () => {
  test.each([
    ["expect skip", "Expect"],
    ["expect", "Expect"],
    ["skip", "Expect"],
    ["expects skip", "Expect"],
    ["given given {\n}", "Given"],
    ["given\n}", "Given"],
    ["source given {\n}", "Given"],
    ["expect create {\n}", "Expect"],
    ["create {\n}", "Expect"],
    ["nonsense here", "Unknown"],
    ["a = 1", "Unknown"],
  ])("%s: %s", (text, kind) => {
    expect(inTest(text)[0]).toBe(kind);
  });
});

test("in provision, schema, source, given and expect blocks every line is of one kind", () => {
  expect(kindsIn('provision "x" {', "scope all\nnonsense\nwhere a pr\n12", "}")).toEqual(["Setting", "Setting", "Setting", "Setting"]);
  expect(kindsIn("schema s = urn:x:y {", "a string\nb\nactions create", "}")).toEqual([
    "AttributeDeclaration",
    "AttributeDeclaration",
    "AttributeDeclaration",
  ]);
  expect(kindsIn("source User {", "a string\nwhere", "}")).toEqual(["AttributeDeclaration", "AttributeDeclaration"]);
  expect(kindsIn('test "t" for User {\ngiven {', "a = 1\nactions create\nexpect skip", "}\n}")).toEqual([
    "ValueAssignment",
    "ValueAssignment",
    "ValueAssignment",
  ]);
});

test("a head of the document counts in every block", () => {
  checkShapes(
    `
    map User -> User {
      a = [b]
      let x = [c]
      use "file"
      d = [e]
    }
    `,
    `
    Map User -> User
      AttributeMapping a = [b]
      Let x = [c]
      Use "file"
      AttributeMapping d = [e]
      Close
    `,
  );
});

test("a block where none can stand is one problem and hides nothing", () => {
  const text = 'provision "x" {\n  environment e {\n    scope all\n    nested {\n      scope all\n    }\n  }\n}';
  expect(problemsOf(text)).toEqual(["4:5-13 No block can stand here. Remove this '{' and its '}'."]);
  expect(shapesOf(text).filter((shape) => shape.includes("Setting"))).toHaveLength(2);
});

describe("words that stand in another block say which", () => {
  test.each([
    ["environment e", "provision"],
    ["actions create", "map"],
    ["where a pr", "map"],
    ["or where a pr", "map"],
    ["expect skip", "test"],
    ["given", "test"],
  ])("%s belongs into '%s'", (text, home) => {
    expect(problemsOf(text)).toEqual([`1:1-${text.length + 1} '${text.split(" ")[0]!}' stands in a '${home}' block.`]);
  });

  test("any other word is told what can stand there", () => {
    expect(problemsOf("hello world")).toEqual([
      "1:1-12 'hello' begins no statement that can stand here. At the top of a file stand use, provision, schema, source, let, map and test.",
    ]);
  });
});
