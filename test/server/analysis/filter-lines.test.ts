import { expect, test } from "vitest";
import { diagnoseFilterLines } from "#analysis/filter-lines";

/** Findings of a text of filters, as `line:start-end code`. */
function findings(...lines: readonly string[]): readonly string[] {
  return diagnoseFilterLines(lines, "file:///a.scimfilter").map(
    ({ code, place, endLine, endColumn }) => `${place.line}:${place.column}-${endLine}:${endColumn} ${code}`,
  );
}

test.each([
  ['userName eq "ada"'],
  ['  emails[type eq "work"].value  '],
  ["name.givenName"],
  ["// a comment"],
  [""],
  ["   "],
  ['urn:ietf:params:scim:schemas:core:2.0:User:userName sw "a"'],
])("%j is right", (line) => {
  expect(findings(line)).toEqual([]);
});

test("every line is read by itself, and its findings stand in it", () => {
  expect(findings("title pr", "userName eq", "", "title pr", "(title pr")).toEqual([
    expect.stringMatching(/^1:\d+-1:\d+ syntax$/),
    expect.stringMatching(/^4:\d+-4:\d+ syntax$/),
  ]);
});

test("columns count from the start of the line, indentation included", () => {
  const [indented] = findings("    userName eqq 5");
  const [plain] = findings("userName eqq 5");
  const column = (finding: string | undefined) => Number(/^0:(\d+)/.exec(finding ?? "")?.[1]);
  expect(column(indented)).toBe(column(plain) + 4);
});

test("what is no filter and no path is one finding of its line", () => {
  expect(findings("))))")).toHaveLength(1);
});
