import { expect, test } from "vitest";
import type { FileCoverage } from "#plan/test-report";
import { call } from "#test/terminal";

const mapping = `map User -> User {
  where "Sales" department eq "Sales"
  userName     = ToLower([userPrincipalName])  match 1
  active       = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName  = [displayName]
}
`;
const passing = 'test "passes" for User { given { userPrincipalName = "Ada", department = "Sales" } expect create { userName = "ada" } }\n';
const failing =
  'test "a < b & \\"c\\"" for User { given { userPrincipalName = "Ada", department = "Sales" } expect create { userName = "Ada" } }\n';
const wrongAction =
  'test "action" for User { given { department = "Service" } expect disable }\ntest "skipped" for User { given { department = "Service" } expect create {} }\n';
const broken = 'test "broken" for Group { given { displayName = "Desk" } expect skip }\n';

test("tests that pass have nothing to report", async () => {
  expect(await call(["test", "-"], { stdin: mapping + passing })).toEqual({
    exit: 0,
    stdout: "standard input: 1 of 1 test passed, 0 failed\n",
    stderr: "",
  });
});

test("text: a failing test with expected above actual, at its line", async () => {
  const { exit, stdout } = await call(["test", "-"], { stdin: mapping + passing + failing + wrongAction + broken });
  expect(exit).toBe(1);
  expect(stdout).toBe(`standard input:8 failed a < b & "c"
  standard input:8 userName
    expected  "Ada"
    actual    "ada"
    Another value flows to 'userName' in line 3.
standard input:10 failed skipped
  standard input:10 action
    expected  create
    actual    skip
    Outside the scoping filters: 'Sales' department eq "Sales" is not true. (line 2)
standard input:11 error broken
  standard input:11 action
    No map leads to 'Group', so there is nothing to test.
standard input: 2 of 5 tests passed, 2 failed, 1 could not run
`);
});

test("JSON: the contract's members, and no coverage unless asked for", async () => {
  const { exit, stdout } = await call(["test", "-", "--format", "json"], { stdin: mapping + passing + failing });
  expect(exit).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    tests: [
      { name: "passes", file: "standard input", line: 7, status: "passed", differences: [] },
      {
        name: 'a < b & "c"',
        file: "standard input",
        line: 8,
        status: "failed",
        differences: [
          { attribute: "userName", expected: "Ada", actual: "ada", line: 8, reason: "Another value flows to 'userName' in line 3." },
        ],
      },
    ],
    coverage: null,
  });
});

test("JSON with --coverage: ranges and branches of each file, lines and columns from 1", async () => {
  const { stdout } = await call(["test", "-", "--coverage", "--format", "json"], { stdin: mapping + passing });
  const { coverage } = JSON.parse(stdout) as { coverage: FileCoverage[] };
  expect(coverage.map(({ file }) => file)).toEqual(["standard input"]);
  expect(coverage[0]?.statements).toContainEqual({ line: 5, column: 3, endLine: 5, endColumn: 31, count: 1 });
  expect(coverage[0]?.branches).toContainEqual({
    line: 4,
    column: 53,
    endLine: 4,
    endColumn: 59,
    count: 1,
    kind: "switch-arm",
    label: '"False"',
  });
});

test("text with --coverage: shares, rounded down, and what was never reached", async () => {
  const { exit, stdout } = await call(["test", "-", "--coverage"], { stdin: mapping + passing });
  expect(exit).toBe(0);
  expect(stdout).toBe(`standard input: 1 of 1 test passed, 0 failed
standard input: coverage of 4 of 4 (100 %) statements, 2 of 4 (50 %) branches
  standard input:2:17 never reached: department eq "Sales" is not true
  standard input:4:69 never reached: Switch, "True"
`);
});

test("JUnit: counts, failures and errors, with everything escaped", async () => {
  const odd = passing.replace("passes", "bell \u0007 and ]]>");
  const { exit, stdout } = await call(["test", "-", "--coverage", "--format", "junit"], { stdin: mapping + failing + broken + odd });
  expect(exit).toBe(1);
  expect(stdout).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="scimmap" tests="3" failures="1" errors="1">
  <testsuite name="standard input" tests="3" failures="1" errors="1">
    <properties>
      <property name="coverage.statements" value="4 of 4 (100 %)"/>
      <property name="coverage.branches" value="2 of 4 (50 %)"/>
    </properties>
    <testcase name="a &#60; b &#38; &#34;c&#34;" classname="standard input" file="standard input" line="7">
      <failure message="Another value flows to &#39;userName&#39; in line 3." type="test-fails">  standard input:7 userName
    expected  &#34;Ada&#34;
    actual    &#34;ada&#34;
    Another value flows to &#39;userName&#39; in line 3.</failure>
    </testcase>
    <testcase name="broken" classname="standard input" file="standard input" line="8">
      <error message="No map leads to &#39;Group&#39;, so there is nothing to test." type="test-error">  standard input:8 action
    No map leads to &#39;Group&#39;, so there is nothing to test.</error>
    </testcase>
    <testcase name="bell \\u0007 and ]]&#62;" classname="standard input" file="standard input" line="9"/>
  </testsuite>
</testsuites>
`);
});

test("errors in a mapping are findings and stand on standard error; its tests run all the same", async () => {
  const { exit, stdout, stderr } = await call(["test", "-"], { stdin: mapping.replace("displayName  =", "displayNme  =") + passing });
  expect(exit).toBe(1);
  expect(stdout).toBe("standard input: 1 of 1 test passed, 0 failed\n");
  expect(stderr).toContain("standard input:5:3 error unknown-attribute");
});

test("all tests of the examples pass", async () => {
  const { exit, stdout, stderr } = await call(["test", "examples"]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  expect(
    stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.replace(/: .*/, "")),
  ).toEqual(["grouptalk", "purecloud", "ringcentral", "webex"].map((name) => `examples/${name}.scimmap`));
});

test("what cannot run is a sentence on standard error", async () => {
  expect((await call(["test"])).exit).toBe(2);
  expect(await call(["test", "no-such.scimmap"])).toEqual({
    exit: 2,
    stdout: "",
    stderr: "scimmap: 'no-such.scimmap' does not exist. Check the spelling and the folder you are in.\n",
  });
});
