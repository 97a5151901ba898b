import { describe, expect, test } from "vitest";
import { bindingOf, expressionText, mapLines, modelOf } from "#test/models";

function linesOfMap(text: string): readonly string[] {
  return mapLines(modelOf(text).maps[0]!);
}

describe("a map", () => {
  test("has its types, actions, filters and mappings", () => {
    expect(
      linesOfMap(`
        schema gt = urn:example:gt:2.0:User
        map User -> User {
          actions update create
          where "Sales" department eq "Sales"
          or where accountEnabled eq true and mail pr
          userName = [userPrincipalName] match 1
          EMAILS[TYPE eq "work"].Value = [mail] match 2 default "x@y"
          gt:label = ToUpper([department]) on create
          "custom" = none
          title = Nope([a]) on "FlowWhenChanged"
        }
      `),
    ).toEqual([
      "User -> User (User)",
      "actions: create update",
      "filter Sales: Comparison",
      "filter Filter 2: And",
      "userName = [userPrincipalName] match 1",
      'emails[type eq "work"].value = [mail] match 2 default "x@y"',
      "urn:example:gt:2.0:User:label = ToUpper([department]) ObjectAddOnly",
      '"custom" = none',
      'title = Nope?([a]) "FlowWhenChanged"',
    ]);
  });

  test.each([
    ["map User -> User {", "User -> User (User)"],
    ["map User -> user {", "User -> user (User)"],
    ["map Group -> Group disabled {", "Group -> Group (Group) disabled"],
    ["map User -> urn:ietf:params:scim:schemas:core:2.0:User {", "User -> urn:ietf:params:scim:schemas:core:2.0:User (User)"],
    [
      "map User -> urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {",
      "User -> urn:ietf:params:scim:schemas:extension:enterprise:2.0:User (User)",
    ],
    [
      "map User -> URN:IETF:params:scim:schemas:extension:ENTERPRISE:2.0:user {",
      "User -> URN:IETF:params:scim:schemas:extension:ENTERPRISE:2.0:user (User)",
    ],
    ["map User -> Device {", "User -> Device (unknown type)"],
    // Quoted is Entra's own word: nothing is looked up.
    ['map "User" -> "User" {', '"User" -> "User" (unknown type)'],
    ["map -> Group {", "Group -> Group (Group)"],
    ["map User -> {", "User -> User (User)"],
    ["map -> {", " ->  (unknown type)"],
  ])("%s: %s", (head, expected) => {
    expect(linesOfMap(`${head}\n}`)[0]).toBe(expected);
  });

  test.each([
    ["", "create update delete"],
    ["actions delete create", "create delete"],
    ["actions none", ""],
    ["actions update updat", "update"],
    ["actions", ""],
  ])("actions '%s' are '%s'", (actions, expected) => {
    expect(linesOfMap(`map User -> User {\n${actions}\n}`)[1]).toBe(`actions: ${expected}`);
  });

  test.each([
    ["a = [b]", "a = [b]"],
    ["a = [b] match", "a = [b] match 1"],
    ["a = [b] match 3", "a = [b] match 3"],
    ["a = [b] default", "a = [b]"],
    ['a = [b] default ""', 'a = [b] default ""'],
    ["a = [b] on", "a = [b] ObjectAddOnly"],
    ["a = [b] on create", "a = [b] ObjectAddOnly"],
    ["a = none", "a = none"],
    ['a = none default "x"', 'a = none default "x"'],
    ["a = other", "a = other"],
    ["a =", "a = missing"],
    ["a", "a = missing"],
    ["= [b]", "missing = [b]"],
    ["a = []", "a = missing"],
    ["unknown.sub = [b]", "unknown.sub = [b]"],
    ["urn:x:y: = [b]", "missing = [b]"],
  ])("the mapping '%s' means '%s'", (written, expected) => {
    expect(linesOfMap(`map User -> User {\n${written}\n}`).slice(2)).toEqual([expected]);
  });

  test("where 'on' says nothing, the mapping flows always", () => {
    const map = (modifier: string) => modelOf(`map User -> User {\na = [b] ${modifier}\n}`).maps[0]!.attributes[0]!.flowType;
    expect(map("")).toBe("Always");
    expect(map("on create")).toBe("ObjectAddOnly");
    expect(map('on "FlowWhenChanged"')).toEqual({ quoted: "FlowWhenChanged" });
  });

  test("filters without a title are numbered by their place", () => {
    const { scopingFilters } = modelOf('map User -> User {\nwhere a pr\nor where "Two" b pr\nor where c pr\nor where\n}').maps[0]!;
    expect(scopingFilters.map(({ title, filter }) => [title, filter?.kind])).toEqual([
      ["Filter 1", "Comparison"],
      ["Two", "Comparison"],
      ["Filter 3", "Comparison"],
      ["Filter 4", undefined],
    ]);
  });

  test("targets keep what was written and what it means", () => {
    const [first, second, third] = modelOf("map User -> User {\nNAME.familyname = [a]\nname = [b]\nname.nope = [c]\n}").maps[0]!.attributes;
    expect(first!.target).toMatchObject({
      kind: "path",
      text: "NAME.familyname",
      canonical: "name.familyName",
      definition: { name: "familyName" },
    });
    expect(second!.target).toMatchObject({ text: "name", definition: { name: "name", type: "complex" }, subAttribute: undefined });
    expect(third!.target).toMatchObject({ text: "name.nope", attribute: { name: "name" }, definition: undefined });
  });

  test("places count lines and columns of the document, from 0", () => {
    const { maps } = modelOf("// first\n\nmap User -> User {\n  userName =\n    [mail]\n}");
    expect(maps[0]!.place).toMatchObject({ file: { name: "main.scimmap" }, statement: 0, line: 2, column: 0 });
    expect(maps[0]!.attributes[0]!.place).toMatchObject({ statement: 1, line: 3, column: 2, range: { start: 2, end: 23 } });
    expect(maps[0]!.attributes[0]!.target.place).toMatchObject({ range: { start: 2, end: 10 } });
  });
});

