import { expect, test } from "vitest";
import { evaluateText } from "#test/evaluate-text";
import type { TextEvaluation } from "#test/evaluate-text";

function check(expression: string, inputs: NonNullable<TextEvaluation["inputs"]>, value: unknown, confidence: "documented" | "inferred") {
  expect(evaluateText(expression, { inputs })).toMatchObject({ value, confidence, unknown: null, problems: [] });
}

test("Count, Item and RemoveDuplicates take a single value for a list of one", () => {
  check("Count([x])", {}, "0", "inferred");
  check("Count([x])", { x: "a" }, "1", "inferred");
  check("Item([x], 1)", { x: "a" }, "a", "inferred");
  check("RemoveDuplicates([x])", { x: ["a", "A", "a"] }, ["a", "A"], "inferred");
  check("RemoveDuplicates([x])", {}, null, "inferred");
  expect(evaluateText("Item([x], 3)", { inputs: { x: ["a", "b"] } }).problems[0]?.message).toBe(
    "Item counts from 1, and there is no value 3 among 2.",
  );
  expect(evaluateText("Item([x], 0)", { inputs: { x: ["a", "b"] } }).problems.length).toBe(1);
});

test("InStr is Visual Basic's", () => {
  check('InStr("abc", "C")', {}, "0", "inferred");
  check('InStr("abc", "C", 1, vbBinaryCompare)', {}, "0", "documented");
  check('InStr("abc", "c")', {}, "3", "documented");
  check('InStr("abc", "C", 1, vbTextCompare)', {}, "3", "documented");
  check('InStr("äbc", "Ä", , vbTextCompare)', {}, "1", "inferred");
  check('InStr("abc", "", 2)', {}, "2", "inferred");
  check('InStr("abc", "a", 4)', {}, "0", "inferred");
  check('InStr([x], "a")', {}, "0", "inferred");
  expect(evaluateText('InStr("abc", "a", 0)').problems[0]?.message).toBe("InStr counts from 1, but got start 0.");
  expect(evaluateText('InStr("abc", "a", 1, textual)').unknown).toContain("InStr");
});

test("PCase capitalises after every separator, or only after those given", () => {
  check('PCase("o\'NEIL-smith")', {}, "O'Neil-Smith", "documented");
  check('PCase("o\'NEIL-smith", "-")', {}, "O'neil-Smith", "documented");
  check('PCase("3rd street")', {}, "3Rd Street", "inferred");
  check("PCase([x])", {}, null, "inferred");
});

test("presence and Boolean functions", () => {
  check("IsNothing([x])", {}, "True", "documented");
  check("IsNull([x])", { x: [] }, "True", "documented");
  check("CBool(5)", {}, "True", "inferred");
  check('CBool("0")', {}, "False", "inferred");
  check("CBool([x])", { x: "False" }, "False", "documented");
  check("CStr(12)", {}, "12", "documented");
  check("Redact([x])", { x: ["a", "b"] }, ["a", "b"], "documented");
  expect(evaluateText("IsString([x])").unknown).toBe("Entra documents IsString for a single text only.");
});

test("Prepend takes a missing part for an empty one", () => {
  check('Prepend("a", [x])', {}, "a", "inferred");
});

test("base64 is UTF-16 unless told otherwise, and survives the way back", () => {
  check("ConvertFromBase64(ConvertToBase64([x]))", { x: "Zoë 😀" }, "Zoë 😀", "documented");
  check('ConvertFromBase64("Wm/Dqw==", UTF8)', {}, "Zoë", "documented");
  check('ConvertFromBase64("Wm/Dqw==", ASCII)', {}, "Zo??", "documented");
  check('ConvertToUTF8Hex("ë")', {}, "C3AB", "documented");
  expect(evaluateText('ConvertFromBase64("a")').problems[0]?.message).toBe("ConvertFromBase64 got a text that is not base64.");
  expect(evaluateText('ConvertFromBase64("", constructor)').unknown).toContain("ConvertFromBase64");
});

test("BitAnd reads decimal and hexadecimal numbers of any size", () => {
  check('BitAnd([x], "&HFFFF")', { x: "66048" }, "512", "documented");
  check("BitAnd(-1, 9223372036854775807)", {}, "9223372036854775807", "documented");
  expect(evaluateText('BitAnd("x", 1)').problems[0]?.message).toBe("BitAnd needs two whole numbers.");
});

test("the functions for all roles give their names and keep the roles", () => {
  const roles = [
    { id: "1", value: "Admin", displayName: "Admin" },
    { id: "2", value: "Reader", displayName: "Reader" },
  ];
  for (const name of ["AppRoleAssignments", "AppRoleAssignmentsComplex", "AssertiveAppRoleAssignmentsComplex"]) {
    expect(evaluateText(`${name}([appRoleAssignments])`, { roles })).toMatchObject({
      value: ["Admin", "Reader"],
      roles,
      confidence: "documented",
    });
    expect(evaluateText(`${name}([appRoleAssignments])`, { roles: [] }).value).toBeNull();
    expect(evaluateText(`${name}([appRoleAssignments])`, { inputs: { appRoleAssignments: "Admin" } }).value).toEqual(["Admin"]);
  }
});

test("values that differ in every run are unknown", () => {
  expect(evaluateText("Guid()").unknown).toBe("Guid() gives another value in every run.");
  expect(evaluateText("RandomString(6,3,0,0,3)").unknown).toBe("RandomString() gives another value in every run.");
  expect(evaluateText("DefaultDomain()").unknown).toBe("DefaultDomain() depends on the tenant, which the preview does not ask.");
});
