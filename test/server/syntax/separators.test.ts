import { describe, expect, test } from "vitest";
import { problemsOf, shapesOf } from "#test/shapes";

/** The statements of one line in a block, by their shapes, and what is wrong there. */
function onLine(open: string, line: string, close: string): { readonly shapes: readonly string[]; readonly problems: readonly string[] } {
  const text = `${open}\n${line}\n${close}`;
  const around = open.split("\n").length;
  return {
    shapes: shapesOf(text)
      .slice(around, -close.split("\n").length)
      .map((shape) => shape.trim()),
    problems: problemsOf(text).map((problem) => problem.replace(/^\d+:/, "")),
  };
}

const inMap = (line: string) => onLine("map User -> User {", line, "}");
const inGiven = (line: string) => onLine('test "t" for User {\ngiven {', line, "}\n}");
const inProvision = (line: string) => onLine('provision "x" {', line, "}");
const inSchema = (line: string) => onLine("schema s = urn:x:y {", line, "}");

const missing = "',' is missing here, between two statements on one line.";

describe("a comma ends a statement", () => {
  test("in a map, but not inside a call or a list of actions", () => {
    expect(inMap('actions create, a = Join(" ", [b], [c]), d = [e]')).toEqual({
      shapes: ["Actions create", 'AttributeMapping a = (Join " " [b] [c])', "AttributeMapping d = [e]"],
      problems: [],
    });
  });

  test("a comma inside a list of actions is the statement's own mistake", () => {
    expect(inMap("actions create, update")).toEqual({
      shapes: ["Actions create update"],
      problems: ["15-16 ',' cannot stand here. Actions are separated by spaces."],
    });
    expect(inMap("actions create, update, delete").problems).toHaveLength(2);
  });

  test("in a provision and a schema", () => {
    expect(inProvision('scope all, tenantUrl "https://x", deletionThreshold 5')).toEqual({
      shapes: ["Setting scope all", 'Setting tenantUrl "https://x"', "Setting deletionThreshold 5"],
      problems: [],
    });
    expect(inSchema("a string required, b.c integer[], d boolean")).toEqual({
      shapes: ["AttributeDeclaration a string required", "AttributeDeclaration b.c integer[]", "AttributeDeclaration d boolean"],
      problems: [],
    });
  });

  test("in a test behind an outcome", () => {
    const { shapes, problems } = onLine('test "t" for User {', "expect skip, given { a = 1 }", "}");
    expect(shapes).toEqual(["Expect skip", "Given", "ValueAssignment a = 1", "Close"]);
    expect(problems).toEqual([]);
  });

  test("where a bracket is open only if another statement begins behind it", () => {
    expect(inGiven('a = ["x", b = "y"').shapes).toEqual(['ValueAssignment a = ["x"]', 'ValueAssignment b = "y"']);
    expect(inGiven('a = ["x", b').shapes).toEqual(['ValueAssignment a = ["x" ?b]']);
    expect(inMap('a = F("x", b.c = "y"').shapes).toEqual(['AttributeMapping a = (F "x" …)', 'AttributeMapping b.c = "y"']);
    expect(inMap('a = F("x", b[type eq "z"].c = "y"').shapes[1]).toBe('AttributeMapping b[(eq type "z")].c = "y"');
    expect(inMap('a = F("x", urn:x:y = "y"').shapes[1]).toBe('AttributeMapping <urn:x:y> = "y"');
    expect(inMap('a = F("x", "urn:x:y" = "y"').shapes[1]).toBe('AttributeMapping "urn:x:y" = "y"');
    expect(inMap('a = F("x", actions create').shapes[1]).toBe("Actions create");
  });

  test("one too many separates nothing", () => {
    expect(inGiven("a = 1,, b = 2")).toEqual({
      shapes: ["ValueAssignment a = 1", "Unknown", "ValueAssignment b = 2"],
      problems: ["7-8 This ',' separates nothing. Remove it."],
    });
    expect(inGiven(", a = 1").problems).toEqual(["1-2 This ',' separates nothing. Remove it."]);
  });

  test("none ends a statement at the top of a file", () => {
    expect(shapesOf("let x = [a], let y = [b]")).toEqual(["Let x = [a]"]);
  });
});

