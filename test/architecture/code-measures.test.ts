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
  expect(sources.filter((file) => lineCountOf(file) > 350).map(({ fileName }) => fileName)).toEqual([]);
});

test("where a value can be missing the code says what happens then, with five exceptions at most", () => {
  const asserting = sources.flatMap((file) => Array.from({ length: nonNullAssertionsOf(file) }, () => file.fileName));
  expect(asserting.length, asserting.join(", ")).toBeLessThanOrEqual(5);
});
