import { describe, expect, test } from "vitest";
import { codesIn } from "#test/models";

const mapping = (lines: string) =>
  codesIn(`map User -> User {\nuserName = [mail] match 1\n${lines}\n}`).map((found) => found.replace(/^\d+ /, ""));

describe("a comment that allows a code", () => {
  test.each([
    ["titel = [city]", ["unknown-attribute"]],
    ["// scimmap: allow unknown-attribute\ntitel = [city]", []],
    ["//scimmap:allow unknown-attribute\ntitel = [city]", []],
    ["//   scimmap:   allow   unknown-attribute\ntitel = [city]", []],
    ["// scimmap: allow unknown-attribute, unknown-source-attribute\ntitel = [city2]", []],
    ["// scimmap: allow unknown-attribute unknown-source-attribute\ntitel = [city2]", []],
    ["// scimmap: allow unknown-attribute\ntitel = [city2]", ["unknown-source-attribute"]],
    ["// scimmap: allow unknown-attribute\n// why\ntitel = [city]", []],
    ["// scimmap: allow unknown-attribute\n// scimmap: allow unknown-source-attribute\ntitel = [city2]", []],
    // A blank line or another statement ends what a comment is about.
    ["// scimmap: allow unknown-attribute\n\ntitel = [city]", ["unknown-attribute"]],
    ["// scimmap: allow unknown-attribute\ntitle = [city]\ntitel = [city]", ["unknown-attribute"]],
    ["titel = [city] // scimmap: allow unknown-attribute", ["unknown-attribute"]],
    ["title = [city] // scimmap: allow unknown-attribute\ntitel = [city]", ["unknown-attribute"]],
    ["// scimmap: allow unknown\ntitel = [city]", ["unknown-attribute"]],
    ["// scimmap: allow\ntitel = [city]", ["unknown-attribute"]],
    ["// allow unknown-attribute\ntitel = [city]", ["unknown-attribute"]],
    ["// scimmap: allow unknown-attribute\ntitel =\n  [city]", []],
  ])("%j", (lines, expected) => {
    expect(mapping(lines)).toEqual(expected);
  });

  test("above the first line of a file", () => {
    expect(codesIn("// scimmap: allow unknown-function\nlet a = Nope([b])")).toEqual(["2 unknown-source-attribute"]);
    expect(codesIn("let a = Nope([mail])")).toEqual(["1 unknown-function"]);
  });

  test("above a map is about its head alone", () => {
    expect(
      codesIn("// scimmap: allow no-matching-attribute unknown-attribute\nmap Group -> Group {\n  displayNam = [displayName]\n}"),
    ).toEqual(["2 required-not-mapped", "3 unknown-attribute"]);
  });
});
