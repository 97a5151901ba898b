import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { own, say } from "#base/sentence";
import { align, headCost, MISSING, SUPERFLUOUS, WRONG } from "#syntax/align";
import type { HeadSlot } from "#syntax/align";
import { lexLine } from "#syntax/lex-line";

/** A place for one of the words, optional where its name ends with `?`. */
function place(name: string): HeadSlot<string> {
  const required = !name.endsWith("?");
  const word = required ? name : name.slice(0, -1);
  return { name: word, accepts: ({ image }) => image === word, required, description: say`'${own(word)}'` };
}

const slots = ["map", "source", "arrow", "target", "disabled?", "brace"].map(place);

/** What was found of a head written with the names of its places, and what is wrong with it. */
function laid(text: string) {
  const { found, problems } = align(lexLine(text).tokens, slots, 0);
  return {
    found: Object.keys(found).join(" "),
    problems: problems.map(({ range, message }) => `${range.start}-${range.end} ${inEnglish(message)}`),
  };
}

describe("tokens laid against the places of a head", () => {
  test("fit, with and without what is optional", () => {
    expect(laid("map source arrow target brace")).toEqual({ found: "map source arrow target brace", problems: [] });
    expect(laid("map source arrow target disabled brace")).toEqual({ found: "map source arrow target disabled brace", problems: [] });
  });

  test.each([
    ["source arrow target brace", "source arrow target brace", ["0-0 'map' is missing here."]],
    ["map arrow target brace", "map arrow target brace", ["3-3 'source' is missing here."]],
    ["map source target brace", "map source target brace", ["10-10 'arrow' is missing here."]],
    ["map source arrow target", "map source arrow target", ["23-23 'brace' is missing here."]],
    ["map source arrow disabled brace", "map source arrow disabled brace", ["16-16 'target' is missing here."]],
  ])("one that is missing: %s", (text, found, problems) => {
    expect(laid(text)).toEqual({ found, problems });
  });

  test.each([
    ["x map source arrow target brace", "map source arrow target brace", ["0-1 'x' cannot stand here. Remove it."]],
    ["map source x arrow target brace", "map source arrow target brace", ["11-12 'x' cannot stand here. Remove it."]],
    ["map source arrow target brace x", "map source arrow target brace", ["30-31 'x' cannot stand here. Remove it."]],
    ["map map source arrow target brace", "map source arrow target brace", ["0-3 'map' stands here twice. Remove one."]],
    ["map source arrow arrow target brace", "map source arrow target brace", ["11-16 'arrow' stands here twice. Remove one."]],
  ])("one too many: %s", (text, found, problems) => {
    expect(laid(text)).toEqual({ found, problems });
  });

  test.each([
    ["x source arrow target brace", "source arrow target brace", ["0-1 'map' is expected here, not 'x'."]],
    ["map source x target brace", "map source target brace", ["11-12 'arrow' is expected here, not 'x'."]],
    ["map source arrow target x", "map source arrow target", ["24-25 'brace' is expected here, not 'x'."]],
  ])("a wrong one: %s", (text, found, problems) => {
    expect(laid(text)).toEqual({ found, problems });
  });

  test("wrong ones that touch are one problem", () => {
    expect(laid("map source ?! target brace").problems).toEqual(["11-13 'arrow' is expected here, not '?!'."]);
    expect(laid("map source ? ! target brace").problems).toHaveLength(2);
  });

  test("several mistakes are each told, in the order of the text", () => {
    expect(laid("source x target").problems).toEqual([
      "0-0 'map' is missing here.",
      "7-8 'arrow' is expected here, not 'x'.",
      "15-15 'brace' is missing here.",
    ]);
    expect(laid("").problems.map((problem) => problem.replace("0-0 ", ""))).toEqual(
      ["map", "source", "arrow", "target", "brace"].map((word) => `'${word}' is missing here.`),
    );
  });
});

test("corrections cost: one missing or too many less than one that is wrong, and two of them more", () => {
  const cost = (text: string) => headCost(lexLine(text).tokens, slots);
  expect(cost("map source arrow target brace")).toBe(0);
  expect(cost("map source arrow target disabled brace")).toBe(0);
  expect(cost("map source arrow target")).toBe(MISSING);
  expect(cost("map source arrow target brace x")).toBe(SUPERFLUOUS);
  expect(cost("map source x target brace")).toBe(WRONG);
  expect(cost("source x target")).toBe(MISSING + WRONG + MISSING);
  expect(cost("")).toBe(5 * MISSING);
  expect(WRONG).toBeGreaterThan(Math.max(MISSING, SUPERFLUOUS));
  expect(WRONG).toBeLessThan(MISSING + SUPERFLUOUS);
});
