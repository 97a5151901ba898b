import { expect, test } from "vitest";
import { pseudonymsFor } from "#cli/pseudonym";

test("a value has one pseudonym per target, from run to run", () => {
  const [first, second] = [pseudonymsFor("https://x.example/scim"), pseudonymsFor("https://x.example/scim")];
  expect(first("Ada")).toBe(second("Ada"));
  expect(first("Ada")).toBe(first("Ada"));
  expect(first("Ada")).not.toBe(first("Grace"));
  expect(first("Ada")).not.toBe(pseudonymsFor("https://y.example/scim")("Ada"));
  expect(first("Ada")).not.toContain("Ada");
});
