import { isClosed } from "#scim/filter/vocabulary";

/** What stands between the quotes of a `.scimmap` text: `\"` and `\\` are escapes, any other backslash stands for itself (language page §1). */
export function unescapeText(image: string): string {
  const inner = image.slice(1, isClosed(image) ? -1 : undefined);
  return inner.includes("\\") ? inner.replace(/\\(["\\])/g, "$1") : inner;
}
