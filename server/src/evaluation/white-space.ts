/** Trims as .NET's `String.Trim`: U+0085 is white space, U+FEFF is not (JavaScript's `trim` has both the other way round). */
export function trimWhiteSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isWhiteSpace(text.charAt(start))) start += 1;
  while (end > start && isWhiteSpace(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isWhiteSpace(character: string): boolean {
  return /[\t-\r\u0085\p{Z}]/u.test(character);
}
