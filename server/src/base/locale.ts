/** A language that we speak. */
export type Locale = "en" | "ko" | "zh-tw";

/**
 * The language to speak to somebody whose editor, shell or argument says `tag`: `ko_KR` means Korean; `zh_TW`, `zh-HK` and `zh-Hant`
 * Traditional Chinese; whatever we do not speak, English.
 */
export function localeOf(tag: string): Locale {
  const [language, ...subtags] = tag
    .trim()
    .toLowerCase()
    .split(/[-_.@]/);
  if (language === "ko") return "ko";
  return language === "zh" && isTraditional(subtags) ? "zh-tw" : "en";
}

/** The script decides where it is said; else the places that write Traditional Chinese. */
function isTraditional(subtags: readonly string[]): boolean {
  if (subtags.includes("hans")) return false;
  return ["hant", "tw", "hk", "mo"].some((subtag) => subtags.includes(subtag));
}
