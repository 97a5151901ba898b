import { describe, expect, test } from "vitest";
import { bindingOf, pathText } from "#test/models";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const core = "urn:ietf:params:scim:schemas:core:2.0:User";

/** What the target path of the only mapping means. */
function meaning(target: string, head = "map User -> User {"): string {
  const text = `schema gt = urn:example:gt:2.0:User {\n  label string\n  desk.floor integer\n}\nschema gone\n${head}\n${target} = [x]\n}`;
  const binding = bindingOf(text);
  const index = [...binding.tree.statements].findIndex(({ parsed }) => parsed.node.kind === "AttributeMapping");
  return pathText(binding.statements.get(index)!.path!);
}

describe("names of the core schema", () => {
  test.each([
    ["userName", `schema ${core}; attribute userName; path userName`],
    ["USERNAME", `schema ${core}; attribute userName; path userName`],
    ["name.familyName", `schema ${core}; attribute name; sub-attribute familyName; path name.familyName`],
    ["NAME.FAMILYNAME", `schema ${core}; attribute name; sub-attribute familyName; path name.familyName`],
    ["name.nope", `schema ${core}; attribute name; sub-attribute unknown nope; path name.nope`],
    ["nope", `schema ${core}; attribute unknown nope; path nope`],
    ["nope.sub", `schema ${core}; attribute unknown nope; sub-attribute unknown sub; path nope.sub`],
    ['emails[type eq "work"].value', `schema ${core}; attribute emails; sub-attribute value; path emails[type eq "work"].value`],
    ['EMAILS[TYPE eq "work"].VALUE', `schema ${core}; attribute emails; sub-attribute value; path emails[type eq "work"].value`],
    ['emails[NOPE eq "work"]', `schema ${core}; attribute emails; path emails[NOPE eq "work"]`],
    [
      'emails[TYPE eq "a" and not (PRIMARY eq true) or DISPLAY pr].value',
      `schema ${core}; attribute emails; sub-attribute value; path emails[(type eq "a" and not (primary eq true)) or display pr].value`,
    ],
    ["emails[type eq].value", `schema ${core}; attribute emails; sub-attribute value; path missing`],
    ["emails[].value", `schema ${core}; attribute emails; sub-attribute value; path missing`],
    ["$ref", `schema ${core}; attribute unknown $ref; path $ref`],
  ])("%s: %s", (target, expected) => {
    expect(meaning(target)).toBe(expected);
  });

  test("without a known type nothing is known, and the path stays", () => {
    expect(meaning("userName", "map User -> Device {")).toBe("schema unknown; attribute unknown userName; path userName");
  });

  test("the type decides: a group has no user name", () => {
    expect(meaning("members", "map Group -> Group {")).toContain("attribute members");
    expect(meaning("userName", "map Group -> Group {")).toContain("attribute unknown userName");
  });
});

describe("names behind a URN", () => {
  test.each([
    [`${core}:userName`, `urn ${core}; schema ${core}; attribute userName; path userName`],
    [`${core.toUpperCase()}:USERNAME`, `urn ${core.toUpperCase()}; schema ${core}; attribute userName; path userName`],
    [`${core}:name.givenName`, `urn ${core}; schema ${core}; attribute name; sub-attribute givenName; path name.givenName`],
    [`${enterprise}:department`, `urn ${enterprise}; schema ${enterprise}; attribute department; path ${enterprise}:department`],
    [
      `${enterprise}:MANAGER.VALUE`,
      `urn ${enterprise}; schema ${enterprise}; attribute manager; sub-attribute value; path ${enterprise}:manager.value`,
    ],
    [`${enterprise}:nope`, `urn ${enterprise}; schema ${enterprise}; attribute unknown nope; path ${enterprise}:nope`],
    // The longest known schema, otherwise the last colon.
    [
      "urn:example:gt:2.0:User:label",
      "urn urn:example:gt:2.0:User; schema urn:example:gt:2.0:User; attribute label; path urn:example:gt:2.0:User:label",
    ],
    [
      "urn:example:other:2.0:User:label",
      "urn urn:example:other:2.0:User; schema unknown; attribute unknown label; path urn:example:other:2.0:User:label",
    ],
    [
      "urn:example:gt:2.0:User:desk.floor",
      "urn urn:example:gt:2.0:User; schema urn:example:gt:2.0:User; attribute desk; sub-attribute floor; path urn:example:gt:2.0:User:desk.floor",
    ],
  ])("%s", (target, expected) => {
    expect(meaning(target)).toBe(expected);
  });
});

