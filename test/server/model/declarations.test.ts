import { describe, expect, test } from "vitest";
import { aliasText, attributeText, modelOf } from "#test/models";

const aliases = (text: string) => modelOf(text).aliases.map(aliasText);

describe("schema declarations", () => {
  test("name a URN, with or without attributes", () => {
    expect(
      aliases(`
        schema bare = urn:example:bare
        schema own = urn:example:own:2.0:User {
          badge string required caseExact
          lockers string[] readOnly
          code integer immutable
          pin string writeOnly
          since dateTime
        }
      `),
    ).toEqual([
      "bare = urn:example:bare",
      "own = urn:example:own:2.0:User; badge string required caseExact; lockers string[] readOnly; code integer immutable; pin string writeOnly; since dateTime",
    ]);
  });

  test("names with dots are sub-attributes of a complex attribute, which the first of them declares", () => {
    expect(aliases("schema s = urn:x:y {\n  ids.value string[] required\n  ids.kind string\n  desk.floor integer\n}")).toEqual([
      "s = urn:x:y; ids complex[] { value string required, kind string }; desk complex { floor integer }",
    ]);
  });

  test("an attribute and its sub-attributes are one, in either order", () => {
    expect(aliases("schema s = urn:x:y {\n  desk string\n  desk.floor integer\n}")).toEqual([
      "s = urn:x:y; desk complex { floor integer }",
    ]);
    expect(aliases("schema s = urn:x:y {\n  desk.floor integer\n  desk string required\n}")).toEqual([
      "s = urn:x:y; desk string required { floor integer }",
    ]);
  });

  test("of two attributes of one name the later one's word counts", () => {
    expect(aliases("schema s = urn:x:y {\n  a string required\n  a integer\n}")).toEqual(["s = urn:x:y; a integer"]);
  });

  test("what is broken is left out, or has no type", () => {
    expect(aliases('schema s = urn:x:y {\n  a text\n  b\n  "c" string\n}')).toEqual(["s = urn:x:y; a ?; b ?"]);
    expect(aliases("schema s\nschema = urn:x:y")).toEqual(["s = missing"]);
    expect(aliases("map User -> User {\n  schema s = urn:x:y\n}")).toEqual([]);
  });

  test("a full-width colon in a URN is a colon", () => {
    expect(aliases("schema s = urn：example：own")).toEqual(["s = urn:example:own"]);
  });

  test("the catalogue knows what bodies declare, and nothing of names without one", () => {
    const { catalog } = modelOf("schema own = urn:example:own:2.0:User {\n  badge string\n}\nschema bare = urn:example:bare:2.0:User");
    expect(catalog.schema("URN:example:own:2.0:user")?.id).toBe("urn:example:own:2.0:User");
    expect(catalog.attribute("urn:example:own:2.0:User", "BADGE")).toMatchObject({ name: "badge", type: "string" });
    expect(catalog.schema("urn:example:bare:2.0:User")).toBeUndefined();
  });

  test("a file fills what the standard leaves open and does not take away what it says", () => {
    const { catalog } = modelOf("schema core = urn:ietf:params:scim:schemas:core:2.0:User {\n  nick2 string\n}");
    expect(catalog.attribute("urn:ietf:params:scim:schemas:core:2.0:User", "nick2")?.type).toBe("string");
    expect(catalog.attribute("urn:ietf:params:scim:schemas:core:2.0:User", "userName")?.type).toBe("string");
  });
});

describe("source declarations", () => {
  test("name directory extensions of an object type", () => {
    const { sources } = modelOf("source User {\n  extension_1_badge string\n  hired dateTime\n  tags string[]\n}\nsource Group {\n}");
    expect(sources.map(({ objectType, attributes }) => [objectType, attributes.map(attributeText)])).toEqual([
      ["User", ["extension_1_badge string", "hired dateTime", "tags string[]"]],
      ["Group", []],
    ]);
    expect(sources[0]!.place).toMatchObject({ line: 0 });
    expect(sources[0]!.attributes.map(({ place }) => place.line)).toEqual([1, 2, 3]);
  });

  test("keep dots in names: a source attribute has no sub-attributes", () => {
    const { sources } = modelOf("source User {\n  employeeOrgData.custom string\n}");
    expect(sources[0]!.attributes.map(({ name }) => name)).toEqual(["employeeOrgData.custom"]);
  });

  test("without a name declare nothing", () => {
    expect(modelOf("source {\n  a string\n}\nmap User -> User {\n}").sources).toEqual([]);
  });
});
