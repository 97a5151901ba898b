import { expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { runTests } from "#engine/run-tests";

const now = new Date("2026-11-20T12:00:00Z");
const mapping = openMapping(
  "x.scimmap",
  'map User -> User {\n  userName = [mail] match 1\n}\ntest "a" for User { given { mail = "a" } expect create { userName = "a" } }\ntest "b" for User { given { mail = "a" } expect skip }\n',
);

test("every test has a result, in the order of the file; coverage where it is asked for", () => {
  const { tests, coverage } = runTests(mapping, { now });
  expect(tests.map(({ name, line, status }) => `${name} ${line} ${status}`)).toEqual(["a 4 passed", "b 5 failed"]);
  expect(coverage).toBeUndefined();
  expect(runTests(mapping, { now, coverage: true }).coverage?.statements.map(({ line, count }) => [line, count])).toEqual([[2, 2]]);
});

test("a mapping with errors is run as far as it goes", () => {
  const broken = openMapping("x", `${mapping.text}map Group -> {\n`);
  expect(runTests(broken, { now }).tests.map(({ status }) => status)).toEqual(["passed", "failed"]);
});
