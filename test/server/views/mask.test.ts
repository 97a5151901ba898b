import { expect, test } from "vitest";
import { personal, say } from "#base/sentence";
import { raw } from "#base/surfaces";
import type { JsonValue, PlannedRequest } from "#plan/plan";
import { unknownValue } from "#provisioning/unknown-value";
import { maskedValue, maskOf, shownRequest, shownValue } from "#views/mask";

const known = ["Ada Lovelace", "ada@example.com", "7", "boss", "Boss", "t1", "t 2"];
const numbered = (value: string): string => `~${known.indexOf(value)}`;
const mask = maskOf(["Sales", "work"], numbered);
const rendering = { surface: raw, mask };

test.each<[string, JsonValue, JsonValue]>([
  ["a text", "Ada Lovelace", "~0"],
  ["a number", 7, "~2"],
  ["a Boolean", true, true],
  ["a Boolean as Entra writes it", "True", "True"],
  ["a text of the mapping", "Sales", "Sales"],
  ["a text that only looks like one of the mapping", "sales", "~-1"],
  ["nothing", null, null],
  ["an empty text", "", ""],
  ["a URN that is no schema's", "urn:ada", "~-1"],
  ["an element", [{ type: "home", primary: true, value: "ada@example.com" }], [{ type: "home", primary: true, value: "~1" }]],
  ["a type that is no text", { type: { of: "Ada Lovelace" } }, { type: { of: "~0" } }],
  ["what a target calls unknown", { $unknown: "Ada Lovelace" }, { $unknown: "~0" }],
])("%s", (_, value, masked) => {
  expect(maskedValue(value, mask)).toEqual(masked);
  expect(maskedValue(value, undefined)).toEqual(value);
});

test("a role that Entra adds as JSON keeps the id of the role alone", () => {
  const id = "11111111-2222-3333-4444-555555555555";
  const role = (value: string, displayName: string): string => JSON.stringify({ id, value, displayName });
  expect(maskedValue(role("boss", "Boss"), mask)).toBe(role("~3", "~4"));
  expect(maskedValue(role("boss", "Boss").replace(id, "ada@example.com"), mask)).toBe("~-1");
});

test("what only the real run knows stands in a body with its reason", () => {
  const value = unknownValue(say`The target assigns this id when ${personal("Boss")} is created.`);
  expect(shownValue([value, "t1"], rendering)).toEqual([{ $unknown: "The target assigns this id when ~4 is created." }, "~5"]);
});

test.each<[string, PlannedRequest, PlannedRequest]>([
  [
    "a creation",
    {
      method: "POST",
      path: "/Users",
      body: {
        schemas: ["urn:a"],
        userName: "ada@example.com",
        active: true,
        path: "Ada Lovelace",
        "urn:x:User": { op: "boss", type: "Boss" },
        meta: { resourceType: "User" },
      },
    },
    {
      method: "POST",
      path: "/Users",
      body: {
        schemas: ["urn:a"],
        userName: "~1",
        active: true,
        path: "~0",
        "urn:x:User": { op: "~3", type: "~4" },
        meta: { resourceType: "User" },
      },
    },
  ],
  [
    "a change",
    {
      method: "PATCH",
      path: "/Users/ada%40example.com",
      body: {
        schemas: ["urn:p"],
        Operations: [
          { op: "Replace", path: 'emails[type eq "work"].value', value: "ada@example.com" },
          { op: "remove", path: 'members[value eq "t1"]' },
          { op: "replace", value: { title: "boss" } },
        ],
      },
    },
    {
      method: "PATCH",
      path: "/Users/~1",
      body: {
        schemas: ["urn:p"],
        Operations: [
          { op: "Replace", path: 'emails[type eq "work"].value', value: "~1" },
          { op: "remove", path: 'members[value eq "~5"]' },
          { op: "replace", value: { title: "~3" } },
        ],
      },
    },
  ],
  ["a deletion", { method: "DELETE", path: "/Groups/t%202", body: null }, { method: "DELETE", path: "/Groups/~6", body: null }],
  [
    "an id that is not there yet",
    { method: "PATCH", path: "/Users/{id}", body: null },
    { method: "PATCH", path: "/Users/{id}", body: null },
  ],
])("%s masks path and body", (_, request, masked) => {
  expect(shownRequest(request, rendering)).toEqual(masked);
  expect(shownRequest(request, { surface: raw })).toEqual(request);
});
