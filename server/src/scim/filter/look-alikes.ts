import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import type { FilterProblem } from "./filter-problem.ts";
import { Name, NumberText, Text } from "./tokens.ts";

/** One report per token written with characters that only look right; the rest of the text is understood as meant. */
export function lookAlikeProblems(tokens: readonly IToken[]): FilterProblem[] {
  const problems: FilterProblem[] = [];
  for (const token of tokens) {
    const wrong = lookAlikeIn(token);
    if (wrong === undefined) continue;
    const start = token.startOffset + wrong.at;
    const end = wrong.whole ? token.startOffset + token.image.length : start + 1;
    problems.push({
      code: "look-alike-character",
      message: say`'${own(wrong.found)}' looks like '${own(wrong.meant)}' but is another character. Write '${own(wrong.meant)}'.`,
      start,
      end,
    });
  }
  return problems;
}

/** Full-width and typographic characters and what they stand for. */
const plainForms: Readonly<Record<string, string>> = {
  "“": '"',
  "”": '"',
  "„": '"',
  "‘": '"',
  "’": '"',
  "（": "(",
  "）": ")",
  "：": ":",
  "，": ",",
  "［": "[",
  "］": "]",
  "＝": "=",
  "｛": "{",
  "｝": "}",
};

/** What a text that is reported for its look should be: a quoted one with double quotes around it, or the one plain character. */
export function plainForm(image: string): string {
  const first = image[0] ?? "";
  const plain = plainForms[first] ?? first;
  if (plain !== '"') return plain + image.slice(1);
  const closers = first === "‘" || first === "’" ? "‘’'" : '“”"';
  const isClosed = image.length > 1 && closers.includes(image.slice(-1));
  const inner = image
    .slice(1, isClosed ? -1 : undefined)
    .replace(/(\\.)|"/g, (quote, escape: string | undefined) => escape ?? `\\${quote}`);
  return `"${inner}${isClosed ? '"' : ""}`;
}

/** Whether a token is written with a character that only looks right. */
export function looksAlike(token: IToken): boolean {
  return lookAlikeIn(token) !== undefined;
}

function lookAlikeIn(
  token: IToken,
): { readonly at: number; readonly found: string; readonly meant: string; readonly whole: boolean } | undefined {
  const { image } = token;
  if (token.tokenType === Name || token.tokenType === NumberText) return undefined;
  if (token.tokenType === Text) {
    const first = image[0] ?? "";
    const meant = plainForms[first];
    return meant === undefined ? undefined : { at: 0, found: first, meant, whole: true };
  }
  for (let at = 0; at < image.length; at++) {
    if (image.charCodeAt(at) < 0x2000) continue;
    const meant = plainForms[image[at] ?? ""];
    if (meant !== undefined) return { at, found: image[at] ?? "", meant, whole: false };
  }
  return undefined;
}
