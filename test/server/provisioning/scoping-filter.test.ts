import { inEnglish } from "#base/render-sentence";
import { expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { evaluateScopingFilter } from "#provisioning/scoping-filter";
import type { Truth } from "#provisioning/scoping-filter";

/** Department is missing, title is the empty text, city is "Oslo", level is "7", enabled is "True". */
const record: Readonly<Record<string, string | readonly string[]>> = {
  title: "",
  city: "Oslo",
  employeetype: "7",
  dirsyncenabled: "True",
  othermails: ["a"],
};

function evaluate(filter: string): { readonly truth: Truth; readonly failed: readonly string[]; readonly remarks: readonly string[] } {
  const { model } = openMapping("filter.scimmap", `map User -> User {\n  where "t"  ${filter}\n}\n`);
  const node = model.maps[0]?.scopingFilters[0]?.filter;
  if (node === undefined) throw new Error(`'${filter}' was not understood.`);
  const { truth, failed, remarks } = evaluateScopingFilter(node, (name) => record[name.toLowerCase()] ?? null);
  return { truth, failed, remarks: remarks.map(inEnglish) };
}

/** Expected values: scoping reference §3 and language page §3 (`where`). */
const cases: readonly (readonly [string, Truth])[] = [
  ['city eq "Oslo"', "true"],
  ['city eq "oslo"', "false"],
  ['city ne "Bergen"', "true"],
  ['city co "sl"', "true"],
  ['city sw "Os"', "true"],
  ['city ew "LO"', "false"],
  ['department eq "x"', "missing"],
  ['department ne "x"', "missing"],
  ['not (department eq "x")', "missing"],
  ['title eq ""', "missing"],
  ["department pr", "false"],
  ["not (department pr)", "true"],
  ["title pr", "false"],
  ["city pr", "true"],
  ['city eq "Oslo" and department eq "x"', "missing"],
  ['city eq "Bergen" and department eq "x"', "false"],
  ['city eq "Oslo" or department eq "x"', "true"],
  ['city eq "Bergen" or department eq "x"', "missing"],
  ["dirSyncEnabled eq true", "true"],
  ["dirSyncEnabled ne true", "false"],
  ['dirSyncEnabled eq "TRUE"', "true"],
  ["city eq true", "missing"],
  ["employeeType eq 7", "true"],
  ["employeeType gt 6", "true"],
  ["employeeType ge 7", "true"],
  ["employeeType gt 7", "false"],
  ["city gt 1", "missing"],
  ['city matches "^O.*o$"', "true"],
  ['not (city matches "x")', "true"],
  ['not (department matches "x")', "missing"],
  ['city "OPERATOR" "x"', "unknown"],
  ['city "OPERATOR" "x" or city eq "Oslo"', "true"],
  ['city "OPERATOR" "x" and city eq "Bergen"', "false"],
];

for (const [filter, truth] of cases) {
  test(`${filter} is ${truth}`, () => {
    expect(evaluate(filter).truth).toBe(truth);
  });
}

test("the clauses that are not true are named", () => {
  expect(evaluate('city eq "Oslo" and employeeType gt 9').failed).toEqual(["employeeType gt 9"]);
  expect(evaluate('not (city eq "Oslo")').failed).toEqual(['not (city eq "Oslo")']);
});

test("where the readings of a pattern differ there is a remark, elsewhere none", () => {
  expect(evaluate('city matches "sl"').remarks).toHaveLength(1);
  expect(evaluate('city matches "sl"').truth).toBe("true");
  expect(evaluate('city matches "^Oslo$"').remarks).toEqual([]);
});
