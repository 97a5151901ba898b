import type { IRecognitionException, IToken, TokenType } from "chevrotain";
import type { TextRange } from "#base/text-range";
import {
  Dot,
  End,
  endOf,
  LeftBracket,
  LeftParenthesis,
  Name,
  NumberText,
  RightBracket,
  RightParenthesis,
  Stray,
  Text,
  Uri,
} from "./tokens.ts";

export interface ParseProblem {
  readonly range: TextRange;
  readonly message: string;
}

/** What a person calls a kind of token; grammars that add tokens add names. */
export type TokenNames = ReadonlyMap<TokenType, string>;

export const filterTokenNames: TokenNames = new Map([
  [Name, "a name"],
  [Uri, "a URN"],
  [Text, "a text in quotes"],
  [NumberText, "a number"],
  [LeftParenthesis, "'('"],
  [RightParenthesis, "')'"],
  [LeftBracket, "'['"],
  [RightBracket, "']'"],
  [Dot, "'.'"],
  [End, "the end"],
]);

/** Turns what the parser threw into a sentence a person can act on. `whole` limits the range to the text that was parsed. */
export function describeException(
  exception: IRecognitionException,
  names: TokenNames,
  expectations: Readonly<Record<string, string>>,
): ParseProblem {
  const token = realToken(exception.token) ?? realToken(previousOf(exception));
  const atEnd = exception.token.tokenType === End || !Number.isFinite(exception.token.startOffset);
  const found = atEnd ? "the end" : `'${excerpt(exception.token.image)}'`;
  const range = atEnd ? behind(exception) : { start: exception.token.startOffset, end: endOf(exception.token) };
  const missing = "missingTokenType" in exception ? (exception as { missingTokenType: TokenType }).missingTokenType : undefined;
  const rule = exception.context.ruleStack.at(-1) ?? "";
  const expected = expectedHere(exception, names, expectations, rule, missing);
  if (token === undefined) return { range, message: `Nothing stands here; ${expected} is expected.` };
  if (exception.token.tokenType === Stray)
    return { range, message: `${found} cannot stand here. Remove it, or put it in double quotes if it is a text.` };
  return { range, message: `${capitalise(expected)} is expected here, not ${found}.` };
}

function expectedHere(
  exception: IRecognitionException,
  names: TokenNames,
  expectations: Readonly<Record<string, string>>,
  rule: string,
  missing: TokenType | undefined,
): string {
  const own = expectations[`${rule}:${missing?.name ?? ""}`] ?? (missing === undefined || missing === End ? expectations[rule] : undefined);
  if (own !== undefined) return own;
  if (missing !== undefined) return names.get(missing) ?? missing.name;
  return exception.name === "NotAllInputParsedException" ? "the end" : "something else";
}

/** An offset after the last real token: what is missing is missing there. */
function behind(exception: IRecognitionException): TextRange {
  const previous = realToken(previousOf(exception));
  if (previous === undefined) return { start: 0, end: 0 };
  return { start: previous.startOffset, end: endOf(previous) };
}

/** Chevrotain keeps the token before the error on most kinds of exception, not on its common type. */
function previousOf(exception: IRecognitionException): IToken | undefined {
  return "previousToken" in exception ? (exception.previousToken as IToken | undefined) : undefined;
}

function realToken(token: IToken | undefined): IToken | undefined {
  return token !== undefined && Number.isFinite(token.startOffset) && token.image !== "" ? token : undefined;
}

/** Enough of a token to recognise it. */
export function excerpt(image: string): string {
  return image.length > 30 ? `${image.slice(0, 29)}…` : image;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
