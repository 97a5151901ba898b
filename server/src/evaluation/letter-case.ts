type Direction = "lower" | "upper";

/** Letters that .NET's invariant casing leaves alone although Unicode pairs them with ASCII letters: İ, ı and ſ. */
const invariantAlone: Readonly<Record<Direction, string>> = { lower: "\u0130", upper: "\u0131\u017F" };

const turkic: Readonly<Record<Direction, Readonly<Record<string, string>>>> = {
  lower: { I: "\u0131", "\u0130": "i" },
  upper: { i: "\u0130", "\u0131": "I" },
};

/**
 * Changes letters one character to one character, as .NET does; `culture` is the invariant one when empty.
 * Undefined when `culture` has not the shape of a culture name. `simple` is false when Unicode knows only a longer form
 * for some character (`ß`), which therefore stays.
 */
export function changeCase(
  text: string,
  direction: Direction,
  culture: string,
): { readonly text: string; readonly simple: boolean } | undefined {
  if (culture !== "" && !/^(?:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)$/.test(culture)) return undefined;
  if (culture === "" && isAscii(text)) return { text: unicodeCase(text, direction), simple: true };
  const alone = culture === "" ? invariantAlone[direction] : "";
  const own = /^(?:tr|az)(?:-|$)/i.test(culture) ? turkic[direction] : {};
  let simple = true;
  let changed = "";
  for (const character of text) {
    const other = alone.includes(character) ? character : (own[character] ?? unicodeCase(character, direction));
    if (other.length !== character.length) simple = false;
    changed += other.length === character.length ? other : character;
  }
  return { text: changed, simple };
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0x7f) return false;
  return true;
}

function unicodeCase(character: string, direction: Direction): string {
  return direction === "lower" ? character.toLowerCase() : character.toUpperCase();
}

/** Every first letter of a word in upper case, every other one in lower case. `documented` is false for words that begin with no letter. */
export function toProperCase(text: string, separators: string | undefined): { readonly proper: string; readonly documented: boolean } {
  let proper = "";
  let documented = true;
  let first = true;
  for (const character of text) {
    const separates = separators === undefined ? /[\p{Zs}\p{Cc}\p{Cf}\p{P}\p{S}]/u.test(character) : separators.includes(character);
    const begins: boolean = first && !separates && /\p{L}/u.test(character);
    const changed = changeCase(character, begins ? "upper" : "lower", "");
    proper += changed?.text ?? character;
    if (changed?.simple !== true || (first && !separates && !begins)) documented = false;
    first = separates || (first && !begins);
  }
  return { proper, documented };
}