describe("lets", () => {
  test("stand for their expression, in any order, whatever their case", () => {
    const model = modelOf(`
      map User -> User {
        displayName = [FULLNAME]
      }
      let fullName = Join(" ", [first], [surname])
      let first = Trim([givenName])
    `);
    const { source } = model.maps[0]!.attributes[0]!;
    expect(expressionText(source.kind === "expression" ? source.expression : undefined)).toBe("[let fullName]");
    expect(model.lets.map(({ name, expression }) => `${name} = ${expressionText(expression)}`)).toEqual([
      'fullName = Join(" ", [let first], [surname])',
      "first = Trim([givenName])",
    ]);
  });

  test("of one name the first counts, and both are declared", () => {
    const model = modelOf('let x = "1"\nlet X = "2"\nmap User -> User {\ntitle = [x]\n}');
    expect(model.lets).toHaveLength(2);
    const { source } = model.maps[0]!.attributes[0]!;
    const reference = source.kind === "expression" && source.expression.kind === "attribute" ? source.expression : undefined;
    expect(expressionText(reference?.definition?.expression())).toBe('"1"');
  });

  test("one inside a block declares nothing, one without a name neither", () => {
    const model = modelOf("let = [a]\nmap User -> User {\n  let x = [a]\n  title = [x]\n}");
    expect(model.lets).toEqual([]);
    expect(mapLines(model.maps[0]!).at(-1)).toBe("title = [x]");
  });

  test("one without an expression is declared and means nothing", () => {
    const [declared] = modelOf("let x").lets;
    expect(declared).toMatchObject({ name: "x", expression: undefined });
  });

  const meaning = (text: string, name: string) => {
    const { source } = modelOf(`${text}\nmap User -> User {\ntitle = [${name}]\n}`).maps[0]!.attributes[0]!;
    const reference = source.kind === "expression" && source.expression.kind === "attribute" ? source.expression : undefined;
    return reference?.definition === undefined ? "no let" : expressionText(reference.definition.expression());
  };

  test("one that comes back to itself has no expression, directly or through others", () => {
    expect(meaning("let a = Trim([a])", "a")).toBe("nothing");
    expect(meaning("let a = [b]\nlet b = [c]\nlet c = [A]", "a")).toBe("nothing");
    expect(meaning("let a = [b]\nlet b = [c]\nlet c = [A]", "c")).toBe("nothing");
  });

  test("one that only leads to such a circle has one", () => {
    expect(meaning("let a = [b]\nlet b = [c]\nlet c = [b]", "a")).toBe("[let b]");
    expect(meaning("let a = [b]\nlet b = [c]\nlet c = [b]", "b")).toBe("nothing");
  });

  test("one that is used twice is no circle", () => {
    expect(meaning("let a = Join([b], [b], [c])\nlet b = [c]\nlet c = [d]", "a")).toBe("Join([let b], [let b], [let c])");
  });
});

