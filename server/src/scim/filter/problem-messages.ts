import {
  defaultParserErrorProvider,
  type IParserErrorMessageProvider,
  type IRecognitionException,
  type IToken,
  type TokenType,
} from "chevrotain";
import { excerpt as beginning, own, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { Dot, End, endOf, LeftBracket, LeftParenthesis, Name, NumberText, RightBracket, RightParenthesis, Text, Uri } from "./tokens.ts";

/** Something that cannot be read as written. */
export interface ParseProblem {
  readonly range: TextRange;
  readonly message: Sentence;
  /** What is known to be missing, where more can be said of it by who knows what stands around it. */
  readonly lacks?: Lack | undefined;
}

/** What a parser can miss. */
export type Lack = "closing-parenthesis" | "let";

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
  /** What a person calls a kind of token, at the beginning of a sentence. */
  readonly names: ReadonlyMap<TokenType, Sentence>;
  /** What `rule` or `rule:Token` wants, as a noun that begins a sentence. */
  readonly expectations: Readonly<Record<string, Sentence>>;
  /** A whole sentence for a mistake that deserves its own. */
  readonly advise: (mistake: Mistake) => Advice | undefined;
}

/** What is said of a mistake. */
export type Advice = Omit<ParseProblem, "range">;

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
  return { range, ...(wording.advise(mistake) ?? { message: plainSentence(mistake, wording) }) };
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

function plainSentence(mistake: Mistake, wording: Wording): Sentence {
  const expected = expectedHere(mistake, wording);
  return mistake.found === undefined ? missing(expected) : notExpected(expected, mistake.found.image);
}

/** `what` begins a sentence. */
export function missing(what: Sentence): Sentence {
  return say`${what} is missing here.`;
}

/** `what` begins a sentence; something else stands in its place. */
export function notExpected(what: Sentence, found: string): Sentence {
  return say`${what} is expected here, not '${excerpt(found)}'.`;
}

function expectedHere({ rule, expected }: Mistake, { names, expectations }: Wording): Sentence {
  const known = expectations[`${rule}:${expected ?? ""}`] ?? expectations[rule];
  if (known !== undefined && (expected === undefined || expected === End.name || `${rule}:${expected}` in expectations)) return known;
  const type = [...names.keys()].find(({ name }) => name === expected);
  return (type === undefined ? undefined : names.get(type)) ?? known ?? say`Something else`;
}

/** Chevrotain keeps the token before the error on most kinds of exception, not on its common type. */
function previousOf(exception: IRecognitionException): IToken | undefined {
  return "previousToken" in exception ? (exception.previousToken as IToken | undefined) : undefined;
}

function realToken(token: IToken | undefined): IToken | undefined {
  return token !== undefined && Number.isFinite(token.startOffset) && token.image !== "" ? token : undefined;
}

/** Enough of a token, which stands in the text, to recognise it. */
export function excerpt(image: string): Part {
  return image.length > 30 ? beginning(own(image), 30) : own(image);
}

/** How filters and paths speak; grammars that extend theirs add to it. */
export const filterWording: Wording = {
  names: new Map([
    [Name, say`A name`],
    [Uri, say`A URN`],
    [Text, say`A text in double quotes`],
    [NumberText, say`A number`],
    [LeftParenthesis, say`'('`],
    [RightParenthesis, say`')'`],
    [LeftBracket, say`'['`],
    [RightBracket, say`']'`],
    [Dot, say`'.'`],
    [End, say`The end`],
  ]),
  expectations: {
    filterText: say`'and', 'or' or the end`,
    pathText: say`The end of the path`,
    term: say`A condition such as userType eq "Employee"`,
    path: say`An attribute name`,
    "path:Name": say`The name of a sub-attribute`,
    operation: say`An operator such as 'eq', 'co', 'sw' or 'pr'`,
    "group:RightParenthesis": say`')', 'and' or 'or'`,
    operand: say`A value (a text in double quotes, a number, true, false or null)`,
  },
  advise: adviseOnFilter,
};

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

/** What deserves more than "is expected here" in a filter. */
export function adviseOnFilter(mistake: Mistake): Advice | undefined {
  if (mistake.found !== undefined) return asAdvice(adviseBeside(mistake, mistake.found));
  return mistake.expected === RightParenthesis.name ? { message: missing(say`')'`), lacks: "closing-parenthesis" } : undefined;
}

/** A sentence as advice. */
export function asAdvice(message: Sentence | undefined): Advice | undefined {
  return message === undefined ? undefined : { message };
}

function adviseBeside({ rule, expected }: Mistake, found: IToken): Sentence | undefined {
  const word = wordsForSigns.get(found.image);
  if (word !== undefined && filterRules.has(rule)) return say`A filter says '${own(word)}' instead of '${own(found.image)}'.`;
  if (rule === "term" && found.tokenType === LeftBracket) return say`A filter names an attribute without '[' and ']'. Remove them.`;
  if (expected === End.name && found.tokenType === RightParenthesis) return tooMany(")");
  if (expected === End.name && found.tokenType === RightBracket) return tooMany("]");
  return undefined;
}

/** A sign that stands for nothing. */
export function tooMany(sign: string): Sentence {
  return say`There is a '${own(sign)}' too many. Remove it.`;
}

const filterRules: ReadonlySet<string> = new Set(["term", "operation", "operand", "filterText", "filterEntry", "group", "valueFilter"]);
