import { expect, test } from "vitest";
import { render } from "#base/render-sentence";
import { foreign, say } from "#base/sentence";
import { raw } from "#base/surfaces";
import { maskOf } from "#views/mask";
import { about, scrubber } from "#views/scrub";

const mask = maskOf(["userName"], (value) => `~${value.length}`);
const scrub = scrubber(mask);

test.each([
  ["an address", "ada@x.example is taken.", "~13 is taken."],
  ["an address in a URL", "see /Users/ada%40x.example.", "see ~20."],
  ["a quotation", 'User "Ada L" exists', 'User "~5" exists'],
  ["a word of the mapping", 'Attribute "userName" is unknown', 'Attribute "userName" is unknown'],
  ["an escaped quotation mark", 'User "A\\"da" exists', 'User "~5" exists'],
  ["nothing of anybody", "429 Too Many Requests (after 3 tries)", "429 Too Many Requests (after 3 tries)"],
])("%s", (_, text, scrubbed) => {
  expect(scrub(text)).toBe(scrubbed);
});

test("what is known of the object at hand is found in any case and spelling, the longest first", () => {
  const rendering = about(() => ["Ada", "Ada Lövelace", { deep: ["t-1+2"] }, "x"], { surface: raw, mask, scrub });
  const said = (text: string): string => render(say`${foreign(text)}`, rendering);
  expect(said("No ADA LÖVELACE, no ada.")).toBe("No ~12, no ~3.");
  expect(said("/Users/t-1%2B2 for Ada%20L%C3%B6velace")).toBe("/Users/~5 for ~12");
  expect(said("x is too short to be searched")).toBe("x is too short to be searched");
});

test("without a mask every text stays what the target said", () => {
  const rendering = { surface: raw };
  expect(about(() => ["Ada"], rendering)).toBe(rendering);
});
