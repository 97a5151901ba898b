import { describe, expect, test } from "vitest";
import { checkIn, checkShapes, problemsOf, shapesOf } from "#test/shapes";

describe("heads of the document", () => {
  test.each([
    ['use "shared/schemas.scimmap"', 'Use "shared/schemas.scimmap"'],
    ["schema gt = urn:example:gt", "Schema gt urn:example:gt"],
    ['let x = "y"', 'Let x = "y"'],
  ])("%s", (written, shape) => {
    checkIn("document", written, shape);
  });

  test.each([
    ['provision "GroupTalk" {', 'Provision "GroupTalk"'],
    ["source User {", "Source User"],
    ["schema gt = urn:example:gt {", "Schema gt urn:example:gt"],
    ["map User -> User {", "Map User -> User"],
    ["map Group -> Group disabled {", "Map Group -> Group disabled"],
    ['map "User" -> "Entra\'s own" {', 'Map "User" -> "Entra\'s own"'],
    [
      "map User -> urn:ietf:params:scim:schemas:core:2.0:User disabled {",
      "Map User -> urn:ietf:params:scim:schemas:core:2.0:User disabled",
    ],
    ['test "a new hire" for User {', 'Test "a new hire" for User'],
    ['test "by URN" for urn:ietf:params:scim:schemas:core:2.0:User {', 'Test "by URN" for urn:ietf:params:scim:schemas:core:2.0:User'],
  ])("%s", (written, shape) => {
    const text = `${written}\n}`;
    expect(shapesOf(text)).toEqual([shape, "  Close"]);
    expect(problemsOf(text)).toEqual([]);
  });

  test("texts keep what stands between their quotes, with two escapes", () => {
    checkIn("document", String.raw`use "a\"b\\c\d"`, String.raw`Use "a\"b\\c\\d"`);
  });

  test("a schema may have a body, and then its attributes belong to it", () => {
    checkShapes(
      `
      schema own = urn:example:own {
        badge string required caseExact
        lockers string[] readOnly
        desk.floor integer
      }
      schema bare = urn:example:bare
      `,
      `
      Schema own urn:example:own
        AttributeDeclaration badge string required caseExact
        AttributeDeclaration lockers string[] readOnly
        AttributeDeclaration desk.floor integer
        Close
      Schema bare urn:example:bare
      `,
    );
  });
});

describe("settings", () => {
  test.each([
    ["connector grouptalk", "Setting connector grouptalk"],
    ['tenantUrl "https://example.com/scim"', 'Setting tenantUrl "https://example.com/scim"'],
    ["deletionThreshold 50", "Setting deletionThreshold 50"],
    ["deletionThreshold -1", "Setting deletionThreshold -1"],
    ["deletionThreshold &H1F", "Setting deletionThreshold &H1F"],
    ["scope all", "Setting scope all"],
  ])("%s", (written, shape) => {
    checkIn("provision", written, shape);
    checkIn("environment", written, shape);
  });

  test("an environment stands in a provision and has settings of its own", () => {
    checkShapes(
      `
      provision "x" {
        scope all
        environment test { scope assigned, deletionThreshold 5 }
        environment staging {
          scope all
        }
      }
      `,
      `
      Provision "x"
        Setting scope all
        Environment test
          Setting scope assigned
          Setting deletionThreshold 5
          Close
        Environment staging
          Setting scope all
          Close
        Close
      `,
    );
  });

  test.each<[string, string, string[]]>([
    ["scope: all", "Setting scope all", ["6-7 ':' cannot stand here. Remove it."]],
    ["scope", "Setting scope ?", ["6-6 The value of the setting is missing here."]],
    ['"https://example.com"', 'Setting ? "https://example.com"', ["1-1 The name of a setting is missing here."]],
    ["scope all all", "Setting scope all", ["7-10 'all' stands here twice. Remove one."]],
    ["scope = all", "Setting scope all", ["7-8 '=' cannot stand here. Remove it."]],
    ["scope [all]", "Setting scope all", ["7-8 '[' cannot stand here. Remove it.", "11-12 ']' cannot stand here. Remove it."]],
  ])("%s keeps what can be read of it", (written, shape, problems) => {
    checkIn("provision", written, shape, problems);
  });
});

