import { expect, test } from "vitest";
import { localeOf } from "#base/locale";

test.each([
  ["ko", ["ko", "KO", "ko_KR", "ko-KR", "ko_KR.UTF-8", " ko "]],
  ["zh-tw", ["zh-tw", "zh-TW", "zh_TW.UTF-8", "zh-HK", "zh-MO", "zh-Hant", "zh-Hant-HK", "zh_Hant_TW"]],
  ["en", ["en", "en-GB", "C", "C.UTF-8", "", "de", "ja", "zh", "zh-cn", "zh-Hans", "zh-Hans-HK", "kok", "zht-tw", "auto"]],
])("%s is spoken to who says %j", (locale, tags) => {
  expect(tags.map(localeOf)).toEqual(tags.map(() => locale));
});
