import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { linesOf, parse } from "#syntax/parse";
import { problemsOf as wrong, shapesOf } from "#test/shapes";

/** Every statement as its kind and its tokens, with single spaces between them. */
function statementsOf(text: string): string[] {
  return parse(text).statements.map(({ parsed, tokens }) => `${parsed.node.kind}: ${tokens.map(({ image }) => image).join(" ")}`);
}

function problemsOf(text: string): string[] {
  const { statements, problems } = parse(text);
  const inStatements = statements.flatMap(({ firstLine, parsed }) =>
    parsed.problems.map(({ message }) => `${String(firstLine + 1)}: ${inEnglish(message)}`),
  );
  return [
    ...inStatements,
    ...problems.map(({ statement, message }) => `${String(statements.at(statement)!.firstLine + 1)}: ${inEnglish(message)}`),
  ];
}

describe("a statement goes on in the next line", () => {
  test("while a parenthesis is open", () => {
    const text = 'let x = Join(" ",\n  [a],\n  [b]\n)\nlet y = [c]';
    expect(statementsOf(text)).toEqual(['Let: let x = Join ( " " , [ a ] , [ b ] )', "Let: let y = [ c ]"]);
    expect(problemsOf(text)).toEqual([]);
  });

  test("while a bracket is open", () => {
    const text = 'test "t" for User {\n  given { a = [\n    "x",\n    "y"\n  ] }\n  expect skip\n}';
    expect(statementsOf(text)[2]).toBe('ValueAssignment: a = [ "x" , "y" ]');
    expect(problemsOf(text)).toEqual([]);
  });

  test.each(["=", "= // a comment"])("behind '%s' at the end of the line", (end) => {
    expect(statementsOf(`let x ${end}\n  "constant"`)).toEqual(['Let: let x = "constant"']);
  });

  test.each(["and", "or", "OR", "or // a comment"])("behind '%s' at the end of the line", (word) => {
    const text = `map User -> User {\n  where a eq "x" ${word}\n    b eq "y"\n}`;
    const [, where, ...others] = statementsOf(text);
    expect(where).toMatch(/^Where: where a eq "x" (and|or|OR) b eq "y"$/);
    expect(others).toEqual(["Close: }"]);
    expect(problemsOf(text)).toEqual([]);
  });

  test("with comments and blank lines between its lines", () => {
    const text = 'let x = Join(" ",\n\n  // the given name\n  [a], // first\n  [b])';
    expect(statementsOf(text)).toEqual(['Let: let x = Join ( " " , [ a ] , [ b ] )']);
    expect(problemsOf(text)).toEqual([]);
  });

  test("never in provision, environment, schema and source blocks", () => {
    const text =
      'provision "x" {\n  tenantUrl (\n  scope all\n  environment t {\n    scope [\n    scope all\n  }\n}\nsource User {\n  a (\n  b string\n}';
    expect(statementsOf(text)).toEqual([
      'Provision: provision "x" {',
      "Setting: tenantUrl (",
      "Setting: scope all",
      "Environment: environment t {",
      "Setting: scope [",
      "Setting: scope all",
      "Close: }",
      "Close: }",
      "Source: source User {",
      "AttributeDeclaration: a (",
      "AttributeDeclaration: b string",
      "Close: }",
    ]);
  });
});

