import { expect, test } from "vitest";
import { parse } from "#syntax/parse";

test("half-typed text is read without stacks, and bugs keep theirs", () => {
  const before = Error.stackTraceLimit;
  expect(before).toBeGreaterThan(0);
  const [broken] = parse("let a = Join([b] c").statements;
  expect(broken?.parsed.problems.length).toBeGreaterThan(0);
  expect(Error.stackTraceLimit).toBe(before);
});
