import { expect, test } from "vitest";
import { evaluateText } from "#test/evaluate-text";
import type { TextEvaluation } from "#test/evaluate-text";

type Inputs = NonNullable<TextEvaluation["inputs"]>;

/** Expectations of the semantics page, which decide where documents are silent, or of the reference page. */
function check(expression: string, inputs: Inputs, value: unknown, confidence: "documented" | "inferred") {
  const outcome = evaluateText(expression, { inputs });
  expect({ value: outcome.value, confidence: outcome.confidence, unknown: outcome.unknown, problems: outcome.problems }).toEqual({
    value,
    confidence,
    unknown: null,
    problems: [],
  });
}

function checkProblem(expression: string, inputs: Inputs, message: string) {
  const outcome = evaluateText(expression, { inputs });
  expect(outcome.problems.map((problem) => problem.message)).toEqual([message]);
  expect(outcome.value).toBeNull();
}

test.each([
  "Mid([x], 1, 2)",
  "ToLower([x])",
  "ToUpper([x])",
  "StripSpaces([x])",
  "Trim([x])",
  "NormalizeDiacritics([x])",
  'Split([x], ",")',
  'Replace([x], "a", , , "b", , )',
])("%s of no value is no value", (expression) => check(expression, {}, null, "inferred"));

test("Left and Word give the empty text for no value", () => {
  check("Left([x], 2)", {}, "", "documented");
  check('Word([x], 1, " ")', {}, "", "documented");
});

test("Append takes a missing part for an empty one", () => {
  check('Append([x], "b")', {}, "b", "inferred");
  check('Append("a", [x])', {}, "a", "inferred");
});

test("Join skips missing and empty values, also inside a list", () => {
  check('Join("-", [a], "", [b])', { a: "1" }, "1", "documented");
  check('Join("-", [a])', { a: ["1", "", "2"] }, "1-2", "inferred");
  check('Join("-", [a], [b])', { b: "" }, "", "inferred");
  check('Join("", 1000, [a])', { a: "x" }, "1000x", "documented");
});

test("Mid counts from 1 and reads up to the end", () => {
  check("Mid([x], 4, 10)", { x: "abc" }, "", "inferred");
  check("Mid([x], 3, 10)", { x: "abc" }, "c", "documented");
  check('Mid([x], "2", "1")', { x: "abc" }, "b", "documented");
  check("Mid([x], 1, 0)", { x: "abc" }, "", "documented");
  checkProblem("Mid([x], 0, 2)", { x: "abc" }, "Mid counts from 1 and takes a length from 0 up, but got start 0 and length 2.");
  checkProblem("Mid([x], 1, -1)", { x: "abc" }, "Mid counts from 1 and takes a length from 0 up, but got start 1 and length -1.");
  checkProblem('Mid([x], "one", 1)', { x: "abc" }, 'Mid needs a whole number here, but got "one".');
  checkProblem("Mid([x], [y], 1)", { x: "abc" }, "Mid needs a whole number here, but got no value.");
});

test("positions count UTF-16 units, as in .NET", () => {
  check("Left([x], 1)", { x: "😀a" }, "\ud83d", "documented");
  check("Mid([x], 3, 1)", { x: "😀a" }, "a", "documented");
});

test("Split trims parts, drops empty ones and takes a long delimiter as one", () => {
  check('Split([x], ",")', { x: " a ,b" }, ["a", "b"], "documented");
  check('Split([x], ",")', { x: "a,,b," }, ["a", "b"], "inferred");
  check('Split([x], "; ")', { x: "a; b;c" }, ["a", "b;c"], "inferred");
  check('Split([x], ",")', { x: " , " }, null, "inferred");
  expect(evaluateText("Split([x])", { inputs: { x: "a" } }).unknown).toBe("Entra does not document how Split works without a delimiter.");
});

test("Word separates at every delimiter and makes no empty words", () => {
  check('Word("a  b", 2, " ")', {}, "b", "inferred");
  check('Word("abc", 1, " ")', {}, "abc", "inferred");
  check('Word("a b", -1, " ")', {}, "", "documented");
});

test("StripSpaces removes spaces and no other white space", () => {
  check("StripSpaces([x])", { x: " a\tb\u00a0c " }, "a\tb\u00a0c", "documented");
});

test("Trim removes .NET's white space from every value", () => {
  check("Trim([x])", { x: "\u0085\u00a0 a b\t\r\n" }, "a b", "documented");
  check("Trim([x])", { x: "\ufeffa" }, "\ufeffa", "documented");
  check("Trim([x])", { x: [" a", "b "] }, ["a", "b"], "documented");
});

test("casing is one character to one character and invariant", () => {
  check("ToUpper([x])", { x: "straße" }, "STRAßE", "inferred");
  check("ToLower([x])", { x: "ΟΔΟΣ" }, "οδοσ", "documented");
  check("ToLower([x])", { x: "İI" }, "İi", "documented");
  check("ToUpper([x])", { x: "ıi" }, "ıI", "documented");
});

test("a Turkish culture pairs dotted and dotless letters", () => {
  check('ToLower([x], "tr-TR")', { x: "İI" }, "iı", "documented");
  check('ToUpper([x], "tr-TR")', { x: "ıi" }, "Iİ", "documented");
  check("ToLower([x], )", { x: "ABC" }, "abc", "documented");
  checkProblem('ToLower([x], "?")', { x: "A" }, '"?" is not the name of a culture. Write one such as "en-US".');
});

test("Not turns everything but True into True", () => {
  check("Not([x])", { x: "true" }, "True", "documented");
  check("Not([x])", { x: "" }, "True", "documented");
});

