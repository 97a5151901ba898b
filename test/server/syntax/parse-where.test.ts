import { describe, expect, test } from "vitest";
import { parse } from "#syntax/parse";
import { checkIn, problemsOf, shapesOf } from "#test/shapes";

/** The value that the first comparison of a scoping filter compares with. */
function comparedWith(filter: string): unknown {
  const node = parse(`map User -> User {\n  where ${filter}\n}`).statements.at(1)?.parsed.node;
  return node?.kind === "Where" && node.filter?.kind === "Comparison" ? node.filter.value?.value : undefined;
}

test("a backslash in a scoping filter stands for itself, so a pattern is what was written", () => {
  expect(comparedWith(String.raw`department matches "\bA\d+"`)).toBe(String.raw`\bA\d+`);
  expect(comparedWith(String.raw`department matches "\\bA\\d+"`)).toBe(String.raw`\bA\d+`);
  expect(comparedWith(String.raw`department eq "a\tb"`)).toBe(String.raw`a\tb`);
  expect(comparedWith(String.raw`department eq "a\"b"`)).toBe('a"b');
});

test("inside the brackets of a target JSON's escapes apply", () => {
  const node = parse(`map User -> User {\n  emails[type eq "\\u0077ork"].value = [mail]\n}`).statements.at(1)?.parsed.node;
  const target = node?.kind === "AttributeMapping" && node.target?.kind === "AttributePath" ? node.target : undefined;
  expect(target?.valueFilter?.filter).toMatchObject({ value: { value: "work" } });
});

type Case = [written: string, shape: string, problems?: string[]];

describe("scoping filters", () => {
  test.each<Case>([
    ['where department eq "Sales"', 'Where (eq department "Sales")'],
    ['where "Sales" department eq "Sales"', 'Where "Sales" (eq department "Sales")'],
    ['or where "Pilot" extensionAttribute1 eq "pilot"', 'Where or "Pilot" (eq extensionAttribute1 "pilot")'],
    ["where a pr", "Where (pr a)"],
    ["where not (a pr)", "Where (not (pr a))"],
    ["where a.b eq true", "Where (eq a.b true)"],
    ["where a gt 5", "Where (gt a 5)"],
    ["where a ge -1.5", "Where (ge a -1.5)"],
    ['where a EQ "x" AND b NE "y"', 'Where (and (EQ a "x") (NE b "y"))'],
    ['where a eq "x" or b eq "y" and c eq "z"', 'Where (or (eq a "x") (and (eq b "y") (eq c "z")))'],
    ['where (a eq "x" or b eq "y") and c eq "z"', 'Where (and (or (eq a "x") (eq b "y")) (eq c "z"))'],
    ['where a eq "x" and b eq "y" and c pr', 'Where (and (eq a "x") (eq b "y") (pr c))'],
    ['where mail matches "^.+@x$"', 'Where (matches mail "^.+@x$")'],
    ['where not (mail matches "x")', 'Where (not (matches mail "x"))'],
    ['where a "STARTSWITH" "x"', 'Where ("STARTSWITH" a "x")'],
    ['where a "IS NULL"', 'Where ("IS NULL" a)'],
    ['where "Title" a "IS NULL" and b pr', 'Where "Title" (and ("IS NULL" a) (pr b))'],
    ["where a eq null", "Where (eq a null)"],
  ])("%s", (written, shape) => {
    checkIn("map", written, shape);
  });

  test.each<Case>([
    ["where", "Where ?", ['6-6 A condition such as userType eq "Employee" is missing here.']],
    ['where "Nothing"', 'Where "Nothing" ?', ['16-16 A condition such as userType eq "Employee" is missing here.']],
    ["or where", "Where or ?", ['9-9 A condition such as userType eq "Employee" is missing here.']],
    ['a eq "x"', 'Where (eq a "x")', ["1-1 'where' is missing here."]],
    ['or a eq "x"', 'Where or (eq a "x")', ["3-3 'where' is missing here."]],
    ['wher a eq "x"', 'Where (eq a "x")', ["1-5 'where' or 'or where' is expected here, not 'wher'."]],
    ['where where a eq "x"', 'Where (eq a "x")', ["7-12 'where' cannot stand here. Remove it."]],
    ['where = a eq "x"', 'Where (eq a "x")', ["7-8 '=' cannot stand here. Remove it."]],
    ['and where a eq "x"', 'Where (eq a "x")', ["1-4 'and' cannot stand here. Remove it."]],
    ['or or where a eq "x"', 'Where or (eq a "x")'],
    ["where a eq", "Where (eq a)", ["9-11 'eq' needs a value after it, for example \"text\", 5, true or null."]],
    ["where a", "Where (? a)", ["8-8 An operator such as 'eq', 'co', 'sw' or 'pr' is missing here."]],
    [
      'where a equals "x"',
      'Where (equals a "x")',
      ["9-15 'equals' is no operator of a filter. Use eq, ne, co, sw, ew, gt, ge, pr or matches."],
    ],
    [
      "where a eq x",
      "Where (eq a ?x)",
      ["12-13 'x' is no value. Put a text in double quotes, or write true, false or null in lower case."],
    ],
    ['where not a eq "x"', 'Where (not (eq a "x"))', ["7-10 'not' needs parentheses: not (…)."]],
    ['where (a eq "x"', 'Where (eq a "x")', ["16-16 ')' is missing here."]],
    ['where a eq "x")', 'Where (eq a "x")', ["15-16 There is a ')' too many. Remove it."]],
    ['where a eq "x" b', 'Where (eq a "x")', ["16-17 'and', 'or' or the end of the filter is expected here, not 'b'."]],
  ])("%s keeps what can be read of it", (written, shape, problems = []) => {
    checkIn("map", written, shape, problems);
  });

  test("a filter goes on behind 'and', 'or' and inside parentheses", () => {
    const text = "map User -> User {\n  where (a pr or\n    b pr) and\n    not (\n    c pr)\n  or where d pr\n}";
    expect(shapesOf(text)).toEqual(["Map User -> User", "  Where (and (or (pr a) (pr b)) (not (pr c)))", "  Where or (pr d)", "  Close"]);
    expect(problemsOf(text)).toEqual([]);
  });
});
