import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { checkFilter, checkPath } from "#analysis/check-filter";
import { rfcSource } from "#scim/core-schemas";
import { parseFilter, parsePath } from "#scim/filter/parse";
import { buildCatalog } from "#scim/schema-catalog";

const catalog = buildCatalog([rfcSource]);
const user = catalog.resourceType("User")!;

/** `code text-it-points-at`, per finding. */
function findings(text: string): readonly string[] {
  return checkFilter(parseFilter(text).node!, user, catalog).map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`);
}

test.each([
  'userName eq "ada"',
  'emails[type eq "work" and value co "@example.com"]',
  "emails.primary eq true",
  'emails co "example.com"',
  'active eq "True"',
  'meta.lastModified gt "2026-01-01T00:00:00Z"',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "Sales"',
  'USERNAME SW "a" and not (title pr)',
  "name pr or title eq null",
])("%s has nothing to report", (text) => {
  expect(findings(text)).toEqual([]);
});

test.each([
  ['userNme eq "ada"', ["unknown-attribute userNme"]],
  ['name.familyNam eq "Lovelace"', ["unknown-sub-attribute familyNam"]],
  ['emails[typ eq "work"]', ["unknown-sub-attribute typ"]],
  ['urn:example:schemas:Thing:size eq "x"', ["unknown-schema urn:example:schemas:Thing"]],
  ["active gt true", ["filter-operator-type gt"]],
  ['x509Certificates.value gt "a"', ["filter-operator-type gt"]],
  ['active co "tr"', ["filter-operator-type co"]],
  ["userName eq 7", ["filter-value-type 7"]],
  ['active eq "yes"', ['filter-value-type "yes"']],
  ['not (userNme pr) or emails[primary eq "maybe"]', ["unknown-attribute userNme", 'filter-value-type "maybe"']],
])("%s: %j", (text, expected) => {
  expect(findings(text)).toEqual(expected);
});

test("a path is checked like a filter, and the nearest name is offered", () => {
  const text = 'emails[type eq "work"].valu';
  expect(checkPath(parsePath(text).node!, user, catalog).map((finding) => ({ ...finding, message: inEnglish(finding.message) }))).toEqual([
    {
      code: "unknown-sub-attribute",
      message: "'emails' has no sub-attribute 'valu'. Did you mean 'value'?",
      range: { start: 23, end: 27 },
    },
  ]);
});
