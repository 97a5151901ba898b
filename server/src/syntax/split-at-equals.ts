import type { IToken } from "chevrotain";
import { own, say } from "#base/sentence";
import { endOf, missing, notExpected, placeOf, tooMany, type ParseProblem } from "#scim/filter/vocabulary";
import { endOfTokens } from "./run-grammar.ts";
import { Arrow, Compare, Dot, Equals, LeftBracket, LeftParenthesis, Name, RightBracket, RightParenthesis, Text, Uri } from "./tokens.ts";

/** The two sides of an assignment. */
export interface SplitAtEquals {
  readonly left: readonly IToken[];
  readonly right: readonly IToken[];
  readonly hasEquals: boolean;
  /** Where the right side begins, or should. */
  readonly end: number;
  readonly problems: readonly ParseProblem[];
}

/**
 * Cuts `target = source` at its `=`, so that a mistake on one side leaves the other whole. A missing `=` is looked for where the target
 * ends; a superfluous one is set aside.
 */
export function splitAtEquals(tokens: readonly IToken[], start: number): SplitAtEquals {
  const leading = tokens.findIndex((token) => token.tokenType !== Equals);
  if (leading > 0 && tokens.slice(leading).some((token) => token.tokenType === Equals)) {
    const rest = splitAtEquals(tokens.slice(leading), start);
    return { ...rest, problems: [...tokens.slice(0, leading).map(superfluous), ...rest.problems] };
  }
  const at = equalsIndex(tokens);
  if (at < 0) return splitWithoutEquals(tokens, start);
  const more = superfluousEquals(tokens, at + 1);
  return {
    left: tokens.slice(0, at),
    right: tokens.slice(at + 1 + more.count),
    hasEquals: true,
    end: endOfTokens(tokens.slice(0, at + 1), start),
    problems: more.problems,
  };
}

/** Signs right behind an `=`, such as the second of `==` and the arrow of `=>`. */
export function superfluousEquals(tokens: readonly IToken[], from: number): { count: number; problems: readonly ParseProblem[] } {
  let count = 0;
  while (tokens[from + count]?.tokenType === Equals || tokens[from + count]?.tokenType === Compare) count++;
  return { count, problems: tokens.slice(from, from + count).map(superfluous) };
}

function superfluous(token: IToken): ParseProblem {
  return { range: placeOf(token), message: tooMany(token.image) };
}

/** `name:` read as `name =`, as other languages write it; undefined where the token is something else. */
export function splitColon(token: IToken | undefined): { readonly name: IToken; readonly colon: IToken } | undefined {
  const match = token?.tokenType === Uri ? /^([A-Za-z][\w$-]*)([:：])$/.exec(token.image) : null;
  if (token === undefined || match === null) return undefined;
  const [, name = "", colon = ""] = match;
  return {
    name: { ...token, image: name, tokenType: Name },
    colon: { ...token, image: colon, startOffset: token.startOffset + name.length, tokenType: Equals },
  };
}

/** The first `=` outside brackets, else the first that only an unclosed bracket hides; never one inside a call. */
function equalsIndex(tokens: readonly IToken[]): number {
  const open: IToken["tokenType"][] = [];
  let hidden = -1;
  for (let at = 0; at < tokens.length; at++) {
    const tokenType = tokens[at]?.tokenType;
    if (tokenType === LeftBracket) open.push(LeftBracket);
    else if (tokenType === LeftParenthesis) open.push(isCall(tokens, at) ? LeftParenthesis : LeftBracket);
    else if (tokenType === RightBracket || tokenType === RightParenthesis) open.pop();
    else if (tokenType === Equals) {
      if (open.length === 0) return at;
      if (hidden < 0 && !open.includes(LeftParenthesis)) hidden = at;
    }
  }
  return hidden;
}

/** A parenthesis behind the very first name may be a slip in a target; behind a later one it opens a call. */
function isCall(tokens: readonly IToken[], at: number): boolean {
  return at > 1 && tokens[at - 1]?.tokenType === Name;
}

/** Takes the colon of `name: value` away where none can stand. */
export function withoutColon(tokens: readonly IToken[]): { tokens: readonly IToken[]; problems: readonly ParseProblem[] } {
  const split = tokens.length > 1 ? splitColon(tokens[0]) : undefined;
  if (split === undefined) return { tokens, problems: [] };
  return {
    tokens: [split.name, ...tokens.slice(1)],
    problems: [{ range: placeOf(split.colon), message: say`'${own(":")}' cannot stand here. Remove it.` }],
  };
}

/** What stands in the place of `=` is a wrong sign; where nothing does, it is missing. */
function splitWithoutEquals(tokens: readonly IToken[], start: number): SplitAtEquals {
  const colon = tokens.length > 1 ? splitColon(tokens[0]) : undefined;
  if (colon !== undefined) return { ...wrongSign([colon.name], colon.colon), right: tokens.slice(1) };
  const at = endOfTarget(tokens);
  const sign = tokens[at];
  if (at > 0 && (sign?.tokenType === Arrow || sign?.tokenType === Compare))
    return { ...wrongSign(tokens.slice(0, at), sign), right: tokens.slice(at + 1) };
  const end = endOfTokens(tokens.slice(0, at), start);
  const problems = [{ range: { start: end, end }, message: missing(say`'='`) }];
  return { left: tokens.slice(0, at), right: tokens.slice(at), hasEquals: false, end, problems };
}

function wrongSign(left: readonly IToken[], sign: IToken): Omit<SplitAtEquals, "right"> {
  const problems = [{ range: placeOf(sign), message: notExpected(say`'='`, sign.image) }];
  return { left, hasEquals: true, end: endOf(sign), problems };
}

/** How many tokens can belong to a target: a name, `[ … ]` with an operator in it, and `.name`. */
function endOfTarget(tokens: readonly IToken[]): number {
  const first = tokens[0]?.tokenType;
  if (first === Text) return 1;
  if (first !== Name && first !== Uri) return 0;
  if (tokens[1]?.tokenType === LeftParenthesis) return 0;
  let at = 1;
  while (at < tokens.length) {
    if (tokens[at]?.tokenType === Dot && tokens[at + 1]?.tokenType === Name) at += 2;
    else if (tokens[at]?.tokenType === LeftBracket && !isSourceReference(tokens, at)) at = closing(tokens, at) + 1;
    else break;
  }
  return Math.min(at, tokens.length);
}

/** `[name]` or `[name.part]` behind a space is a source attribute; without one it is a value filter that is not finished. */
function isSourceReference(tokens: readonly IToken[], at: number): boolean {
  const before = tokens[at - 1];
  if (before !== undefined && endOf(before) === tokens[at]?.startOffset) return false;
  const inside = tokens.slice(at + 1, closing(tokens, at));
  return inside.every(({ tokenType }, index) => tokenType === (index % 2 === 0 ? Name : Dot));
}

function closing(tokens: readonly IToken[], from: number): number {
  const at = tokens.findIndex((token, index) => index > from && token.tokenType === RightBracket);
  return at >= 0 ? at : tokens.length;
}
