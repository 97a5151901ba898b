import type { IToken } from "chevrotain";
import { memo } from "#base/memo";
import type { BlockKind } from "./ast.ts";
import { headAt, looksLikeFilter } from "./classify.ts";
import { attributeTypes, isAction, isBareOutcome } from "./head-slots.ts";
import {
  Comma,
  Dot,
  Equals,
  HexNumber,
  LeftBracket,
  LeftParenthesis,
  Name,
  NumberText,
  RightBrace,
  RightBracket,
  RightParenthesis,
  Text,
  Uri,
  wordOf,
} from "./tokens.ts";

/** A statement whose end is not known yet: what it has so far, and how many `(` and `[` are open in it. */
export interface OpenTokens {
  readonly tokens: readonly IToken[];
  readonly depth: number;
  /** Whether a type of attributes stands in it, behind its first token. */
  readonly typed: boolean;
}

/** Whether the `,` at `at` ends the open statement rather than standing in it. */
export function endsAtComma(open: OpenTokens, line: readonly IToken[], at: number, block: BlockKind): boolean {
  const last = open.tokens.at(-1);
  switch (block) {
    case "document":
      return false;
    case "test":
      return last !== undefined && isBareOutcome(last);
    case "provision":
    case "environment":
    case "schema":
    case "source":
      return true;
    case "map":
    case "given":
    case "expect":
      // Where a bracket is still open, only what begins another statement shows that it is a mistake.
      if (open.depth > 0) return headAt(line, at + 1, block) !== undefined || beginsAssignment(line, at + 1);
      return wordOf(open.tokens[0]) !== "actions" || !listsActions(line, at + 1);
  }
}

/** `actions create, update`: a comma that the statement itself reports. */
function listsActions(line: readonly IToken[], from: number): boolean {
  if (!isAction(line[from])) return false;
  const end = line[endOfListFrom(line)[from] ?? line.length];
  return end === undefined || end.tokenType === RightBrace;
}

/** By token of a line: where the first one behind it stands that is neither a word nor a comma. */
const endOfListFrom = memo((line: readonly IToken[]) =>
  nextWhere(line, (token) => token.tokenType !== Comma && wordOf(token) === undefined),
);
/** By token of a line: where the next closing bracket stands. */
const closingFrom = memo((line: readonly IToken[]) => nextWhere(line, ({ tokenType }) => tokenType === RightBracket));

/** By index: the first one from there on that is wanted; the length where none is. Found out once per line, since each of its commas asks. */
function nextWhere(line: readonly IToken[], isWanted: (token: IToken) => boolean): readonly number[] {
  const next = new Array<number>(line.length);
  let found = line.length;
  for (let at = line.length - 1; at >= 0; at--) {
    const token = line[at];
    if (token !== undefined && isWanted(token)) found = at;
    next[at] = found;
  }
  return next;
}

/** Whether another statement begins at `at` although no `,` stands before it; that `,` is then missing. */
export function beginsWithoutComma(open: OpenTokens, line: readonly IToken[], at: number, block: BlockKind): boolean {
  if (open.depth > 0 || open.tokens.at(-1)?.tokenType === Dot) return false;
  switch (block) {
    case "document":
    case "test":
      return false;
    case "provision":
    case "environment":
      return open.tokens.length === 2 && line[at]?.tokenType === Name && isValue(line[at + 1]);
    case "schema":
    case "source":
      return open.typed && line[at]?.tokenType === Name && isType(line[endOfName(line, at)]);
    case "map":
    case "given":
    case "expect":
      return (beginsAssignment(line, at) || beginsHead(line, at, block)) && !isModifier(line[at]) && isComplete(open.tokens);
  }
}

/** Like a head, but `where` only with a filter behind it: in the middle of a line it may be a word too many. */
function beginsHead(line: readonly IToken[], at: number, block: BlockKind): boolean {
  const kind = headAt(line, at, block);
  if (kind !== "Where") return kind !== undefined;
  return looksLikeFilter(line, wordOf(line[at]) === "or" ? at + 2 : at + 1);
}

/** Nothing of the statement is obviously missing: a value stands behind `=`, `actions` or a comparison. */
function isComplete(tokens: readonly IToken[]): boolean {
  const equals = equalsOutsideBrackets(tokens);
  if (equals >= 0) return equals < tokens.length - 1 && tokens.at(-1)?.tokenType !== Equals;
  if (wordOf(tokens[0]) === "actions") return tokens.length > 1;
  const last = tokens.at(-1);
  return tokens.length > 3 && (isValue(last) || last?.tokenType === RightParenthesis) && headAt(tokens, 0, "map") === "Where";
}

function equalsOutsideBrackets(tokens: readonly IToken[]): number {
  let depth = 0;
  for (const [at, { tokenType }] of tokens.entries()) {
    if (tokenType === LeftBracket) depth++;
    else if (tokenType === RightBracket) depth--;
    else if (tokenType === Equals && depth === 0) return at;
  }
  return -1;
}

/** `name =`, `name.sub =`, `name[…].sub =`, `urn:… =` or `"text" =`. */
function beginsAssignment(tokens: readonly IToken[], from: number): boolean {
  const first = tokens[from]?.tokenType;
  if (first === Text) return tokens[from + 1]?.tokenType === Equals;
  if (first !== Name && first !== Uri) return false;
  let at = endOfName(tokens, from);
  if (tokens[at]?.tokenType === LeftBracket) {
    at = (closingFrom(tokens)[at] ?? tokens.length) + 1;
    while (tokens[at]?.tokenType === Dot && tokens[at + 1]?.tokenType === Name) at += 2;
  }
  return tokens[at]?.tokenType === Equals;
}

function endOfName(tokens: readonly IToken[], from: number): number {
  let at = from + 1;
  while (tokens[at]?.tokenType === Dot && tokens[at + 1]?.tokenType === Name) at += 2;
  return at;
}

function isValue(token: IToken | undefined): boolean {
  const type = token?.tokenType;
  return type === Text || type === NumberText || type === HexNumber || type === Name;
}

function isModifier(token: IToken | undefined): boolean {
  const word = wordOf(token);
  return word === "match" || word === "default" || word === "on";
}

/** Whether a token is a type that a declaration can give. */
export function isType(token: IToken | undefined): boolean {
  return attributeTypes.has(wordOf(token) ?? "");
}

/** How a line begins a statement even though the one before it is still open, if it does. */
export function beginningOf(tokens: readonly IToken[], block: BlockKind): "head" | "assignment" | undefined {
  if (tokens[0]?.tokenType === RightBrace || headAt(tokens, 0, block) !== undefined) return "head";
  return namesTarget(tokens) ? "assignment" : undefined;
}

/** A name, URN or text with `=` behind it before any `(`, `)` or `,` (language page §1). */
function namesTarget(tokens: readonly IToken[]): boolean {
  const first = tokens[0]?.tokenType;
  if (first !== Name && first !== Uri && first !== Text) return false;
  let brackets = 0;
  for (const { tokenType } of tokens.slice(1)) {
    if (tokenType === LeftBracket) brackets++;
    else if (tokenType === RightBracket) brackets--;
    else if (brackets > 0) continue;
    else if (tokenType === Equals) return true;
    else if (tokenType === LeftParenthesis || tokenType === RightParenthesis || tokenType === Comma) return false;
  }
  return false;
}
