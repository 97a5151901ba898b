import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { normalizeDiacritics } from "#evaluation/diacritics";

const reference = JSON.parse(
  readFileSync(new URL("../../fixtures/reference/entra-expression-functions.json", import.meta.url), "utf8"),
) as readonly { readonly name: string; readonly characterTable?: Readonly<Record<string, readonly string[]>> }[];

const table = reference.find(({ name }) => name === "NormalizeDiacritics")?.characterTable ?? {};

test("the reference has its table", () => {
  expect(Object.keys(table).length).toBe(35);
});

test.each(Object.entries(table))("%s replaces all its letters, however they are composed", (plain, letters) => {
  for (const letter of letters) {
    for (const form of [letter, letter.normalize("NFC"), letter.normalize("NFD")]) {
      expect(normalizeDiacritics(`x${form}y`)).toEqual({ plain: `x${plain}y`, documented: true });
    }
  }
});
