import {
  defaultParserErrorProvider,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  type TokenType,
} from "chevrotain";
import type { TextRange } from "#base/text-range";
import { Dot, End, endOf, LeftBracket, LeftParenthesis, Name, NumberText, RightBracket, RightParenthesis, Text, Uri } from "./tokens.ts";

export interface ParseProblem {
  readonly range: TextRange;
  readonly message: string;
}

/** Where a parser stopped: in which rule, what it wanted there, what it found instead, and what stands before. */
export interface Mistake {
  readonly rule: string;
  /** Name of the one kind of token that can stand here; undefined where several can. */
  readonly expected: string | undefined;
  /** Undefined at the end. */
  readonly found: IToken | undefined;
  readonly previous: IToken | undefined;
}

/** How a grammar speaks of its mistakes. */
export interface Wording {
  /** What a person calls a kind of token. */
  readonly names: ReadonlyMap<TokenType, string>;
  /** What `rule` or `rule:Token` wants, as a noun. */
  readonly expectations: Readonly<Record<string, string>>;
  /** A whole sentence for a mistake that deserves its own. */
  readonly advise: (mistake: Mistake) => string | undefined;
}

/** Chevrotain's exceptions carry no expected token, only a message; so that message is the token's name. */
export const expectedTokenProvider: IParserErrorMessageProvider = {
  ...defaultParserErrorProvider,
  buildMismatchTokenMessage: ({ expected }) => expected.name,
};

/** Turns what the parser threw into a sentence a person can act on. `start` is where the parsed text begins. */
export function describeException(exception: IRecognitionException, wording: Wording, start: number): ParseProblem {
  const mistake = mistakeOf(exception);
  const { found, previous } = mistake;
  const end = previous === undefined ? start : endOf(previous);
  const range = found === undefined ? { start: end, end } : { start: found.startOffset, end: endOf(found) };
  return { range, message: wording.advise(mistake) ?? plainSentence(mistake, wording) };
}

function mistakeOf(exception: IRecognitionException): Mistake {
  const mismatch = exception.name === "MismatchedTokenException";
  return {
    rule: exception.context.ruleStack.at(-1) ?? "",
    expected: mismatch ? exception.message : undefined,
    found: realToken(exception.token),
    previous: realToken(previousOf(exception)),
  };
}

function plainSentence(mistake: Mistake, wording: Wording): string {
  const expected = capitalise(expectedHere(mistake, wording));
  if (mistake.found === undefined) return `${expected} is missing here.`;
  return `${expected} is expected here, not '${excerpt(mistake.found.image)}'.`;
}

function expectedHere({ rule, expected }: Mistake, { names, expectations }: Wording): string {
  const own = expectations[`${rule}:${expected ?? ""}`] ?? expectations[rule];
  if (own !== undefined && (expected === undefined || expected === End.name || `${rule}:${expected}` in expectations)) return own;
  const type = [...names.keys()].find(({ name }) => name === expected);
  return (type === undefined ? undefined : names.get(type)) ?? own ?? "something else";
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

/** How filters and paths speak; grammars that extend theirs add to it. */
export const filterWording: Wording = {
  names: new Map([
    [Name, "a name"],
    [Uri, "a URN"],
    [Text, "a text in double quotes"],
    [NumberText, "a number"],
    [LeftParenthesis, "'('"],
    [RightParenthesis, "')'"],
    [LeftBracket, "'['"],
    [RightBracket, "']'"],
    [Dot, "'.'"],
    [End, "the end"],
  ]),
  expectations: {
    filterText: "'and', 'or' or the end",
    pathText: "the end of the path",
    term: 'a condition such as userType eq "Employee"',
    path: "an attribute name",
    "path:Name": "the name of a sub-attribute",
    operation: "an operator such as 'eq', 'co', 'sw' or 'pr'",
    "group:RightParenthesis": "')', 'and' or 'or'",
    operand: "a value (a text in double quotes, a number, true, false or null)",
  },
  advise: adviseOnFilter,
};

export const MISSING_PARENTHESIS = "')' is missing here.";

/** Signs of other languages and the words that SCIM has for them. */
const wordsForSigns: ReadonlyMap<string, string> = new Map([
  ["=", "eq"],
  ["<>", "ne"],
  ["!", "not"],
  ["<", "lt"],
  ["<=", "le"],
  [">", "gt"],
  [">=", "ge"],
  ["&", "and"],
  ["|", "or"],
]);

export function adviseOnFilter({ rule, found, expected }: Mistake): string | undefined {
  if (found === undefined) return expected === RightParenthesis.name ? MISSING_PARENTHESIS : undefined;
  const word = wordsForSigns.get(found.image);
  if (word !== undefined && filterRules.has(rule)) return `A filter says '${word}' instead of '${found.image}'.`;
  if (rule === "term" && found.tokenType === LeftBracket) return "A filter names an attribute without '[' and ']'. Remove them.";
  if (expected === End.name && found.tokenType === RightParenthesis) return "There is a ')' too many. Remove it.";
  if (expected === End.name && found.tokenType === RightBracket) return "There is a ']' too many. Remove it.";
  return undefined;
}

const filterRules: ReadonlySet<string> = new Set(["term", "operation", "operand", "filterText", "filterEntry", "group", "valueFilter"]);
