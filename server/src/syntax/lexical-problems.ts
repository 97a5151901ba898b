import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { endOf, isClosed, lookAlikeProblems, looksAlike, placeOf } from "#scim/filter/vocabulary";
import { Stray, Text } from "./tokens.ts";

/** What is wrong with a statement as text. */
export interface SyntaxProblem {
  readonly code: "syntax" | "look-alike-character" | "too-large";
  readonly range: TextRange;
  readonly message: Sentence;
}

/** What is wrong with the tokens of a statement, whatever the statement is. */
export function lexicalProblems(tokens: readonly IToken[]): readonly SyntaxProblem[] {
  if (tokens.every(isFaultless)) return noProblems;
  const problems: SyntaxProblem[] = [];
  for (const { start, end, message } of lookAlikeProblems(tokens))
    problems.push({ code: "look-alike-character", range: { start, end }, message });
  const foreign = foreignComment(tokens);
  if (foreign !== undefined) return [...problems, foreign];
  for (const [at, token] of tokens.entries()) {
    if (token.tokenType === Stray) problems.push(...strayProblem(tokens, at, token));
    else if (token.tokenType === Text) problems.push(...textProblem(token));
  }
  return problems;
}

const noProblems: readonly SyntaxProblem[] = [];

function isFaultless(token: IToken): boolean {
  if (token.tokenType === Stray) return false;
  if (token.tokenType === Text) return token.image.startsWith('"') && isClosed(token.image);
  return !looksAlike(token);
}

/** Where a text begins that its line does not close: all that follows belongs to it. */
export function unclosedTextAt(tokens: readonly IToken[]): number | undefined {
  const last = tokens.at(-1);
  return last?.tokenType === Text && !isClosed(last.image) ? last.startOffset : undefined;
}

/** `#` and slash-star begin comments elsewhere. */
export function foreignComment(tokens: readonly IToken[]): SyntaxProblem | undefined {
  const [first, second, last] = [tokens[0], tokens[1], tokens.at(-1)];
  if (first?.tokenType !== Stray || last === undefined) return undefined;
  if (first.image !== "#" && !(first.image === "/" && second?.image === "*")) return undefined;
  const range = { start: first.startOffset, end: endOf(last) };
  return { code: "syntax", range, message: say`A comment begins with '//' and ends with its line.` };
}

/** One problem for strays that touch, such as `||`. */
function strayProblem(tokens: readonly IToken[], at: number, first: IToken): SyntaxProblem[] {
  const touches = (before: IToken | undefined, after: IToken | undefined): boolean =>
    before?.tokenType === Stray && after?.tokenType === Stray && endOf(before) === after.startOffset;
  if (touches(tokens[at - 1], first)) return [];
  let end = at + 1;
  while (touches(tokens[end - 1], tokens[end])) end++;
  const image = tokens
    .slice(at, end)
    .map((token) => token.image)
    .join("");
  const range = { start: first.startOffset, end: first.startOffset + image.length };
  return [{ code: "syntax", range, message: say`'${own(image)}' cannot stand here. ${adviceForStrays.get(image) ?? otherwise}` }];
}

const otherwise = say`Remove it, or put it in double quotes if it is a text.`;

const adviceForStrays: ReadonlyMap<string, Sentence> = new Map([
  [";", say`A statement ends with its line: remove it.`],
  ["+", say`Texts are put together with a function: Join("", [a], [b]).`],
  ["|", say`A filter says 'or'.`],
  ["||", say`A filter says 'or'.`],
  ["!", say`A filter says 'not (…)' or 'ne'.`],
  [":", say`Remove it.`],
]);

function textProblem(token: IToken): SyntaxProblem[] {
  const { image } = token;
  if (image.startsWith("'"))
    return [{ code: "syntax", range: placeOf(token), message: say`Texts stand in double quotes, not in single ones.` }];
  if (isClosed(image)) return [];
  return [{ code: "syntax", range: placeOf(token), message: say`This text has no closing quote; it ends with its line. Add '"'.` }];
}
