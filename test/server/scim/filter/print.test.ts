import fc from "fast-check";
import { expect, test } from "vitest";
import { equalityFilter } from "#scim/filter/equality";
import type { AttributeReference, Filter } from "#scim/filter/filter";
import { parseFilter, parsePath } from "#scim/filter/parse";
import { printFilter, printPath } from "#scim/filter/print";

const a: Filter = { op: "pr", path: { attr: "a" } };
const b: Filter = { op: "eq", path: { attr: "b" }, value: 'x"y' };

test.each<[Filter, string]>([
  [a, "a pr"],
  [b, 'b eq "x\\"y"'],
  [{ op: "ne", path: { urn: "urn:x:2.0:User", attr: "b", sub: "c" }, value: null }, "urn:x:2.0:User:b.c ne null"],
  [{ and: [a, { or: [a, b] }] }, 'a pr and (a pr or b eq "x\\"y")'],
  [{ or: [a, { and: [a, a] }] }, "a pr or (a pr and a pr)"],
  [{ not: { or: [a, a] } }, "not (a pr or a pr)"],
  [{ valuePath: { attr: "emails" }, filter: { and: [a, a] } }, "emails[a pr and a pr]"],
])("%j is written %s", (filter, text) => {
  expect(printFilter(filter)).toBe(text);
});

test("a path is written with URN, filter and sub-attribute", () => {
  expect(
    printPath({ urn: "urn:x:2.0:User", attr: "emails", filter: { op: "eq", path: { attr: "type" }, value: "work" }, sub: "value" }),
  ).toBe('urn:x:2.0:User:emails[type eq "work"].value');
});

test.each([
  ["userName", 'userName eq "x"'],
  ["name.givenName", 'name.givenName eq "x"'],
  ['emails[type eq "work"].value', 'emails[type eq "work" and value eq "x"]'],
  ['emails[type eq "work" and primary eq true].display', 'emails[type eq "work" and primary eq true and display eq "x"]'],
  [
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber",
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:employeeNumber eq "x"',
  ],
])("who has a value at %s is found by %s", (path, filter) => {
  const parsed = parsePath(path).path;
  if (parsed === undefined) throw new Error(`'${path}' was not understood.`);
  expect(printFilter(equalityFilter(parsed, "x"))).toBe(filter);
  expect(parseFilter(filter).problems).toEqual([]);
});

const anyName = fc.constantFrom("userName", "a", "x-1", "_b1").filter((name) => /^[a-z]/i.test(name));
const anyReference: fc.Arbitrary<AttributeReference> = fc.record(
  { urn: fc.constantFrom("urn:ietf:params:scim:schemas:core:2.0:User", "urn:x:y"), attr: anyName, sub: anyName },
  { requiredKeys: ["attr"] },
);
const anyValue = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
);
const anyComparison: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ op: fc.constant("pr" as const), path: anyReference }),
  fc.record({ op: fc.constantFrom("eq" as const, "co" as const, "le" as const), path: anyReference, value: anyValue }),
);

function combined(operand: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  const several = fc.array(operand, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    operand,
    several.map((and) => ({ and })),
    several.map((or) => ({ or })),
    operand.map((not) => ({ not })),
  );
}

const anyValueFilter = combined(combined(anyComparison));
const anyFilter = combined(combined(fc.oneof(anyComparison, fc.record({ valuePath: anyReference, filter: anyValueFilter }))));

test("parsing what was printed gives the filter back", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const { filter: parsed, problems } = parseFilter(printFilter(filter));
      expect(problems).toEqual([]);
      expect(parsed).toEqual(filter);
    }),
  );
});
