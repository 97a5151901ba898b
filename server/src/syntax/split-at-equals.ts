import type { IToken } from "chevrotain";
import { endOf, type ParseProblem } from "#scim/filter/vocabulary";
import { Dot, Equals, LeftBracket, LeftParenthesis, Name, RightBracket, RightParenthesis, Text, Uri } from "./tokens.ts";

export interface SplitAtEquals {
  readonly left: readonly IToken[];
  readonly right: readonly IToken[];
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
    return { ...rest, problems: [...tokens.slice(0, leading).map(superfluousEquals), ...rest.problems] };
  }
  const at = equalsIndex(tokens);
  if (at < 0) return splitWithoutEquals(tokens, start);
  let right = at + 1;
  while (tokens[right]?.tokenType === Equals) right++;
  return { left: tokens.slice(0, at), right: tokens.slice(right), problems: tokens.slice(at + 1, right).map(superfluousEquals) };
}

/** The first `=` outside brackets, else the first that only an unclosed bracket hides; never one inside a call. */
function equalsIndex(tokens: readonly IToken[]): number {
  const open: IToken["tokenType"][] = [];
  let hidden = -1;
  for (let at = 0; at < tokens.length; at++) {
    const { tokenType } = tokens[at]!;
    if (tokenType === LeftBracket) open.push(tokenType);
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

function splitWithoutEquals(tokens: readonly IToken[], start: number): SplitAtEquals {
  const at = endOfTarget(tokens);
  const end = at === 0 ? start : endOf(tokens[at - 1]!);
  return {
    left: tokens.slice(0, at),
    right: tokens.slice(at),
    problems: [{ range: { start: end, end }, message: "'=' is missing here." }],
  };
}

/** How many tokens can belong to a target: a name, `[ … ]` with an operator in it, and `.name`. */
function endOfTarget(tokens: readonly IToken[]): number {
  const first = tokens[0]?.tokenType;
  if (first === Text) return 1;
  if (first !== Name && first !== Uri) return 0;
  if (tokens[1]?.tokenType === LeftParenthesis) return 0;
  let at = 1;
  while (at < tokens.length) {
    if (tokens[at]!.tokenType === Dot && tokens[at + 1]?.tokenType === Name) at += 2;
    else if (tokens[at]!.tokenType === LeftBracket && !isSourceReference(tokens, at)) at = closing(tokens, at) + 1;
    else break;
  }
  return Math.min(at, tokens.length);
}

/** `[name]` or `[name.part]` behind a space is a source attribute; without one it is a value filter that is not finished. */
function isSourceReference(tokens: readonly IToken[], at: number): boolean {
  if (endOf(tokens[at - 1]!) === tokens[at]!.startOffset) return false;
  const inside = tokens.slice(at + 1, closing(tokens, at));
  return inside.every(({ tokenType }, index) => tokenType === (index % 2 === 0 ? Name : Dot));
}

function closing(tokens: readonly IToken[], from: number): number {
  const at = tokens.findIndex((token, index) => index > from && token.tokenType === RightBracket);
  return at >= 0 ? at : tokens.length;
}

export function superfluousEquals(token: IToken): ParseProblem {
  return { range: { start: token.startOffset, end: endOf(token) }, message: "There is one '=' too many. Remove it." };
}