describe("a statement that is open ends before", () => {
  test.each([
    ["let", 'let y = "z"'],
    ["use", 'use "file"'],
    ["schema", "schema y = urn:x:y"],
    ["source", "source User {\n}"],
    ["provision", 'provision "y" {\n}'],
    ["map", "map User -> User {\n}"],
    ["map of Entra's own type", 'map "User" -> User {\n}'],
    ["test", 'test "y" for User {\n}'],
  ])("the head '%s'", (_, next) => {
    const [first, second] = statementsOf(`let x = Join(" ", [a]\n${next}`);
    expect(first).toBe('Let: let x = Join ( " " , [ a ]');
    expect(second).toBe(statementsOf(next)[0]);
  });

  test.each([
    "where b pr",
    "where (b pr)",
    'where "title" b pr',
    "or where b pr",
    "actions create",
    "}",
    'userName = "z"',
    'name.x = "z"',
    'a[b eq "("].c = [d]',
    'urn:x:y = "z"',
    '"urn:x:y" = [z]',
  ])("'%s' in a map", (next) => {
    const [, first, second] = statementsOf(`map User -> User {\n  x = Join(" ", [a],\n  ${next}`);
    expect(first).toBe('AttributeMapping: x = Join ( " " , [ a ] ,');
    expect(second).toContain(next.split(/[ .[]/)[0]);
  });

  test.each(["given {", "expect skip", "expect create {"])("'%s' in a test, which elsewhere is no head", (next) => {
    const inTest = statementsOf(`test "t" for User {\n  foo (\n  ${next}`);
    expect(inTest).toHaveLength(3);
    const inMap = statementsOf("map User -> User {\n  x = F(\n  given, expect)\n}");
    expect(inMap[1]).toBe("AttributeMapping: x = F ( given , expect )");
  });

  test("an equals sign that stands before any parenthesis or comma, not behind one", () => {
    expect(statementsOf('let x = IIF(\n  [a] = "b", "c", "d")')).toHaveLength(1);
    expect(statementsOf('let x = IIF(Left([a], 1),\n  Left([b], 1) = "c", "d")')).toHaveLength(1);
    expect(problemsOf('map User -> User {\n  x = IIF(\n  "b" = [a])\n}')[0]).toBe(
      "2: ')' is missing here: what follows begins another statement. A comparison inside a call begins with [attribute], or stands right behind '('.",
    );
  });
});

test("a comparison behind a comma begins with [attribute]: a name and '=' there begin another statement", () => {
  expect(problemsOf('map User -> User {\n  x = IIF("b" = [a], "c", "d")\n  y = F("c", [b] = "d")\n}')).toEqual([]);
  expect(problemsOf('map User -> User {\n  x = F("c", b = "d")\n}')[0]).toMatch(
    /^2: '\)' is missing here: what follows begins another statement\./,
  );
});

describe("words are heads only where they are meant so", () => {
  test.each(["match", "where", "actions", "test", "map", "let", "or", "default"])("an attribute may be called '%s'", (name) => {
    const text = `map User -> User {\n  ${name} = [a]\n  ${name}.sub = [b]\n  ${name}[type eq "x"].sub = [c]\n}`;
    expect(problemsOf(text)).toEqual([]);
    expect(statementsOf(text).filter((statement) => statement.startsWith("AttributeMapping"))).toHaveLength(3);
  });

  test("an attribute of a given block may be called 'given' or 'expect'", () => {
    const text = 'test "t" for User {\n  given {\n    given = "a"\n    expect = "b"\n  }\n  expect skip\n}';
    expect(problemsOf(text)).toEqual([]);
  });
});

describe("on one line", () => {
  test("commas end the statements of a block, and none is needed behind '}'", () => {
    const text = 'test "t" for User { given { a = "x", b = ["y", "z"], c = 1 } expect create { d = "x", e = null } }';
    expect(statementsOf(text)).toEqual([
      'Test: test "t" for User {',
      "Given: given {",
      'ValueAssignment: a = "x" ,',
      'ValueAssignment: b = [ "y" , "z" ] ,',
      "ValueAssignment: c = 1",
      "Close: }",
      "Expect: expect create {",
      'ValueAssignment: d = "x" ,',
      "ValueAssignment: e = null",
      "Close: }",
      "Close: }",
    ]);
    expect(problemsOf(text)).toEqual([]);
  });

  test("a missing comma is one mistake of the statement before", () => {
    const text = 'test "t" for User { given { a = "x" b = "y", c = 1 } expect skip }';
    expect(statementsOf(text).slice(2, 5)).toEqual(['ValueAssignment: a = "x"', 'ValueAssignment: b = "y" ,', "ValueAssignment: c = 1"]);
    expect(problemsOf(text)).toEqual(["1: ',' is missing here, between two statements on one line."]);
  });

  test.each(['a = ("x", b = "y"', 'a = ["x", b = "y"', 'a[ = "x", b = "y"', 'a[type eq "x".value = "x", b = "y"'])(
    "an open bracket ends with its statement: %s",
    (inside) => {
      const statements = statementsOf(`test "t" for User { given { ${inside} } expect skip }`);
      expect(statements).toHaveLength(7);
      expect(statements[3]).toBe('ValueAssignment: b = "y"');
    },
  );

  test("a comma too many is one mistake", () => {
    expect(problemsOf('test "t" for User { given { a = "x",, b = "y" } expect skip }')).toEqual([
      "1: This ',' separates nothing. Remove it.",
    ]);
  });

  test("an unclosed text ends with its line", () => {
    const text = 'map User -> User {\n  a = "x\n  b = [y]\n}';
    expect(statementsOf(text)).toEqual(["Map: map User -> User {", 'AttributeMapping: a = "x', "AttributeMapping: b = [ y ]", "Close: }"]);
    expect(problemsOf(text)).toEqual(["2: This text has no closing quote; it ends with its line. Add '\"'."]);
  });
});

describe("braces", () => {
  test("a missing '}' is reported at the opener, and the next block stands by itself", () => {
    const text = "map User -> User {\n  a = [b]\n\nmap Group -> Group {\n  c = [d]\n}";
    expect(problemsOf(text)).toEqual(["1: This block has no '}'. Add one behind its last statement."]);
    expect(parse(text).statements.map(({ block }) => block)).toEqual(["document", "map", "document", "map", "map"]);
  });

  test("a '}' too many inside a block is reported at the opener, and what follows still belongs to it", () => {
    const text = 'map User -> User {\n  a = [b]\n}\n  c = [d]\n}\nlet e = "f"';
    expect(problemsOf(text)).toEqual(["1: A '}' closes this block too early: statements that belong to it follow. Remove that '}'."]);
    expect(parse(text).statements.map(({ block }) => block)).toEqual(["document", "map", "map", "map", "map", "document"]);
  });

  test("a '}' that nothing opened is reported itself", () => {
    expect(problemsOf("}")).toEqual(["1: This '}' closes nothing. Remove it."]);
  });

  test("a missing '{' is reported where it is missing, and the block is there", () => {
    const text = 'schema own = urn:example:own\n  badge string\n}\ntest "t" for User\n  given { a = "b" }\n  expect skip\n}';
    expect(parse(text).statements.map(({ block }) => block)).toEqual([
      "document",
      "schema",
      "schema",
      "document",
      "test",
      "given",
      "given",
      "test",
      "test",
    ]);
  });
});

describe("characters", () => {
  const sound = "map User -> User {\n  a = [b]  // c\n}\n";

  test("lines end with LF, CRLF or CR", () => {
    expect(linesOf("a\nb\r\nc\rd")).toEqual(["a", "b", "c", "d"]);
    expect(parse(sound.replaceAll("\n", "\r\n")).statements).toEqual(parse(sound).statements);
  });

  test("a byte-order mark and no-break spaces are white space", () => {
    const text = `\ufeff${sound.replaceAll(" ", "\u00a0")}`;
    expect(statementsOf(text)).toEqual(statementsOf(sound));
    expect(problemsOf(text)).toEqual([]);
  });

  test("a comment holds any characters up to the end of its line", () => {
    expect(statementsOf('let a = [b] // "x \u2028 { ( “\nlet c = [d]')).toEqual(["Let: let a = [ b ]", "Let: let c = [ d ]"]);
  });

  test("what begins no token is one problem, and the rest is understood", () => {
    expect(statementsOf("let a = ~[b]")).toEqual(["Let: let a = ~ [ b ]"]);
    expect(parse("let a = ~[b]").statements.at(0)?.parsed.node).toMatchObject({
      kind: "Let",
      expression: { kind: "SourceReference", name: { text: "b" } },
    });
    expect(problemsOf("let a = ~[b]")).toEqual(["1: '~' cannot stand here. Remove it, or put it in double quotes if it is a text."]);
  });
});

describe("a document with a brace too few or too many", () => {
  const check = (text: string, problems: readonly string[], shapes: readonly string[]) => {
    expect({ problems: wrong(text), shapes: shapesOf(text) }).toEqual({ problems, shapes });
  };

  test("a map without its '}' ends before the next head of the document", () => {
    check(
      "map User -> User {\n  a = [b]\nlet c = [d]\nmap Group -> Group {\n  e = [f]\n}",
      ["1 This block has no '}'. Add one behind its last statement."],
      ["Map User -> User", "  AttributeMapping a = [b]", "Let c = [d]", "Map Group -> Group", "  AttributeMapping e = [f]", "  Close"],
    );
  });

  test("the last block may lack its '}'", () => {
    check(
      "map User -> User {\n  a = [b]",
      ["1 This block has no '}'. Add one behind its last statement."],
      ["Map User -> User", "  AttributeMapping a = [b]"],
    );
    check("let a = [b]\nsource User {", ["2 This block has no '}'. Add one behind its last statement."], ["Let a = [b]", "Source User"]);
  });

  test("a given without its '}' ends before 'expect'", () => {
    check(
      'test "t" for User {\n  given {\n    a = 1\n  expect skip\n}\nlet b = [c]',
      ["2 This block has no '}'. Add one behind its last statement."],
      ['Test "t" for User', "  Given", "    ValueAssignment a = 1", "  Expect skip", "  Close", "Let b = [c]"],
    );
  });

  test("an environment without its '}' ends before the next environment", () => {
    check(
      'provision "x" {\n  environment a {\n    scope all\n  environment b {\n    scope all\n  }\n}',
      ["2 This block has no '}'. Add one behind its last statement."],
      ['Provision "x"', "  Environment a", "    Setting scope all", "  Environment b", "    Setting scope all", "    Close", "  Close"],
    );
  });

  test("a '}' too many behind a block is told once, however many there are", () => {
    check(
      "map User -> User {\n}\n}",
      ["1 This block has a '}' too many behind it. Remove it."],
      ["Map User -> User", "  Close", "  Close"],
    );
    check(
      "map User -> User {\n}\n}\n}",
      ["1 This block has a '}' too many behind it. Remove it."],
      ["Map User -> User", "  Close", "  Close", "  Close"],
    );
  });

  test("a block that is closed too early goes on with what belongs to it", () => {
    check(
      'test "t" for User {\n  given { a = 1 }\n}\n  expect skip\n}',
      ["1 A '}' closes this block too early: statements that belong to it follow. Remove that '}'."],
      ['Test "t" for User', "  Given", "    ValueAssignment a = 1", "    Close", "  Close", "  Expect skip", "  Close"],
    );
  });

  test("a missing '{' is the head's own problem", () => {
    check(
      "map User -> User\n  a = [b]\n}\nlet c = [d]",
      ["1:17-17 '{' is missing here."],
      ["Map User -> User", "  AttributeMapping a = [b]", "  Close", "Let c = [d]"],
    );
    check(
      'provision "x"\n  scope all\n}\nmap User -> User {\n}',
      ["1:14-14 '{' is missing here."],
      ['Provision "x"', "  Setting scope all", "  Close", "Map User -> User", "  Close"],
    );
  });

  test("a '{' that opens nothing is one problem, and what follows stays where it is", () => {
    const text = "map User -> User {\n  {\n  a = [b]\n}\nlet c = [d]";
    expect(wrong(text)).toHaveLength(1);
    expect(shapesOf(text)).toEqual(["Map User -> User", "  Unknown", "  AttributeMapping a = [b]", "  Close", "Let c = [d]"]);
  });
});
