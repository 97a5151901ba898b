import { expect, test } from "vitest";
import { render } from "#base/render-sentence";
import { markup, plainText, raw } from "#base/surfaces";
import { testsAsJunit } from "#views/junit";
import { shareOf, testsAsJson, testsAsText } from "#views/test-report";
import type { TestedFile } from "#plan/test-report";
import { openMapping } from "#engine/open-mapping";
import { runTests } from "#engine/run-tests";

const text = { surface: plainText };
const map = "map User -> User {\n  userName = [mail] match 1\n}\n";

function tested(tests: string, coverage = false, file = "x.scimmap"): TestedFile {
  return { file, ...runTests(openMapping(file, map + tests), { now: new Date("2026-11-20T12:00:00Z"), coverage }) };
}

const passes = 'test "a" for User { given { mail = "a" } expect create { userName = "a" } }\n';
const fails = 'test "b" for User { given { mail = "a" } expect create { userName = "b" } }\n';

test.each([
  ["", "0 of 0 tests passed, 0 failed"],
  [passes, "1 of 1 test passed, 0 failed"],
  [passes + fails, "1 of 2 tests passed, 1 failed"],
  ['test "c" for Group { expect skip }\n', "0 of 1 test passed, 0 failed, 1 could not run"],
])("the tests %j are counted as '%s'", (tests, counted) => {
  expect(
    testsAsText([tested(tests)], text)
      .trimEnd()
      .split("\n")
      .at(-1),
  ).toBe(`x.scimmap: ${counted}`);
});

test.each([
  [[], "0 of 0"],
  [[0], "0 of 1 (0 %)"],
  [[1], "1 of 1 (100 %)"],
  // Rounded down: only everything is 100 %.
  [[...Array.from({ length: 199 }, () => 1), 0], "199 of 200 (99 %)"],
])("the share of %j", (counts, share) => {
  const ranges = counts.map((count) => ({ line: 1, column: 1, endLine: 1, endColumn: 2, count }));
  expect(render(shareOf(ranges), text)).toBe(share);
});

test("reports of several files follow each other", () => {
  const files = [tested(passes), tested(fails, false, "y.scimmap")];
  expect(testsAsText(files, text)).toMatch(/^x\.scimmap: 1 of 1 test passed, 0 failed\ny\.scimmap:4 failed b\n/);
  const { tests } = JSON.parse(testsAsJson(files, { surface: raw })) as { tests: { name: string }[] };
  expect(tests.map(({ name }) => name)).toEqual(["a", "b"]);
  expect(testsAsJunit(files, { surface: markup })).toContain('<testsuites name="scimmap" tests="2" failures="1" errors="0">');
});

test("the members of a difference in JSON keep the order that scripts have seen", () => {
  const actionFails = 'test "c" for User { given { mail = "a" } expect skip }\n';
  const { tests } = JSON.parse(testsAsJson([tested(fails + actionFails)], { surface: raw })) as { tests: { differences: object[] }[] };
  expect(tests.map(({ differences }) => differences.map((difference) => Object.keys(difference).join(" ")))).toEqual([
    ["attribute expected actual reason line"],
    ["attribute expected actual line reason"],
  ]);
});

test("coverage is null where nobody asked, and lists what was never reached where somebody did", () => {
  expect(JSON.parse(testsAsJson([tested(passes)], { surface: raw }))).toMatchObject({ coverage: null });
  const covered = tested('test "b" for Group { expect skip }\n', true);
  expect(testsAsText([covered], text)).toContain(
    "x.scimmap: coverage of 0 of 1 (0 %) statements, 0 of 0 branches\n  x.scimmap:2:3 never reached: statement\n",
  );
});

test("XML knows no characters but its own, wherever a name stands", () => {
  const odd = tested(passes.replace('"a"', '"<&> \\" \u0001 \ufffe"'), false, "<x>\u001b.scimmap");
  const xml = testsAsJunit([odd], { surface: markup });
  expect(xml).toContain('name="&#60;&#38;&#62; &#34; \\u0001 \\ufffe"');
  expect(xml).toContain('file="&#60;x&#62;\\u001b.scimmap"');
});
