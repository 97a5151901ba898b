import { expect, test } from "vitest";
import { readRules } from "#workspace/settings";

test("rules are read from whatever an editor sends", () => {
  expect(readRules({ "match-nullable": "off", syntax: "warning", a: "loud", b: 3 })).toEqual({
    "match-nullable": "off",
    syntax: "warning",
  });
  for (const nothing of [null, undefined, "off", 3, []]) expect(readRules(nothing)).toEqual({});
});
