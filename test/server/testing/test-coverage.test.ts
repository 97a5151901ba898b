import { inEnglish } from "#base/render-sentence";
import { expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { runTests } from "#engine/run-tests";

const NOW = new Date("2026-11-20T08:00:00Z");

/** One Switch in a let with two arms and a default, one IIF, two clauses, an `on create`, and a map that no test is about. */
const mapping = `let region = Switch([country], "none", "KR", "APAC", "US", "Americas")
map User -> User {
  where "Sales" department eq "Sales" and
    not (city eq "Oslo")
  userName = [userPrincipalName]  match 1
  title = IIF([jobTitle] = "-", [region],
    "Staff")
  nickName = [mailNickname]  on create
  active = Switch([IsSoftDeleted], , "False", "True", "True", "False")
}
map Group -> Group {
  displayName = [displayName]  match 1
}
`;

/** Every range with its count, named by the text it stands on. */
function coverageOf(tests: string, text = mapping): { readonly statements: readonly string[]; readonly branches: readonly string[] } {
  const whole = text + tests;
  const { coverage } = runTests(openMapping("t.scimmap", whole), { now: NOW, coverage: true });
  if (coverage === undefined) throw new Error("No coverage, although it was asked for.");
  const lines = whole.split("\n");
  const textAt = ({ line, column, endLine, endColumn }: (typeof coverage.statements)[number]): string =>
    line === endLine
      ? lines[line - 1]!.slice(column - 1, endColumn - 1)
      : `${lines[line - 1]!.slice(column - 1)}${lines[endLine - 1]!.slice(0, endColumn - 1)}`;
  return {
    statements: coverage.statements.map((range) => `${range.count} ${textAt(range).split(/ = | "/)[0]!}`),
    branches: coverage.branches.map((range) => `${range.count} ${range.kind} ${inEnglish(range.label)}: ${textAt(range)}`),
  };
}

test("without a test nothing is reached, and every way is listed at its own text", () => {
  expect(coverageOf("")).toEqual({
    statements: ["0 let region", "0 where", "0 userName", "0 title", "0 nickName", "0 active", "0 displayName"],
    branches: [
      '0 switch-arm default: "none"',
      '0 switch-arm "KR": "APAC"',
      '0 switch-arm "US": "Americas"',
      '0 scoping-clause department eq "Sales" is true: department eq "Sales"',
      '0 scoping-clause department eq "Sales" is not true: department eq "Sales"',
      '0 scoping-clause city eq "Oslo" is true: city eq "Oslo"',
      '0 scoping-clause city eq "Oslo" is not true: city eq "Oslo"',
      "0 iif-branch true: [region]",
      '0 iif-branch false: "Staff"',
      '0 switch-arm "False": "True"',
      '0 switch-arm "True": "False"',
    ],
  });
});

test("a create reaches its mappings, one arm, one branch, and what each clause said", () => {
  const { statements, branches } = coverageOf(
    'test "a" for User { given { userPrincipalName = "a", department = "Sales", city = "Bergen", jobTitle = "-", country = "KR" } expect create {} }\n',
  );
  expect(statements).toEqual(["1 let region", "1 where", "1 userName", "1 title", "1 nickName", "1 active", "0 displayName"]);
  expect(branches.filter((branch) => branch.startsWith("1"))).toEqual([
    '1 switch-arm "KR": "APAC"',
    '1 scoping-clause department eq "Sales" is true: department eq "Sales"',
    '1 scoping-clause city eq "Oslo" is not true: city eq "Oslo"',
    "1 iif-branch true: [region]",
    '1 switch-arm "False": "True"',
  ]);
});

test("an update leaves `on create` alone, and a let counts only where its branch is taken", () => {
  const { statements } = coverageOf(
    'test "a" for User { given { userPrincipalName = "a", department = "Sales", city = "Bergen" } expect update {} }\n',
  );
  expect(statements).toEqual(["0 let region", "1 where", "1 userName", "1 title", "0 nickName", "1 active", "0 displayName"]);
});

test("a disable reaches what depends on IsSoftDeleted, a skip its scoping filters only", () => {
  const disable = coverageOf('test "a" for User { given { userPrincipalName = "a" } expect disable }\n');
  expect(disable.statements.filter((statement) => statement.startsWith("1"))).toEqual(["1 where", "1 active"]);
  expect(disable.branches).toContain('1 switch-arm "True": "False"');
  const skip = coverageOf('test "a" for User { given { department = "Service", city = "Oslo" } expect skip }\n');
  expect(skip.statements.filter((statement) => statement.startsWith("1"))).toEqual(["1 where"]);
  expect(skip.branches.filter((branch) => branch.startsWith("1"))).toEqual([
    '1 scoping-clause department eq "Sales" is not true: department eq "Sales"',
    '1 scoping-clause city eq "Oslo" is true: city eq "Oslo"',
  ]);
});

test("a count is the number of tests, also where two mappings use one let", () => {
  const twice = mapping.replace("  nickName", "  locale = [region]\n  preferredLanguage = [region]\n  nickName");
  const one = 'test "a" for User { given { userPrincipalName = "a", department = "Sales", city = "Bergen" } expect create {} }\n';
  const { statements, branches } = coverageOf(one + one.replace('"a"', '"b"'), twice);
  expect(statements[0]).toBe("2 let region");
  expect(branches).toContain('2 switch-arm default: "none"');
});

test("a test that cannot be played reaches nothing", () => {
  const { statements } = coverageOf('test "a" for User { given { department = "Sales", city = "Bergen", title = } expect create {} }\n');
  expect(statements.every((statement) => statement.startsWith("0"))).toBe(true);
});

test("a disabled map counts only where a test plays it", () => {
  const disabled = mapping.replace("map Group -> Group {", "map Group -> Group disabled {");
  expect(coverageOf("", disabled).statements).not.toContain("0 displayName");
  const played = 'test "a" for Group { given { displayName = "Desk" } expect create {} }\n';
  expect(coverageOf(played, disabled).statements).toContain("1 displayName");
});