describe("names behind an alias", () => {
  test.each([
    [
      "enterprise:costCenter",
      `alias enterprise for ${enterprise}; schema ${enterprise}; attribute costCenter; path ${enterprise}:costCenter`,
    ],
    [
      "enterprise:COSTCENTER",
      `alias enterprise for ${enterprise}; schema ${enterprise}; attribute costCenter; path ${enterprise}:costCenter`,
    ],
    [
      "gt:label",
      "alias gt for urn:example:gt:2.0:User; schema urn:example:gt:2.0:User; attribute label; path urn:example:gt:2.0:User:label",
    ],
    [
      "gt:desk.floor",
      "alias gt for urn:example:gt:2.0:User; schema urn:example:gt:2.0:User; attribute desk; sub-attribute floor; path urn:example:gt:2.0:User:desk.floor",
    ],
    ["gt:", "alias gt for urn:example:gt:2.0:User; schema urn:example:gt:2.0:User; attribute unknown and missing; path missing"],
    ["GT:label", "alias GT for nothing; schema unknown; attribute unknown label; path missing"],
    ["nope:label", "alias nope for nothing; schema unknown; attribute unknown label; path missing"],
    ["gone:label", "alias gone for nothing; schema unknown; attribute unknown label; path missing"],
    [
      "gt：label",
      "alias gt for urn:example:gt:2.0:User; schema urn:example:gt:2.0:User; attribute label; path urn:example:gt:2.0:User:label",
    ],
  ])("%s", (target, expected) => {
    expect(meaning(target)).toBe(expected);
  });

  test("a file may say something else of 'enterprise'", () => {
    const binding = bindingOf("schema enterprise = urn:example:own:2.0:User\nmap User -> User {\nenterprise:a = [x]\n}");
    expect(binding.statements.get(2)?.path?.alias?.urn).toBe("urn:example:own:2.0:User");
  });
});

describe("names that are compared in a value filter", () => {
  const names = (target: string) => {
    const path = bindingOf(`map User -> User {\n${target} = [x]\n}`).statements.get(1)?.path;
    return path?.filterNames.map(({ name, definition, value }) => `${name.text} ${definition?.name ?? "unknown"} ${value?.text ?? "-"}`);
  };

  test("each has its sub-attribute, and the text it is compared with", () => {
    expect(names('emails[TYPE eq "work" and (primary eq true or not (nope eq "x"))].value')).toEqual([
      "TYPE type work",
      "primary primary -",
      "nope unknown x",
    ]);
    expect(names('nope[type eq "x"].value')).toEqual(["type unknown x"]);
    expect(names("emails[type eq 5].value")).toEqual(["type type -"]);
    expect(names("emails[type pr].value")).toEqual(["type type -"]);
    expect(names("emails.value")).toEqual([]);
  });

  test("places are those in the statement", () => {
    const path = bindingOf('map User -> User {\n  emails[type eq "work"].value = [x]\n}').statements.get(1)?.path;
    expect(path?.filterNames[0]).toMatchObject({ name: { range: { start: 9, end: 13 } }, value: { range: { start: 17, end: 23 } } });
    expect(path?.subName?.range).toEqual({ start: 25, end: 30 });
  });

  test("pieces of a URN and of an alias have their own places", () => {
    const path = bindingOf(`map User -> User {\n  ${enterprise}:manager.value = [x]\n}`).statements.get(1)?.path;
    const at = 2 + enterprise.length;
    expect(path?.urn?.range).toEqual({ start: 2, end: at });
    expect(path?.attributeName?.range).toEqual({ start: at + 1, end: at + 8 });
    expect(path?.subName?.range).toEqual({ start: at + 9, end: at + 14 });
    const aliased = bindingOf("map User -> User {\n  enterprise:manager = [x]\n}").statements.get(1)?.path;
    expect(aliased?.alias?.name.range).toEqual({ start: 2, end: 12 });
    expect(aliased?.attributeName?.range).toEqual({ start: 13, end: 20 });
  });
});
