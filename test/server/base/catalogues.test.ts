import { expect, test } from "vitest";
import { catalogueOf } from "#base/catalogues";

test("English needs no catalogue; the others translate what they have and nothing else", () => {
  expect(catalogueOf("en")).toBeUndefined();
  expect(catalogueOf("ko")?.("The connection works.")).toBe("연결이 작동합니다.");
  expect(catalogueOf("zh-tw")?.("The connection works.")).not.toBe(catalogueOf("ko")?.("The connection works."));
  expect(catalogueOf("ko")?.("No source says this.")).toBeUndefined();
  expect(catalogueOf("ko")?.("constructor")).toBeUndefined();
});