describe("a comma that is missing between two statements of one line", () => {
  test.each<[string, string[], number]>([
    ['a = "x" b = "y"', ['AttributeMapping a = "x"', 'AttributeMapping b = "y"'], 8],
    ["a = [x] b.c = [y]", ["AttributeMapping a = [x]", "AttributeMapping b.c = [y]"], 8],
    ['a = [x] b[type eq "z"].c = [y]', ["AttributeMapping a = [x]", 'AttributeMapping b[(eq type "z")].c = [y]'], 8],
    ["a = F([x]) urn:x:y = [z]", ["AttributeMapping a = (F [x])", "AttributeMapping <urn:x:y> = [z]"], 11],
    ['a = [x] "q" = [z]', ["AttributeMapping a = [x]", 'AttributeMapping "q" = [z]'], 8],
    ["a = [x] match 1 b = [y]", ["AttributeMapping a = [x] match 1", "AttributeMapping b = [y]"], 16],
    ["actions create a = [b]", ["Actions create", "AttributeMapping a = [b]"], 15],
    ['where a eq "x" b = [c]', ['Where (eq a "x")', "AttributeMapping b = [c]"], 15],
    ["a = [b] actions create", ["AttributeMapping a = [b]", "Actions create"], 8],
    ['a = [b] where c eq "d"', ["AttributeMapping a = [b]", 'Where (eq c "d")'], 8],
    ['a = [b] or where c eq "d"', ["AttributeMapping a = [b]", 'Where or (eq c "d")'], 8],
  ])("in a map: %s", (line, shapes, column) => {
    expect(inMap(line)).toEqual({ shapes, problems: [`${column}-${column} ${missing}`] });
  });

  test.each<[string, string[], number]>([
    ["scope all deletionThreshold 5", ["Setting scope all", "Setting deletionThreshold 5"], 10],
    ['tenantUrl "https://x" scope all', ['Setting tenantUrl "https://x"', "Setting scope all"], 22],
  ])("in a provision: %s", (line, shapes, column) => {
    expect(inProvision(line)).toEqual({ shapes, problems: [`${column}-${column} ${missing}`] });
  });

  test.each<[string, string[], number]>([
    ["a string b integer", ["AttributeDeclaration a string", "AttributeDeclaration b integer"], 9],
    ["a string[] required b.c integer", ["AttributeDeclaration a string[] required", "AttributeDeclaration b.c integer"], 20],
  ])("in a schema: %s", (line, shapes, column) => {
    expect(inSchema(line)).toEqual({ shapes, problems: [`${column}-${column} ${missing}`] });
  });

  test("nothing is missing where the statement before is not complete", () => {
    expect(inMap("a = b = [c]").shapes).toHaveLength(1);
    expect(inMap("actions a = [b]").shapes).toHaveLength(1);
    expect(inMap("name.familyName = [b]").shapes).toEqual(["AttributeMapping name.familyName = [b]"]);
    expect(inProvision("scope").shapes).toHaveLength(1);
    expect(inSchema("a b string").shapes).toHaveLength(1);
  });

  test("modifiers and names inside a call begin no statement", () => {
    expect(inMap("a = [b] match = 1").shapes).toHaveLength(1);
    expect(inMap("a = IIF(b = [c], 1, 2)").shapes).toHaveLength(1);
  });
});

describe("a line that begins with a target ends an open statement above it", () => {
  const between = (line: string) => shapesOf(`map User -> User {\n  x = F([a],\n  ${line}\n}`).length;

  test.each(['b = "c"', "b.c = [d]", 'b[type eq "c"].d = [e]', "urn:x:y = [d]", '"q" = [d]', "b [c] = [d]"])("%s", (line) => {
    expect(between(line)).toBe(4);
  });

  test.each(["b(c = 1))", "b, [c])", "b) = 1", "[b] = 1)", "12 = 1)", "(b = 1))"])("but not %s", (line) => {
    expect(between(line)).toBe(3);
  });
});
