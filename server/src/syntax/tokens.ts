import { createToken, Lexer, type IToken, type TokenType } from "chevrotain";
import {
  Blank,
  Dot,
  End,
  LeftBracket,
  LeftParenthesis,
  Name,
  NumberText,
  RightBracket,
  RightParenthesis,
  sharedTokens,
  Stray,
  Text,
  Uri,
} from "#scim/filter/vocabulary";

export { Dot, End, LeftBracket, LeftParenthesis, Name, NumberText, RightBracket, RightParenthesis, Stray, Text, Uri };

const Comment = createToken({ name: "Comment", pattern: /\/\/[^]*/, group: "comments", line_breaks: false });
export const Arrow = createToken({ name: "Arrow", pattern: /->/ });
export const HexNumber = createToken({ name: "HexNumber", pattern: /&[Hh][0-9A-Fa-f]+/ });
export const Ampersand = createToken({ name: "Ampersand", pattern: /&/ });
export const LeftBrace = createToken({ name: "LeftBrace", pattern: /[{｛]/ });
export const RightBrace = createToken({ name: "RightBrace", pattern: /[}｝]/ });
export const Comma = createToken({ name: "Comma", pattern: /[,，]/ });
export const Equals = createToken({ name: "Equals", pattern: /[=＝]/ });
export const Compare = createToken({ name: "Compare", pattern: /<>|<=|>=|<|>/ });

export const statementVocabulary: TokenType[] = [
  Blank,
  Comment,
  Arrow,
  HexNumber,
  ...sharedTokens,
  LeftBrace,
  RightBrace,
  Comma,
  Equals,
  Compare,
  Ampersand,
  Stray,
  End,
];

const lexer = new Lexer(statementVocabulary, { positionTracking: "onlyOffset", ensureOptimizations: true, skipValidations: true });

export interface LexedLine {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

/** Lexes one line. Total: what no rule takes is a `Stray` token. */
export function lexLine(line: string): LexedLine {
  const { tokens, groups } = lexer.tokenize(line);
  return { tokens, comments: groups["comments"] ?? [] };
}

export function wordOf(token: IToken | undefined): string | undefined {
  return token?.tokenType === Name ? token.image : undefined;
}
