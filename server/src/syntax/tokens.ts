import { createToken, type IToken, type TokenType } from "chevrotain";
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

/** From `//` to the end of the line; no token of a statement. */
export const Comment = createToken({ name: "Comment", pattern: /\/\/[^]*/, group: "comments", line_breaks: false });
/** `->` of a map's head. */
export const Arrow = createToken({ name: "Arrow", pattern: /->/ });
/** `&H1F`, a number as Entra also writes it. */
export const HexNumber = createToken({ name: "HexNumber", pattern: /&[Hh][0-9A-Fa-f]+/ });
/** `&`, which puts texts together. */
export const Ampersand = createToken({ name: "Ampersand", pattern: /&/ });
/** `{`. */
export const LeftBrace = createToken({ name: "LeftBrace", pattern: /[{｛]/ });
/** `}`. */
export const RightBrace = createToken({ name: "RightBrace", pattern: /[}｝]/ });
/** `,`. */
export const Comma = createToken({ name: "Comma", pattern: /[,，]/ });
/** `=`. */
export const Equals = createToken({ name: "Equals", pattern: /[=＝]/ });
/** A comparison sign of an expression. */
export const Compare = createToken({ name: "Compare", pattern: /<>|<=|>=|<|>/ });

/** All that statements are made of, in the order in which the lexer tries it. */
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

/** The text of a word; undefined for any other token. */
export function wordOf(token: IToken | undefined): string | undefined {
  return token?.tokenType === Name ? token.image : undefined;
}
