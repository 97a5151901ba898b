import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { english } from "#test/english";
import { inEnglish } from "#base/render-sentence";
import { parseFilter, parsePath } from "#scim/filter/parse";
import { toPathTree } from "#scim/filter/to-filter";

interface FilterCase {
  readonly filter?: string;
  readonly path?: string;
  readonly kind: "filter" | "path" | "patchPath";
  readonly valid: boolean;
  readonly ast?: unknown;
}

const cases = JSON.parse(readFileSync("test/fixtures/reference/scim-filter-cases.json", "utf8")) as readonly FilterCase[];

describe("the shared filter cases", () => {
  test("are all here", () => {
    expect(cases).toHaveLength(303);
  });

  test.each(cases.map((one) => [one.kind, one.valid ? "accepts" : "refuses", one.filter ?? one.path ?? "", one] as const))(
    "%s: %s %s",
    (_kind, _verdict, text, one) => {
      const { valid, tree, problems } = read(one.kind, text);
      expect({ valid, problems: problems.map((problem) => inEnglish(problem.message)) }).toEqual({
        valid: one.valid,
        problems: one.valid ? [] : (expect.any(Array) as unknown),
      });
      if (one.ast !== undefined) expect(tree).toEqual(one.ast);
      for (const { start, end } of problems) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(start).toBeLessThanOrEqual(text.length);
      }
    },
  );
});

test("a half-typed filter keeps its attribute and operator", () => {
  const { node, problems } = parseFilter('emails[type eq "work" and val');
  expect(node).toMatchObject({ kind: "ValuePath", path: { attribute: { text: "emails" }, valueFilter: { filter: { kind: "And" } } } });
  expect(problems.length).toBeGreaterThan(0);
});

test("a filter that nests too deep is refused, not followed until the stack ends", () => {
  const { problems } = parseFilter("(".repeat(50_000) + 'a eq "b"');
  expect(problems.map((problem) => inEnglish(problem.message))).toEqual([
    "Parentheses nest more than 128 levels deep here. Split this filter.",
  ]);
});

test("typographic quotes are one problem each and the value is still read", () => {
  const { filter, problems } = parseFilter("userName eq “bjensen”");
  expect(filter).toEqual({ op: "eq", path: { attr: "userName" }, value: "bjensen" });
  expect(english(problems)).toEqual([
    { code: "look-alike-character", message: "'“' looks like '\"' but is another character. Write '\"'.", start: 12, end: 21 },
  ]);
});

function read(kind: FilterCase["kind"], text: string) {
  if (kind === "filter") {
    const { filter, problems } = parseFilter(text);
    return { valid: problems.length === 0, tree: filter, problems };
  }
  const { node, problems } = parsePath(text);
  const attributeNotation = kind === "path" && node?.valueFilter !== undefined;
  return { valid: problems.length === 0 && !attributeNotation, tree: node === undefined ? undefined : toPathTree(node), problems };
}
