import { expect, test } from "vitest";
import { rfcSource } from "#scim/core-schemas";
import { matchesFilter } from "#scim/filter/evaluate";
import { parseFilter } from "#scim/filter/parse";
import type { Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";

const catalog = buildCatalog([rfcSource]);
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const ada: Resource = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
  id: "Abc",
  externalId: "X-1",
  userName: "Ada@Example.com",
  displayName: "",
  title: "Countess",
  active: "True",
  nickName: null,
  name: { familyName: "O'Malley" },
  emails: [
    { type: "work", value: "ada@example.com", primary: true },
    { type: "home", value: "ada@home.example" },
  ],
  phoneNumbers: [],
  photos: [{ value: "https://example.com/A.png", type: "photo" }],
  meta: { resourceType: "User", lastModified: "2026-05-13T04:42:34Z" },
  [ENTERPRISE]: { department: "Engines", manager: "u-9" },
};

test.each([
  // Case: userName is not caseExact; id, externalId and references are (RFC 7643 §3.1, §2.3.7).
  ['userName eq "ada@example.com"', true],
  ['USERNAME EQ "ADA@EXAMPLE.COM"', true],
  ['id eq "abc"', false],
  ['id eq "Abc"', true],
  ['externalId eq "x-1"', false],
  ['photos.value eq "https://example.com/a.png"', false],
  ['name.familyName co "o\'mal"', true],
  ['userName sw "ADA@"', true],
  ['userName ew ".com"', true],
  ['userName sw "example"', false],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ada"', true],
  // Presence: unassigned, null, [] and empty text are none.
  ["title pr", true],
  ["nickName pr", false],
  ["displayName pr", false],
  ["phoneNumbers pr", false],
  ["name pr", true],
  ["profileUrl pr", false],
  // null
  ["nickName eq null", true],
  ["title eq null", false],
  ["title ne null", true],
  // Unassigned is unequal to everything else.
  ['nickName ne "x"', true],
  ['nickName eq "x"', false],
  // Booleans, also as text; no order.
  ["active eq true", true],
  ["active eq false", false],
  ['active eq "true"', true],
  ["active ne true", false],
  ["active gt false", false],
  // Dates by time, not by text.
  ['meta.lastModified ge "2026-05-13T06:42:34+02:00"', true],
  ['meta.lastModified gt "2026-05-13T06:42:34+02:00"', false],
  ['meta.lastModified lt "2026-05-13T04:42:35Z"', true],
  ['meta.lastModified eq "2026-05-13T04:42:34.000Z"', true],
  // Texts in order.
  ['title gt "count"', true],
  ['title le "COUNTESS"', true],
  // Several values: any of them; a complex one stands for its value.
  ['emails co "home.example"', true],
  ['emails.type eq "home"', true],
  ['emails.type eq "other"', false],
  // In brackets all conditions hold for the same value.
  ['emails[type eq "work" and value co "@example.com"]', true],
  ['emails[type eq "home" and value co "@example.com"]', false],
  ['emails.type eq "home" and emails.value co "@example.com"', true],
  ['emails[not (type eq "work")]', true],
  ["emails[primary eq true]", true],
  // Extensions
  [`${ENTERPRISE}:department eq "engines"`, true],
  [`${ENTERPRISE.toLowerCase()}:Department eq "engines"`, true],
  ['department eq "Engines"', false],
  [`${ENTERPRISE}:manager.value eq "u-9"`, true],
  // Logic
  ['title eq "x" or userName pr and active eq true', true],
  ['not (title eq "x")', true],
  ['not (title eq "x" or active eq true)', false],
  // Different types
  ["title eq 7", false],
  ["title ne 7", true],
])("%s is %s", (text, expected) => {
  const { filter } = parseFilter(text);
  if (filter === undefined) throw new Error(`'${text}' was not understood.`);
  expect(matchesFilter(filter, ada, catalog)).toBe(expected);
});

test("a numeric attribute compares as a number", () => {
  const { filter } = parseFilter("level gt 9");
  expect(matchesFilter(filter!, { level: 10 }, catalog)).toBe(true);
  expect(matchesFilter(filter!, { level: 8 }, catalog)).toBe(false);
});

test("addresses written as plain texts have their text as value", () => {
  const { filter } = parseFilter('emails.value eq "ada@example.com"');
  expect(matchesFilter(filter!, { emails: ["ada@example.com"] }, catalog)).toBe(true);
});

test("an attribute of another resource type is unassigned", () => {
  const { filter } = parseFilter('userName eq "x"');
  expect(matchesFilter(filter!, { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: "x" }, catalog)).toBe(false);
});
