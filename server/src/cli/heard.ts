import { foreign } from "#base/sentence";
import type { Part } from "#base/sentence";

/** What a room says that still speaks in text. */
export function heard(said: string | Part): Part {
  return typeof said === "string" ? foreign(said) : said;
}
