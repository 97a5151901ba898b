import korean from "../../../l10n/bundle.l10n.ko.json" with { type: "json" };
import traditionalChinese from "../../../l10n/bundle.l10n.zh-tw.json" with { type: "json" };
import type { Locale } from "./locale.ts";
import type { Catalogue } from "./render-sentence.ts";

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
