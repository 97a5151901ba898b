import { expect, test } from "vitest";
import { hover } from "#features/hover";
import { checkHover, markdownOf, snapshotOf } from "#test/features";
import { personOf } from "#test/live";
import { atCursor } from "#test/markers";

const ada = personOf({
  userPrincipalName: "Ada@contoso.com",
  givenName: "Ada",
  surname: "Lovelace",
  department: "Sales",
  employeeType: "a*b `c`",
  objectId: "ada-1",
});

const inMap = (line: string): string => `let full = Join(" ", [givenName], [surname])\nmap User -> User {\n  ${line}\n}`;

/** The hover is about `on` and says what Ada gets of it. */
function checkLive(marked: string, on: string, ...says: readonly string[]): void {
  checkHover(marked, { on, says }, undefined, ada);
}

test("each call, reference and literal says its own value", () => {
  checkLive(inMap('userName = ToL$0ower(Replace([userPrincipalName], "@", , , "_", , ))'), "ToLower", '`= "ada_contoso.com"`');
  checkLive(inMap("userName = ToLower(Trim$0([userPrincipalName]))"), "Trim", '`= "Ada@contoso.com"`');
  checkLive(inMap("userName = ToLower([userPrin$0cipalName])"), "[userPrincipalName]", '`= "Ada@contoso.com"`');
  checkLive(inMap("userName = ToLower([fu$0ll])"), "[full]", "let full =", '`= "Ada Lovelace"`');
  checkLive(inMap('userName = Append([givenName], "\\$0d")'), '"\\d"', '`= "\\\\d"`');
  checkLive(inMap("userName = BitAnd(&HF$07, 15)"), "&HF7", '`= "247"`');
});

test("between the parts of a call, the call is meant", () => {
  checkLive(inMap("userName = Append([givenName],$0 [surname])"), "Append([givenName], [surname])", '`= "AdaLovelace"`');
});

test("a comparison is True or False", () => {
  checkLive(inMap('userName = IIF([department] =$0 "Sales", "S", "O")'), '[department] = "Sales"', '`= "True"`');
});

test("a target, a modifier and the name of a let say what becomes of the whole statement", () => {
  checkLive(inMap("acti$0ve = Not([IsSoftDeleted])"), "active", "boolean", "`= true`");
  checkLive(inMap('title = [jobTitle]  defa$0ult "none"'), 'default "none"', '`default "none" on create`', "The source has no value.");
  checkLive('let ful$0l = Join(" ", [givenName], [surname])', "full", '`= "Ada Lovelace"`');
});

test("a scoping filter: values of its attributes, truth of its clauses", () => {
  checkLive(inMap('where depart$0ment eq "Sales"'), "department", '`= "Sales"`');
  checkLive(inMap('where not (department e$0q "Sales") or mail pr'), "eq", "`true`");
  checkLive(inMap('where n$0ot (department eq "Sales") or mail pr'), 'not (department eq "Sales")', "`false`");
  checkLive(inMap('whe$0re "x" department eq "Service"'), "where", "`false`", "'department eq \"Service\"' is not true.");
});

test("nothing is said of a map of other objects, nor where there is nothing", () => {
  const { text, position } = atCursor('map Group -> Group {\n  displayName = Appe$0nd([displayName], "x")\n}');
  const without = hover(snapshotOf(text), position);
  expect(markdownOf(without)).toContain("Append");
  expect(hover(snapshotOf(text), position, ada)?.description).toEqual(without?.description);
  checkHover(inMap("userName =$0 [mail]"), null, undefined, ada);
});

test("a value is text, whatever markup it holds", () => {
  checkLive(inMap("userType = [employee$0Type]"), "[employeeType]", 'For Ada Lovelace: `` = "a*b `c`" ``');
});

test("errors, unknowns and what is inferred", () => {
  checkLive(inMap("userName = Append(Gu$0id(), [mail])"), "Guid", "For Ada Lovelace: unknown: Guid() gives another value in every run.");
  checkLive(inMap("userName = Le$0ft([mail], [surname])"), "Left", "For Ada Lovelace: error: Left needs a whole number here");
});
