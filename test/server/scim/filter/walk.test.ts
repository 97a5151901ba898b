import fc from "fast-check";
import { expect, test } from "vitest";
import type { FilterNode } from "#scim/filter/ast";
import { parseFilter, parsePath } from "#scim/filter/parse";
import { printFilter } from "#scim/filter/print";
import { comparisonsIn, dottedName, foldFilter, walkFilter } from "#scim/filter/walk";
import type { FilterFold } from "#scim/filter/walk";

function filterOf(text: string): FilterNode {
  return parseFilter(text).node ?? expect.fail("A filter was expected.");
}

function textsIn(text: string): readonly string[] {
  return [...walkFilter(filterOf(text))].map(({ kind, range }) => `${kind} ${text.slice(range.start, range.end)}`);
}

test("a filter comes before its parts, and they in the order of the text", () => {
  expect(textsIn('a eq 1 and (b pr or not (c eq "x")) and d[e eq 2]')).toEqual([
    'And a eq 1 and (b pr or not (c eq "x")) and d[e eq 2]',
    "Comparison a eq 1",
    'Or b pr or not (c eq "x")',
    "Comparison b pr",
    'Not not (c eq "x")',
    'Comparison c eq "x"',
    "ValuePath d[e eq 2]",
  ]);
});

test("what stands inside brackets speaks of elements, so it is no part", () => {
  expect([...comparisonsIn(filterOf('a pr and emails[type eq "work" and value co "x"]'))]).toHaveLength(1);
  expect([...comparisonsIn(filterOf("emails[type pr]"))]).toEqual([]);
});

test("half a filter is walked as far as it goes", () => {
  expect(textsIn("a eq 1 and not (")[1]).toBe("Comparison a eq 1");
  expect([...comparisonsIn({ kind: "Not", range: { start: 0, end: 3 }, operand: undefined })]).toEqual([]);
});

test("a filter that nests as deep as the parser allows, and one as wide as a file, are walked", () => {
  const deep = `${"not (".repeat(100)}a pr${")".repeat(100)}`;
  expect([...walkFilter(filterOf(deep))]).toHaveLength(101);
  const wide = Array.from({ length: 5000 }, (_, index) => `a eq ${index}`).join(" or ");
  expect([...comparisonsIn(filterOf(wide))].map(({ value }) => value?.value)).toEqual(Array.from({ length: 5000 }, (_, index) => index));
});

/** How many comparisons a filter has, and how deep it nests. */
const measure: FilterFold<{ readonly count: number; readonly depth: number }> = {
  and: (operands) => deeper(operands),
  or: (operands) => deeper(operands),
  not: (operand) => deeper(operand === undefined ? [] : [operand]),
  comparison: () => ({ count: 1, depth: 1 }),
  valuePath: () => ({ count: 0, depth: 1 }),
};

function deeper(operands: readonly { readonly count: number; readonly depth: number }[]): {
  readonly count: number;
  readonly depth: number;
} {
  return { count: operands.reduce((sum, { count }) => sum + count, 0), depth: 1 + Math.max(0, ...operands.map(({ depth }) => depth)) };
}

test("a fold is given what the operands come to, and the node they stand in", () => {
  expect(foldFilter(filterOf("a pr and (b pr or not (c pr)) and d[e pr]"), measure)).toEqual({ count: 3, depth: 4 });
  const shape = foldFilter<string>(filterOf("a pr or b pr and not (c pr)"), {
    and: (operands, { range }) => `and@${range.start}(${operands.join(" ")})`,
    or: (operands, { range }) => `or@${range.start}(${operands.join(" ")})`,
    not: (operand) => `not(${operand ?? "?"})`,
    comparison: ({ path }) => path?.attribute?.text ?? "?",
    valuePath: () => "[]",
  });
  expect(shape).toBe("or@0(a and@8(b not(c)))");
});

test("a fold and a walk see the same comparisons in any filter", () => {
  const leaf = fc.constantFrom("a pr", 'b eq "x"', "c.d gt 5", "e[f pr]");
  const { filter } = fc.letrec<{ filter: string }>((tie) => ({
    filter: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.tuple(tie("filter"), tie("filter")).map(([left, right]) => `(${left}) and (${right})`),
      fc.tuple(tie("filter"), tie("filter")).map(([left, right]) => `${left} or (${right})`),
      tie("filter").map((inner) => `not (${inner})`),
    ),
  }));
  fc.assert(
    fc.property(filter, (text) => {
      const { node, filter: meaning } = parseFilter(text);
      if (node === undefined) expect.fail(text);
      expect(foldFilter(node, measure).count).toBe([...comparisonsIn(node)].length);
      // The meaning of a whole filter is whole, and says the same when it is read again.
      expect(meaning).toBeDefined();
      expect(parseFilter(printFilter(meaning!)).filter).toEqual(meaning);
    }),
  );
});

test.each([
  ["department", "department 0-10"],
  ["employeeOrgData.costCenter", "employeeOrgData.costCenter 0-26"],
  ["urn:x:y:2.0:User:a", "none"],
])("the path %s as one name", (text, expected) => {
  const name = dottedName(parsePath(text).node ?? expect.fail("A path was expected."));
  expect(name === undefined ? "none" : `${name.text} ${name.range.start}-${name.range.end}`).toBe(expected);
});
