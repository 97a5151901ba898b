import { expect, test } from "vitest";
import { nearestName, suggestion } from "#base/nearest-name";
import { inEnglish } from "#base/render-sentence";

test.each([
  ["userNme", ["userName", "displayName"], "userName"],
  ["USERNAME", ["userName"], "userName"],
  ["fliter", ["format", "filter"], "filter"],
  ["ab", ["ac", "xyz"], "ac"],
  ["ab", ["cd"], undefined],
  ["x", [], undefined],
])("the name nearest to '%s' among %j is %s", (written, candidates, nearest) => {
  expect(nearestName(written, candidates)).toBe(nearest);
});

test("the first of equally near names wins", () => {
  expect(nearestName("cat", ["bat", "rat"])).toBe("bat");
});

test("a suggestion is a sentence, or nothing at all", () => {
  expect(inEnglish(suggestion("userNme", ["userName"]))).toBe("Did you mean 'userName'?");
  expect(inEnglish(suggestion("userNme", ["active"]))).toBe("");
});