describe("a head that lost or gained a token keeps the others, with one problem at its place", () => {
  test.each<[string, string, string[]]>([
    ["use", "Use ?", ["4-4 The file to use, in double quotes, is missing here."]],
    ["use file", "Use ?", ["5-9 The file to use, in double quotes, is expected here, not 'file'."]],
    ['use "a" "b"', 'Use "a"', ["9-12 '\"b\"' cannot stand here. Remove it."]],
    ['use use "a"', 'Use "a"', ["1-4 'use' stands here twice. Remove one."]],
    ['use = "a"', 'Use "a"', ["5-6 '=' cannot stand here. Remove it."]],
    ["schema = urn:x:y", "Schema ? urn:x:y", ["7-7 The short name of the schema is missing here."]],
    ["schema x urn:x:y", "Schema x urn:x:y", ["9-9 '=' is missing here."]],
    [
      "schema x =",
      "Schema x ?",
      ["11-11 The schema URN without quotes, such as urn:ietf:params:scim:schemas:extension:example:2.0:User, is missing here."],
    ],
    ["schema x == urn:x:y", "Schema x urn:x:y", ["10-11 '=' stands here twice. Remove one."]],
    ["x = urn:x:y", "Schema x urn:x:y", ["1-1 'schema' is missing here."]],
    ["schema x -> urn:x:y", "Schema x urn:x:y", ["10-12 '=' is expected here, not '->'."]],
  ])("%s", (written, shape, problems) => {
    checkIn("document", written, shape, problems);
  });

  test.each<[string, string, string[]]>([
    ["provision {", "Provision ?", ["10-10 The name of the application, in double quotes, is missing here."]],
    ["provision App {", "Provision ?", ["11-14 The name of the application, in double quotes, is expected here, not 'App'."]],
    ['"App" {', 'Provision "App"', ["1-1 'provision' is missing here."]],
    ["source {", "Source ?", ["7-7 The source object type, User or Group, is missing here."]],
    ['source "User" {', "Source ?", ["8-14 The source object type, User or Group, is expected here, not '\"User\"'."]],
    ["map User User {", "Map User -> User", ["9-9 '->' is missing here."]],
    ["map -> User {", "Map ? -> User", ["4-4 The source object type, such as User, is missing here."]],
    ["map User -> {", "Map User -> ?", ["12-12 The target resource type, such as User, is missing here."]],
    ["User -> User {", "Map User -> User", ["1-1 'map' is missing here."]],
    ["map User => User {", "Map User -> User", ["10-12 '->' is expected here, not '=>'."]],
    ["map User -> User enabled {", "Map User -> User", ["18-25 'enabled' cannot stand here. Remove it."]],
    ["map User -> User disabled disabled {", "Map User -> User disabled", ["18-26 'disabled' stands here twice. Remove one."]],
    ["Map User -> User {", "Map User -> User", ["1-4 'map' is expected here, not 'Map'."]],
    ['test "t" User {', 'Test "t" for User', ["9-9 'for' is missing here."]],
    ["test for User {", "Test ? for User", ["5-5 The name of the test, in double quotes, is missing here."]],
    ['test "t" for {', 'Test "t" for ?', ["13-13 The target resource type, such as User, is missing here."]],
    ['test "t" of User {', 'Test "t" for User', ["10-12 'for' is expected here, not 'of'."]],
    ['"t" for User {', 'Test "t" for User', ["1-1 'test' is missing here."]],
  ])("%s", (written, shape, problems) => {
    const text = `${written}\n}`;
    expect({ shapes: shapesOf(text), problems: problemsOf(text) }).toEqual({
      shapes: [shape, "  Close"],
      problems: problems.map((problem) => `1:${problem}`),
    });
  });

  test("a long word is cut in the sentence that names it", () => {
    const [problem] = problemsOf(`use ${"x".repeat(200)}`);
    expect(problem).toMatch(/^1:5-205 The file to use, in double quotes, is expected here, not 'x{10,80}…'\.$/);
  });
});

describe("parts of a test", () => {
  test.each(["skip", "fail", "disable", "none"])("expect %s has no block", (outcome) => {
    checkIn("test", `expect ${outcome}`, `Expect ${outcome}`);
  });

  test.each(["create", "update"])("expect %s has one", (outcome) => {
    const text = `test "t" for User {\n  expect ${outcome} {\n    a = 1\n  }\n}`;
    expect(shapesOf(text)).toEqual(['Test "t" for User', `  Expect ${outcome}`, "    ValueAssignment a = 1", "    Close", "  Close"]);
    expect(problemsOf(text)).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ["expect", "Expect ?", ["7-7 The outcome (create, update, disable, none, skip or fail) is missing here."]],
    ["expect skipped", "Expect ?", ["8-15 The outcome (create, update, disable, none, skip or fail) is expected here, not 'skipped'."]],
    ["expect skip now", "Expect skip", ["13-16 'now' cannot stand here. Remove it."]],
    ["expekt skip", "Expect skip", ["1-7 'expect' is expected here, not 'expekt'."]],
    ["skip", "Expect skip", ["1-1 'expect' is missing here."]],
  ])("%s", (written, shape, problems) => {
    checkIn("test", written, shape, problems);
  });

  test.each<[string, string, string[]]>([
    ["given", "Given", ["2:8-8 '{' is missing here."]],
    ["expect create", "Expect create", ["2:16-16 '{' is missing here."]],
  ])("%s without its brace is still the head of its block", (head, shape, problems) => {
    const text = `test "t" for User {\n  ${head}\n    a = 1\n  }\n}`;
    expect(shapesOf(text)).toEqual(['Test "t" for User', `  ${shape}`, "    ValueAssignment a = 1", "    Close", "  Close"]);
    expect(problemsOf(text)).toEqual(problems);
  });
});