describe("files that are used", () => {
  const used = {
    "names.scimmap": "let login = [mail]\nschema gt = urn:example:gt:2.0:User {\n  label string\n}\nsource User {\n  badge string\n}",
  };

  test("lend their lets, schemas and sources, which stand before the document's own", () => {
    const model = modelOf(
      'use "names.scimmap"\nlet own = [login]\nschema o = urn:example:o\nmap User -> User {\ngt:LABEL = [LOGIN]\n}',
      used,
    );
    expect(model.lets.map(({ name }) => name)).toEqual(["login", "own"]);
    expect(model.aliases.map(({ name }) => name)).toEqual(["gt", "o"]);
    expect(model.sources.map(({ objectType }) => objectType)).toEqual(["User"]);
    expect(mapLines(model.maps[0]!).at(-1)).toBe("urn:example:gt:2.0:User:label = [let login]");
  });

  test("the document's own let of the same name wins", () => {
    const model = modelOf('use "names.scimmap"\nlet login = "own"\nmap User -> User {\ntitle = [login]\n}', used);
    const { source } = model.maps[0]!.attributes[0]!;
    const reference = source.kind === "expression" && source.expression.kind === "attribute" ? source.expression : undefined;
    expect(expressionText(reference?.definition?.expression())).toBe('"own"');
  });

  test("lend nothing of their maps and tests", () => {
    const model = modelOf('use "all.scimmap"', {
      "all.scimmap": 'map User -> User {\n}\ntest "t" for User {\n}\nprovision "x" {\n  scope all\n}',
    });
    expect(model.maps).toEqual([]);
    expect(model.tests).toEqual([]);
    expect(model.provision).toMatchObject({ name: undefined, settings: { scope: "assigned" } });
  });

  test("may use others; what cannot be taken in says why", () => {
    const files = {
      "a.scimmap": 'use "b.scimmap"\nlet a = [x]',
      "b.scimmap": "let b = [y]",
      "loop.scimmap": 'use "main.scimmap"\nuse "loop.scimmap"',
    };
    expect(modelOf('use "a.scimmap"', files).lets.map(({ name }) => name)).toEqual(["b", "a"]);
    const binding = bindingOf('use "a.scimmap"\nuse "gone.scimmap"\nuse "main.scimmap"\nuse', { ...files, "main.scimmap": "" });
    expect([...binding.scope.unreadableUses]).toEqual([
      ["gone.scimmap", "not-found"],
      ["main.scimmap", "cycle"],
    ]);
  });
});

describe("what is known of single statements", () => {
  test("a filter names its source attributes, a mapping its path and expression", () => {
    const binding = bindingOf('map User -> User {\n  where a eq "x" and not (b.c pr) or emails[type eq "y"]\n  title = [d]\n}');
    expect(binding.statements.get(1)).toMatchObject({ sourceType: "User" });
    expect(binding.statements.get(1)?.sourceNames.map(({ text }) => text)).toEqual(["a", "b.c", "emails"]);
    expect(binding.statements.get(2)).toMatchObject({
      sourceType: "User",
      path: { canonical: "title" },
      expression: { kind: "attribute" },
    });
    expect(binding.statements.get(0)?.expression).toBeUndefined();
  });

  test("a name with a dot reaches over both its parts", () => {
    const names = bindingOf('map User -> User {\n  where employeeOrgData.division eq "x"\n}').statements.get(1)?.sourceNames;
    expect(names).toEqual([{ text: "employeeOrgData.division", range: { start: 8, end: 32 } }]);
  });

  test("values of a test are read as source attributes in 'given' and as targets in 'expect'", () => {
    const binding = bindingOf(`
      map Group -> Group {
      }
      map Person -> User {
      }
      test "t" for User {
        given { employeeOrgData.division = "x", "quoted" = "y" }
        expect create { NAME.givenname = "z" }
      }
    `);
    const kinds = binding.tree.statements.map(({ parsed }) => parsed.node.kind);
    const given = binding.statements.get(kinds.indexOf("ValueAssignment"));
    expect(given).toMatchObject({ sourceType: "Person" });
    expect(given?.sourceNames.map(({ text }) => text)).toEqual(["employeeOrgData.division"]);
    expect(binding.statements.get(kinds.indexOf("ValueAssignment") + 1)?.sourceNames).toEqual([]);
    expect(binding.statements.get(kinds.lastIndexOf("ValueAssignment"))).toMatchObject({ path: { canonical: "name.givenName" } });
  });

  test("without a map for it a test reads attributes of the type it is for", () => {
    const binding = bindingOf('test "t" for User {\n  given { a = "x" }\n}');
    expect(binding.statements.get(2)).toMatchObject({ sourceType: "User" });
    const unknown = bindingOf('test "t" for Device {\n  given { a = "x" }\n}');
    expect(unknown.statements.get(2)?.sourceType).toBeUndefined();
  });

  test("a statement that an edit did not touch keeps its meaning, one it did gets its own", () => {
    const before = bindingOf("let a = [b]\nlet c = [a]");
    const after = bindingOf('let a = "x"\nlet c = [a]');
    expect(expressionText(before.statements.get(0)?.expression)).toBe("[b]");
    expect(expressionText(after.statements.get(0)?.expression)).toBe('"x"');
  });
});
