import { describe, expect, test } from "vitest";
import { findFunction, functions } from "#model/functions";
import type { FunctionSignature } from "#model/functions";

function known(name: string): FunctionSignature {
  const signature = findFunction(name)?.signature;
  if (signature === undefined) throw new Error(`There is no function '${name}'.`);
  return signature;
}

const namesWhere = (holds: (signature: FunctionSignature) => boolean) =>
  functions
    .filter(holds)
    .map(({ name }) => name)
    .toSorted();

// Written down from Entra's reference for expressions, function by function.
describe("what functions yield", () => {
  test.each<[FunctionSignature["yields"], string[]]>([
    ["boolean", ["CBool", "IsNull", "IsNullOrEmpty", "IsPresent", "IsString", "Not"]],
    ["integer", ["BitAnd", "Count", "DateDiff", "InStr"]],
    ["list", ["Split", "RemoveDuplicates"]],
    ["complex", ["AppRoleAssignmentsComplex", "AssertiveAppRoleAssignmentsComplex"]],
    ["date", ["CDate", "DateAdd", "Now"]],
    [
      "text",
      [
        "Append",
        "Join",
        "Left",
        "Mid",
        "Replace",
        "SingleAppRoleAssignment",
        "StripSpaces",
        "ToLower",
        "ToUpper",
        "Trim",
        "Word",
        "FormatDateTime",
        "Item",
      ],
    ],
    ["branch", ["IIF"]],
    ["argument", ["IgnoreFlowIfNullOrEmpty"]],
  ])("%s: %j", (yields, names) => {
    expect(names.filter((name) => known(name).yields !== yields)).toEqual([]);
  });
});

describe("which arguments are handed on", () => {
  test("IIF: one of the two behind the condition", () => {
    expect(known("IIF").arms).toEqual([
      { position: 1, taken: "if-true" },
      { position: 2, taken: "if-false" },
    ]);
  });

  test("Switch: the default, or every second one behind it by the key before it", () => {
    expect(known("Switch").arms).toEqual(
      expect.arrayContaining([
        { position: 1, taken: "otherwise" },
        { position: 3, every: 2, taken: "by-key" },
      ]),
    );
  });

  test("Coalesce: any, where it is there", () => {
    expect(known("Coalesce").arms).toEqual([{ position: 0, every: 1, taken: "if-present" }]);
  });

  test("no others, but for those that change their first one", () => {
    expect(namesWhere(({ arms }) => arms !== undefined)).toEqual(
      expect.arrayContaining(["Coalesce", "IIF", "IgnoreFlowIfNullOrEmpty", "Switch"]),
    );
    expect(known("Join").arms).toBeUndefined();
    expect(known("Replace").arms).toBeUndefined();
  });
});

test("Replace alone takes a regular expression, as its third argument", () => {
  expect(namesWhere(({ pattern }) => pattern !== undefined)).toEqual(["Replace"]);
  expect(known("Replace").pattern).toBe(2);
  expect(known("Replace").parameters[2]?.name).toBe("regexPattern");
});

test("functions over app roles say whether an update adds roles or makes them the only ones", () => {
  expect(namesWhere(({ roles }) => roles === "replace")).toEqual(["AssertiveAppRoleAssignmentsComplex"]);
  expect(namesWhere(({ roles }) => roles === "add")).toContain("AppRoleAssignmentsComplex");
  expect(namesWhere(({ roles }) => roles !== undefined).every((name) => name.includes("AppRoleAssignment"))).toBe(true);
});

test("only what differs from run to run or from tenant to tenant cannot be computed", () => {
  expect(namesWhere(({ unknownBecause }) => unknownBecause !== undefined)).toEqual([
    "DefaultDomain",
    "Guid",
    "RandomString",
    "SelectUniqueValue",
  ]);
});

test("arguments: as many are needed as are not optional, and any number where one may repeat", () => {
  for (const { name, parameters, maxArguments } of functions) {
    expect([name, maxArguments === undefined]).toEqual([name, parameters.some(({ variadic }) => variadic)]);
    if (maxArguments !== undefined) expect([name, maxArguments]).toEqual([name, parameters.length]);
  }
  expect(known("Trim")).toMatchObject({ minArguments: 1, maxArguments: 1 });
  expect(known("Guid")).toMatchObject({ minArguments: 0, maxArguments: 0 });
  expect(known("Join")).toMatchObject({ minArguments: 2, maxArguments: undefined });
  expect(known("Replace").maxArguments).toBe(7);
});
