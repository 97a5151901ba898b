import { describe, expect, test } from "vitest";
import { bounds } from "#base/bounds";
import { inEnglish } from "#base/render-sentence";
import { openMapping } from "#engine/open-mapping";

function findings(lines: readonly string[]): readonly string[] {
  const { diagnostics } = openMapping("main.scimmap", lines.join("\n"));
  return diagnostics.map(({ code, place, message }) => `${place.line + 1} ${code} ${inEnglish(message)}`);
}

const map = (source: string): readonly string[] => [
  "map User -> User {",
  "  userName = [userPrincipalName] match 1",
  `  title = ${source}`,
  "}",
];

describe("what lets stand for is bounded", () => {
  const depth = (levels: number): readonly string[] =>
    Array.from({ length: levels }, (_, at) => `let a${at} = ToLower(${at === 0 ? "[mail]" : `[a${at - 1}]`})`);

  test("in depth", () => {
    // Each let adds one call around the attribute that the first one reads.
    expect(findings([...depth(bounds.letDepth - 1), ...map(`[a${bounds.letDepth - 2}]`)])).toEqual([]);
    expect(findings([...depth(bounds.letDepth), ...map("[a0]")])).toEqual([
      `${bounds.letDepth} too-large With every 'let' in it written out, 'a${bounds.letDepth - 1}' has more than 10000 parts or nests more than 500 levels deep. What depends on it is unknown: use fewer of them.`,
    ]);
  });

  test("in size, where each doubles the one before", () => {
    const doubling = Array.from(
      { length: 60 },
      (_, at) => `let a${at} = Coalesce(${at === 0 ? "[mail], [mail]" : `[a${at - 1}], [a${at - 1}]`})`,
    );
    // a0 has 3 parts, a1 7, a2 15, …: a11 is the last with fewer than 10 000.
    const found = findings([...doubling, ...map("[a59]")]);
    expect(found.map((text) => text.split(" With")[0])).toEqual(["13 too-large", "26 too-large", "39 too-large", "52 too-large"]);
  });

  test("a chain of 20 000 ends in findings and no stack trace", () => {
    const found = findings([...depth(20_000), ...map("[a19999]")]);
    expect(found).toHaveLength(20_000 / bounds.letDepth);
  });
});

test("a let that comes back to itself is no large one", () => {
  expect(findings(["let a = ToLower([b])", "let b = ToLower([a])", "let c = ToLower([a])", ...map("[c]")])).toEqual([]);
});
