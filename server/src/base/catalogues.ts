import korean from "../../../l10n/bundle.l10n.ko.json";
import traditionalChinese from "../../../l10n/bundle.l10n.zh-tw.json";
import type { Catalogue } from "./render-sentence.ts";

/** The languages that sentences can be read in. */
export type Locale = "en" | "ko" | "zh-tw";

/** The locale that a person, an editor or an operating system names in whatever spelling (`ko_KR.UTF-8`, `zh-HK`, `zh-Hant`); English where there is none of ours. */
export function localeOf(name: string): Locale {
  const tag = name
    .toLowerCase()
    .replace(/[.@].*$/, "")
    .replaceAll("_", "-");
  if (/^ko(-|$)/.test(tag)) return "ko";
  return /^zh-(tw|hk|hant)(-|$)/.test(tag) ? "zh-tw" : "en";
}

/** The translations into a language; undefined for English, which patterns are written in. Whatever has none stays English. */
export function catalogueOf(locale: Locale): Catalogue | undefined {
  switch (locale) {
    case "en":
      return undefined;
    case "ko":
      return (pattern) => translations.ko.get(pattern);
    case "zh-tw":
      return (pattern) => translations["zh-tw"].get(pattern);
  }
}

/** Maps, so that a pattern such as `constructor` finds nothing. */
const translations = {
  ko: new Map<string, string>(Object.entries(korean)),
  "zh-tw": new Map<string, string>(Object.entries(traditionalChinese)),
};
