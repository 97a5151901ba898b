import { expect, test } from "vitest";
import { argumentAt, textArgument, textFunction } from "#evaluation/functions/builder";
import type { Builders, PreparedCall } from "#evaluation/functions/builder";
import { builders } from "#evaluation/functions/index";
import { functions } from "#model/functions";
import { evaluateText } from "#test/evaluate-text";

test("a function of the table is computed, or says why nobody can", () => {
  for (const { name, unknownBecause } of functions) expect([name, builders.has(name)]).toEqual([name, unknownBecause === undefined]);
  expect(builders.size).toBe(functions.filter(({ unknownBecause }) => unknownBecause === undefined).length);
});

test("what the compiler refuses: a missing name, an unknown one, another arity, an argument that the table does not have", () => {
  const nothing = (): null => null;
  const two = (call: PreparedCall<2>) => textArgument(call, 1);
  // @ts-expect-error Every other function is missing.
  const incomplete: Builders = { Append: two };
  // @ts-expect-error The table has no such function.
  const unknown = { Concat: two } satisfies Partial<Builders>;
  // @ts-expect-error Guid cannot be foretold, so it must not be computed.
  const unforeseeable = { Guid: () => nothing } satisfies Partial<Builders>;
  // @ts-expect-error ToLower takes two arguments, not one.
  const short = { ToLower: textFunction((text) => text) } satisfies Partial<Builders>;
  // @ts-expect-error Trim takes one argument, not two.
  const long = { Trim: two } satisfies Partial<Builders>;
  // @ts-expect-error A call of two arguments has no third.
  const beyond = (call: PreparedCall<2>) => argumentAt(call, 2);
  const fitting = { Append: two, Join: (call) => textArgument(call, 9) } satisfies Partial<Builders>;
  expect([incomplete, unknown, unforeseeable, short, long, beyond, fitting]).toHaveLength(7);
});

test("the short form of FormatDateTime means what the long form with empty styles does", () => {
  const long = evaluateText('FormatDateTime("20150123105347.1Z", , "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")');
  expect(evaluateText('FormatDateTime("20150123105347.1Z", "yyyyMMddHHmmss.fZ", "yyyy-MM-dd")')).toEqual(long);
  expect(long.value).toBe("2015-01-23");
});

test("a mistake in an argument of the short form is named as that form names it", () => {
  const { problems } = evaluateText('FormatDateTime("20150123105347.1Z", , "yyyy-MM-dd")');
  expect(problems[0]?.message).toContain("'inputFormat'");
});