test("Coalesce passes over missing and empty values but returns its last argument as it is", () => {
  check("Coalesce([a], [b], [c])", { b: "", c: "x" }, "x", "inferred");
  check('Coalesce([a], "")', {}, "", "documented");
  check("Coalesce([a], [b])", {}, null, "documented");
  check("Coalesce([a], [b])", { a: [], b: ["1", "2"] }, ["1", "2"], "documented");
});

test("Switch takes the first equal key, compares case and knows an empty key", () => {
  check('Switch([x], "d", "a", "1", "a", "2")', { x: "a" }, "1", "inferred");
  check('Switch([x], "d", "A", "1")', { x: "a" }, "d", "documented");
  check('Switch([x], "", "A", "1")', { x: "a" }, "", "documented");
  check('Switch([x], , "A", "1")', { x: "a" }, null, "documented");
  check('Switch([x], "d", ToLower("A"), "1")', { x: "a" }, "1", "inferred");
  check('Switch([x], "d", 1, "one")', { x: "1" }, "one", "documented");
  check('Switch([x], "d", "a", [y])', { x: "a" }, null, "documented");
  check('Switch([x], "d", [y], "1")', { x: "a", y: ["a"] }, "1", "inferred");
  checkProblem(
    'Switch([x], "d", "a", "1")',
    { x: ["a", "b"] },
    "Switch compares one text with its keys, but its source has several values.",
  );
  checkProblem(
    'Switch([x], "d", "a", "1", "b")',
    { x: "a" },
    "Switch needs a value for every key: source, default, then pairs of key and value.",
  );
  expect(evaluateText('Switch([x], "d", , "1")', { inputs: { x: "a" } }).unknown).toBe(
    "Entra does not document what an empty key or value of Switch means.",
  );
});

test("a branch that is not chosen is not evaluated", () => {
  check('IIF([x] = "a", "1", Guid())', { x: "a" }, "1", "documented");
  check('IIF([x] = "b", Guid(), "2")', { x: "a" }, "2", "documented");
  check('Switch([x], Guid(), "a", "1", "b", Guid())', { x: "a" }, "1", "documented");
  expect(evaluateText('IIF([x] = "a", Guid(), "2")', { inputs: { x: "a" } }).unknown).toContain("Guid");
});

test.each([
  ['[x] = "a"', "a", "True", "documented"],
  ['[x] = "A"', "a", "False", "inferred"],
  ['[x] <> "b"', "a", "True", "documented"],
  ['[x] = ""', null, "True", "inferred"],
  ['[x] = ""', "a", "False", "inferred"],
  ["[x] = 7", "7", "True", "documented"],
  ["[x] = 7", "7.0", "True", "documented"],
  ["[x] < 10", "9", "True", "documented"],
  ['[x] < "10"', "9", "False", "inferred"],
  ["[x] >= 10", "abc", "True", "inferred"],
  ["[x] > 9223372036854775806", "9223372036854775807", "True", "documented"],
  ["[x] <= -1", "-1", "True", "documented"],
] as const)("the condition %s of %s is %s", (condition, x, value, confidence) => {
  check(`IIF(${condition}, "True", "False")`, { x }, value, confidence);
});

test("a condition that is no comparison is true unless it is empty, 0 or False", () => {
  check('IIF(IsPresent([x]), "yes", "no")', { x: "a" }, "yes", "documented");
  check('IIF([x], "yes", "no")', { x: "False" }, "no", "documented");
  check('IIF([x], "yes", "no")', { x: "0" }, "no", "inferred");
  check('IIF([x], "yes", "no")', {}, "no", "inferred");
  check('IIF([x], "yes", "no")', { x: "1" }, "yes", "inferred");
});

test("NormalizeDiacritics reads composed and decomposed letters and leaves what its table lacks", () => {
  check("NormalizeDiacritics([x])", { x: "Zoe\u0308" }, "Zoe", "documented");
  check("NormalizeDiacritics([x])", { x: "o\u0304\u0301" }, "o", "documented");
  check("NormalizeDiacritics([x])", { x: "Đặng œ" }, "Đặng œ", "inferred");
  check("NormalizeDiacritics([x])", { x: "a\u0323" }, "a\u0323", "inferred");
  check("NormalizeDiacritics([x])", { x: "5 € – 😀" }, "5 € – 😀", "documented");
});

test("SingleAppRoleAssignment gives the one role and names the uncertainty of several", () => {
  const admin = { id: "1", value: "Admin", displayName: "Admin" };
  const reader = { id: "2", value: "Reader", displayName: "Reader" };
  const one = evaluateText("SingleAppRoleAssignment([appRoleAssignments])", { roles: [admin, admin] });
  expect(one).toMatchObject({ value: "Admin", confidence: "documented", roles: [admin, admin] });
  const several = evaluateText("SingleAppRoleAssignment([appRoleAssignments])", { roles: [admin, reader] });
  expect(several).toMatchObject({
    value: null,
    unknown: "SingleAppRoleAssignment returns one of 2 assigned roles (Admin, Reader), and Entra does not document which.",
  });
  expect(evaluateText("SingleAppRoleAssignment([appRoleAssignments])", { roles: [] }).value).toBeNull();
});

test("a function of one text does not guess what it makes of several", () => {
  expect(evaluateText("ToLower([x])", { inputs: { x: ["A", "B"] } }).unknown).toBe(
    "Entra does not document what ToLower makes of several values.",
  );
  check("ToLower([x])", { x: ["A"] }, "a", "documented");
});

test("arguments too few, too many or missing are problems that name the function", () => {
  checkProblem('Append("a")', {}, "Append needs at least 2 arguments, but 1 stand here.");
  checkProblem('Not("a", "b")', {}, "Not takes at most 1 argument, but 2 stand here.");
  checkProblem('Append("a", )', {}, "Append needs a value for 'suffix', but nothing stands there.");
});

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
