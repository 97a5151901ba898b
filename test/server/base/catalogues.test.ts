import { expect, test } from "vitest";
import { catalogueOf, localeOf } from "#base/catalogues";

test.each([
  ["ko", "ko"],
  ["KO", "ko"],
  ["ko_KR.UTF-8", "ko"],
  ["ko-KP", "ko"],
  ["zh-TW", "zh-tw"],
  ["zh_TW.Big5", "zh-tw"],
  ["zh_HK", "zh-tw"],
  ["zh-Hant", "zh-tw"],
  ["zh-hant-MO", "zh-tw"],
  ["zh_TW@stroke", "zh-tw"],
  ["zh-CN", "en"],
  ["zh", "en"],
  ["zh-Hans", "en"],
  ["kok", "en"],
  ["C", "en"],
  ["POSIX", "en"],
  ["en_GB", "en"],
  ["", "en"],
])("the locale '%s' is read as %s", (name, locale) => {
  expect(localeOf(name)).toBe(locale);
});

test("English needs no catalogue; the others translate what they have and nothing else", () => {
  expect(catalogueOf("en")).toBeUndefined();
  expect(catalogueOf("ko")?.("The connection works.")).toBe("연결이 작동합니다.");
  expect(catalogueOf("zh-tw")?.("The connection works.")).not.toBe(catalogueOf("ko")?.("The connection works."));
  expect(catalogueOf("ko")?.("No source says this.")).toBeUndefined();
  expect(catalogueOf("ko")?.("constructor")).toBeUndefined();
});
