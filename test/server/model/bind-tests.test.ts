import { describe, expect, test } from "vitest";
import type { MappingModel } from "#model/mapping-model";
import { mapOfTest } from "#model/map-of-test";
import { snapshotOf } from "#test/features";
import { modelOf } from "#test/models";

function testsOf(text: string): MappingModel["tests"] {
  return modelOf(text).tests;
}

/** A test in lines: its head, what is given, what is expected. */
function linesOf({ name, target, resourceType, given, expectation, expected }: MappingModel["tests"][number]): readonly string[] {
  return [
    `${name} for ${target} (${resourceType?.name ?? "unknown"})`,
    ...given.map((one) => `given ${one.name} ${JSON.stringify(one.value)}`),
    `expect ${expectation ?? "nothing"}`,
    ...expected.map((one) => `${one.attribute} ${JSON.stringify(one.value)}`),
  ];
}

describe("a test", () => {
  test("has a name, a type, values and an expectation", () => {
    const [found] = testsOf(`
      test "a new hire" for User {
        given {
          userPrincipalName = "adele@contoso.com"
          employeeOrgData.costCenter = null
          accountEnabled = false
          n = -1.5
          list = ["a", 1, true, null, ["b"]]
        }
        expect create {
          USERNAME = "adele@contoso.com"
          emails[TYPE eq "work"].value = "x"
          enterprise:department = null
          "own" = []
        }
      }
    `);
    expect(linesOf(found!)).toEqual([
      "a new hire for User (User)",
      'given userPrincipalName "adele@contoso.com"',
      "given employeeOrgData.costCenter null",
      "given accountEnabled false",
      "given n -1.5",
      'given list ["a",1,true,null,["b"]]',
      "expect create",
      'userName "adele@contoso.com"',
      'emails[type eq "work"].value "x"',
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department null",
      "own []",
    ]);
  });

  test.each(["create", "update", "disable", "none", "skip", "fail"])("may expect %s", (expectation) => {
    expect(testsOf(`test "t" for User { expect ${expectation} }`)[0]!.expectation).toBe(expectation);
  });

  test.each([
    ['test "t" for User { }', undefined],
    ['test "t" for User { expect }', undefined],
    ['test "t" for User { expect skipped }', undefined],
  ])("%s expects nothing that is known", (text, expectation) => {
    expect(testsOf(text)[0]!.expectation).toBe(expectation);
  });

  test("stands where it is written, and so do its values and its expectation", () => {
    const [found] = testsOf('let x = [y]\ntest "t" for User {\n  given { a = 1, b = 2 }\n  expect create { title = "x" }\n}');
    const at = (place: { line: number; column: number } | undefined) => (place === undefined ? undefined : [place.line, place.column]);
    expect(at(found!.place)).toEqual([1, 0]);
    expect(found!.given.map(({ place }) => at(place))).toEqual([
      [2, 10],
      [2, 17],
    ]);
    expect(at(found!.expectPlace)).toEqual([3, 2]);
    expect(at(found!.expected[0]!.place)).toEqual([3, 18]);
    expect(testsOf('test "t" for User { }')[0]!.expectPlace).toBeUndefined();
  });

  test("several given blocks count together, of several expectations the first", () => {
    const [found] = testsOf('test "t" for User {\n  given { a = 1 }\n  given { b = 2 }\n  expect skip\n  expect create { title = "x" }\n}');
    expect(linesOf(found!)).toEqual(["t for User (User)", "given a 1", "given b 2", "expect skip"]);
  });

  test("keeps what can be read of a broken one", () => {
    const [found] = testsOf(
      'test for Nothing {\n  given { = 1, a, b = Sales, c = ["x", y], d = 4, "e" = 5 }\n  expect create { = 1, title, nickName = Bad, locale = "en" }\n}',
    );
    expect(linesOf(found!)).toEqual([" for Nothing (unknown)", "given d 4", "expect create", 'locale "en"']);
  });

  test("may be for a URN, of the type or of one of its extensions", () => {
    expect(testsOf('test "t" for urn:ietf:params:scim:schemas:core:2.0:Group {\n}')[0]!.resourceType?.name).toBe("Group");
    expect(testsOf('test "t" for urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\n}')[0]!.resourceType?.name).toBe("User");
    expect(testsOf('test "t" for {\n}')[0]!).toMatchObject({ target: "", resourceType: undefined });
  });
});

describe("the map that a test is about", () => {
  const found = (text: string) => {
    const model = modelOf(text);
    const map = mapOfTest(model.maps, model.tests[0]!.resourceType);
    return map === undefined ? undefined : model.maps.indexOf(map);
  };
  const wanted = 'test "t" for User {\n}';

  test("is the one that leads to its type", () => {
    expect(found(`map Group -> Group {\n}\nmap User -> User {\n}\n${wanted}`)).toBe(1);
    expect(found(`map Group -> Group {\n}\n${wanted}`)).toBeUndefined();
    expect(found('map User -> User {\n}\ntest "t" for Device {\n}')).toBeUndefined();
    expect(found('map User -> Device {\n}\ntest "t" for Device {\n}')).toBeUndefined();
  });

  test("is rather one in use than a disabled one", () => {
    expect(found(`map User -> User disabled {\n}\nmap User -> User {\n}\n${wanted}`)).toBe(1);
    expect(found(`map User -> User {\n}\nmap User -> User {\n}\n${wanted}`)).toBe(0);
    expect(found(`map User -> User disabled {\n}\n${wanted}`)).toBe(0);
  });

  test("decides whose attributes `given` names", () => {
    const text = 'map Group -> User disabled {\n}\nmap User -> User {\n}\ntest "t" for User {\n  given {\n    mail = ""\n  }\n}';
    expect(snapshotOf(text).binding().statements.get(6)).toMatchObject({ block: "given", sourceType: "User" });
  });
});
