import { describe, expect, test } from "vitest";
import { problemsOf } from "#test/shapes";

/** What is said of one statement in a map, without its place. */
function said(statement: string): readonly string[] {
  return problemsOf(`map User -> User {\n${statement}\n}`).map((problem) => problem.replace(/^\d+:\d+-\d+ /, ""));
}

const value = "a value ([attribute], a function call, a text in double quotes or a number)";

describe("what parsers stumble over is said as a person would say it", () => {
  test.each<[string, string]>([
    ["a = ,", "The source is missing behind '='."],
    ["a = ]", `A${value.slice(1)} is expected here, not ']'.`],
    ["a = )", `A${value.slice(1)} is expected here, not ')'.`],
    ["a = F([b], c d)", "',' is missing here."],
    ["a = F([b] [c])", "',' is missing here."],
    ["a = [b.]", "The name of a source attribute is expected here, not ']'."],
    ["a = [b c]", "A source attribute has no space in its name. Remove 'c', or the space before it."],
    ['a = ["b"]', "A source attribute stands in [ ] without quotes."],
    ["a = b]", "'[' is missing before 'b'."],
    ["a = [b])", "There is a ')' too many. Remove it."],
    ["a = [b]]", "There is a ']' too many. Remove it."],
    ["a = ToLower [b]", "'(' is missing behind 'ToLower': ToLower(…)."],
    ['a = ToLower "b"', "'(' is missing behind 'ToLower': ToLower(…)."],
    ["a = ToLower 5", "'(' is missing behind 'ToLower': ToLower(…)."],
    ['a = [b] "c"', 'There is one value too many. Put several together with a function, such as Join(" ", [a], [b]).'],
    ["a = [b] 5", 'There is one value too many. Put several together with a function, such as Join(" ", [a], [b]).'],
    ["a = [b] &HF", 'There is one value too many. Put several together with a function, such as Join(" ", [a], [b]).'],
    ["a = [b] when [c]", "'when' cannot stand here. Behind the source stand 'match 1', 'default \"…\"' and 'on create'."],
    ["a = [b] -> c", "'->' cannot stand here. Behind the source stand 'match 1', 'default \"…\"' and 'on create'."],
    ["a = ToLower([b] match 1", "')' is missing before 'match'."],
    ["a = [b] match", "The precedence, a number from 1 up, is missing here."],
    ['a = [b] match "1"', "The precedence, a number from 1 up, is expected here, not '\"1\"'."],
    ["a = [b] default", "The default value, in double quotes, is missing here."],
    ["a = [b] default none", "The default value, in double quotes, is expected here, not 'none'."],
    ["a = [b] on", "'create' is missing here."],
    ["a = [b] on 5", "'create' is expected here, not '5'."],
    ["a[type eq 5 = [b]", "']' is missing here."],
    ["a[type].b = [c]", "An operator such as 'eq', 'co', 'sw' or 'pr' is expected here, not ']'."],
    ['where a eq "x" or', 'A condition such as userType eq "Employee" is missing here.'],
    ['where a eq "x" "y"', "'and', 'or' or the end of the filter is expected here, not '\"y\"'."],
  ])("%s", (statement, message) => {
    expect(said(statement)[0]).toBe(message);
  });

  test("a statement cut short by the next one says so, and how to write a comparison there", () => {
    expect(said('a = IIF([b], "c",\nd = [e]')).toEqual([
      "')' is missing here: what follows begins another statement. A comparison inside a call begins with [attribute], or stands right behind '('.",
    ]);
    expect(said("a = F([b],\nwhere c pr")).toEqual(["')' is missing here."]);
  });
});
