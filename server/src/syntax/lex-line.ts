import type { IToken, TokenType } from "chevrotain";
import {
  Comma,
  Comment,
  Dot,
  Equals,
  LeftBrace,
  LeftBracket,
  LeftParenthesis,
  Name,
  RightBrace,
  RightBracket,
  RightParenthesis,
  statementVocabulary,
  Stray,
  Text,
  Uri,
} from "./tokens.ts";

/** The tokens of one line, and the comment behind them. */
export interface LexedLine {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
  /** Opening minus closing braces. */
  readonly balance: number;
}

/**
 * Lexes one line. Total: what no rule takes is a `Stray` token. What a token is, the patterns of the vocabulary say, and a test compares
 * with Chevrotain's lexer; by hand it takes a third of the time, and no line is so long that a pattern runs out of stack or is read twice.
 */
export function lexLine(line: string): LexedLine {
  return new LineLexer(line).lex();
}

const noComments: readonly IToken[] = [];

class LineLexer {
  readonly #line: string;
  /** No URN begins before this place: behind what could be the first part of one stands no colon. */
  #plainUntil = 0;

  constructor(line: string) {
    this.#line = line;
  }

  lex(): LexedLine {
    const tokens: IToken[] = [];
    let balance = 0;
    for (let at = 0; at < this.#line.length;) {
      const code = this.#line.charCodeAt(at);
      if (isBlank(code)) at++;
      else {
        const token = this.#tokenAt(at, code);
        if (token.tokenType === Comment) return { tokens, comments: [token], balance };
        if (token.tokenType === LeftBrace) balance++;
        else if (token.tokenType === RightBrace) balance--;
        tokens.push(token);
        at += token.image.length;
      }
    }
    return { tokens, comments: noComments, balance };
  }

  #tokenAt(at: number, code: number): IToken {
    if (letters[code] === true) return this.#wordAt(at);
    const single = singles.get(code);
    if (single !== undefined) return this.#token(at, at + 1, single);
    const quotes = quotesBy.get(code);
    if (quotes !== undefined) return this.#token(at, endOfText(this.#line, at, quotes), Text);
    if (code === DOLLAR && isOneOf(letters, this.#line, at + 1)) return this.#token(at, endOfName(this.#line, at + 1), Name);
    return this.#tokenByPattern(at);
  }

  #wordAt(at: number): IToken {
    if (at >= this.#plainUntil) {
      let end = at;
      while (isOneOf(schemeCharacters, this.#line, end)) end++;
      if (isColon(this.#line, end)) return this.#token(at, endOfUri(this.#line, end + 1), Uri);
      this.#plainUntil = end;
    }
    return this.#token(at, endOfName(this.#line, at + 1), Name);
  }

  /** What the first pattern of the vocabulary takes that fits. */
  #tokenByPattern(at: number): IToken {
    for (const { type, pattern } of patterns) {
      pattern.lastIndex = at;
      if (pattern.test(this.#line)) return this.#token(at, pattern.lastIndex, type);
    }
    return this.#token(at, at + 1, Stray);
  }

  #token(start: number, end: number, type: TokenType): IToken {
    return { image: this.#line.slice(start, end), startOffset: start, tokenTypeIdx: type.tokenTypeIdx ?? 0, tokenType: type };
  }
}

const patterns = statementVocabulary.flatMap((type) =>
  type.PATTERN instanceof RegExp ? [{ type, pattern: new RegExp(type.PATTERN.source, "y") }] : [],
);

const DOLLAR = 0x24;
const HYPHEN = 0x2d;
const GREATER = 0x3e;
const BACKSLASH = 0x5c;

/** By the code of an ASCII character, whether it is one of these. */
function charactersOf(pattern: RegExp): readonly boolean[] {
  return Array.from({ length: 128 }, (_, code) => pattern.test(String.fromCharCode(code)));
}

const letters = charactersOf(/[A-Za-z]/);
const nameCharacters = charactersOf(/[A-Za-z0-9_$]/);
const schemeCharacters = charactersOf(/[A-Za-z0-9+._-]/);
const uriCharacters = charactersOf(/[A-Za-z0-9:.~%$_]/);

/** What begins with a character and is no longer than it. */
const singles: ReadonlyMap<number, TokenType> = new Map(
  (
    [
      ["(", LeftParenthesis],
      [")", RightParenthesis],
      ["[", LeftBracket],
      ["]", RightBracket],
      ["{", LeftBrace],
      ["}", RightBrace],
      [".", Dot],
      [",", Comma],
      ["=", Equals],
    ] as const
  ).map(([character, type]) => [character.charCodeAt(0), type]),
);

/** What ends a text. */
interface Quotes {
  /** Characters that no text of this kind holds, unless escaped. */
  readonly ends: string;
  /** Those of them that belong to the text they end. */
  readonly closes: string;
  readonly escapes: boolean;
}

const doubleQuotes: Quotes = { ends: '"', closes: '"', escapes: true };
const typographicQuotes: Quotes = { ends: '“”„"', closes: '“”"', escapes: true };
const singleTypographicQuotes: Quotes = { ends: "‘’'", closes: "‘’'", escapes: true };
const singleQuotes: Quotes = { ends: "'", closes: "'", escapes: false };

/** By the code of the character that opens a text. */
const quotesBy: ReadonlyMap<number, Quotes> = new Map(
  (
    [
      ['"', doubleQuotes],
      ["'", singleQuotes],
      ["“", typographicQuotes],
      ["”", typographicQuotes],
      ["„", typographicQuotes],
      ["‘", singleTypographicQuotes],
      ["’", singleTypographicQuotes],
    ] as const
  ).map(([character, quotes]) => [character.charCodeAt(0), quotes]),
);

/** Behind the closing quote; the end of the line where there is none. */
function endOfText(line: string, start: number, { ends, closes, escapes }: Quotes): number {
  for (let at = start + 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (escapes && code === BACKSLASH) at++;
    else if (quotesBy.has(code) && ends.includes(line.charAt(at))) return closes.includes(line.charAt(at)) ? at + 1 : at;
  }
  return line.length;
}

function endOfName(line: string, from: number): number {
  let at = from;
  while (isOneOf(nameCharacters, line, at) || isPlainHyphen(line, at)) at++;
  return at;
}

function endOfUri(line: string, from: number): number {
  let at = from;
  while (isOneOf(uriCharacters, line, at) || isColon(line, at) || isPlainHyphen(line, at)) at++;
  return at;
}

/** Asks nothing behind the end: V8 reads arrays slowly where an index is no number. */
function isOneOf(characters: readonly boolean[], line: string, at: number): boolean {
  return at < line.length && characters[line.charCodeAt(at)] === true;
}

/** One that begins no arrow. */
function isPlainHyphen(line: string, at: number): boolean {
  return line.charCodeAt(at) === HYPHEN && line.charCodeAt(at + 1) !== GREATER;
}

/** The full-width one too, which is reported for its look. */
function isColon(line: string, at: number): boolean {
  const character = line[at];
  return character === ":" || character === "：";
}

/** White space of ECMAScript, as the pattern of `Blank` means it. */
function isBlank(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}
