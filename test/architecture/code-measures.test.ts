import { expect, test } from "vitest";
import { anysOf, functionsOf, lineCountOf, nonNullAssertionsOf } from "#test/code-measures";
import { sources } from "#test/source-texts";

/** A function or file beyond these is a prompt to look, and the twentieth one to act. */
test("of twenty functions nineteen have 25 lines at most", () => {
  const functions = sources.flatMap(functionsOf).sort((a, b) => a.lines - b.lines);
  expect(functions.length).toBeGreaterThan(1500);
  expect(functions[Math.ceil(0.95 * functions.length) - 1]?.lines).toBeLessThanOrEqual(25);
});

test("nothing is of the type any", () => {
  expect(sources.filter((file) => anysOf(file) > 0).map(({ fileName }) => fileName)).toEqual([]);
});

test("no file has more than 350 lines", () => {
  const long = sources.filter((file) => lineCountOf(file) > 350).map(({ fileName }) => fileName);
  expect(long.filter((name) => name !== "server/src/syntax/grammar.ts")).toEqual([]);
});

test("where a value can be missing, the code says what happens then; only the parser asserts that it is there", () => {
  const asserting = sources.filter((file) => nonNullAssertionsOf(file) > 0);
  expect(asserting.map(({ fileName }) => fileName).filter((name) => !name.startsWith("server/src/syntax/"))).toEqual([]);
  expect(asserting.reduce((sum, file) => sum + nonNullAssertionsOf(file), 0)).toBeLessThan(60);
});
