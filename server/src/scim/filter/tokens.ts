import { createToken, Lexer, type IToken, type TokenType } from "chevrotain";

/**
 * The vocabulary of filters and paths. The statement grammar adds its own tokens and shares these, so both parse them by the same rules.
 * Look-alikes that portals and word processors produce (typographic quotes, full-width punctuation) get the type they stand for and are
 * reported once each, so that one wrong character is one diagnostic.
 */
export const Name = createToken({ name: "Name", pattern: /\$?[A-Za-z](?:[A-Za-z0-9_$]|-(?!>))*/ });

/** `urn:…` or `alias:name`, with everything that can belong to it; binding splits it. */
export const Uri = createToken({ name: "Uri", pattern: /[A-Za-z][A-Za-z0-9+._-]*[:：](?:[A-Za-z0-9:.~%$_：]|-(?!>))*/ });

/** Any RFC 3986 URI, as `.scimfilter` text and SCIM requests may carry. */
const WideUri = createToken({ name: "WideUri", pattern: /[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]*/, categories: [Uri] });

/** Closed or not: an unclosed string ends with its line. */
export const Text = createToken({
  name: "Text",
  pattern: /"(?:[^"\\]|\\.?)*"?|'[^']*'?|[“”„](?:[^“”„"\\]|\\.?)*[“”"]?|[‘’](?:[^‘’'\\]|\\.?)*[‘’']?/,
  start_chars_hint: ['"', "'", "“", "”", "„", "‘", "’"],
  line_breaks: false,
});

/** A number of JSON, leading zeros let pass. */
export const NumberText = createToken({ name: "NumberText", pattern: /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/ });
/** `(`. */
export const LeftParenthesis = createToken({ name: "LeftParenthesis", pattern: /[(（]/ });
/** `)`. */
export const RightParenthesis = createToken({ name: "RightParenthesis", pattern: /[)）]/ });
/** `[`. */
export const LeftBracket = createToken({ name: "LeftBracket", pattern: /[[［]/ });
/** `]`. */
export const RightBracket = createToken({ name: "RightBracket", pattern: /[\]］]/ });
/** The `.` between an attribute and its sub-attribute. */
export const Dot = createToken({ name: "Dot", pattern: /\./ });

/** Ends every parsed text, so that a rule can still close its node when the input stops in its middle. */
export const End = createToken({ name: "End", pattern: Lexer.NA });

/** White space, which separates and means nothing. */
export const Blank = createToken({ name: "Blank", pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });

/** Whatever nothing else takes, so that lexing never fails and never loses a character. */
export const Stray = createToken({
  name: "Stray",
  pattern: /[^\x00-\x7F\s“”„‘’（），：［］]+|\S/,
  start_chars_hint: everyStartOfABucket(),
  line_breaks: false,
});

/** What filters and statements have in common, in the order in which the lexer tries them. */
export const sharedTokens: readonly TokenType[] = [
  Uri,
  Name,
  Text,
  NumberText,
  LeftParenthesis,
  RightParenthesis,
  LeftBracket,
  RightBracket,
  Dot,
];

/** All that a filter or path on its own is made of. */
export const filterVocabulary: TokenType[] = [Blank, WideUri, ...sharedTokens, Stray, End];

const filterLexer = new Lexer(filterVocabulary, { positionTracking: "onlyOffset", ensureOptimizations: true, skipValidations: true });

/** The tokens of a filter or path; every character that is not blank is in one of them. */
export function lexFilter(text: string): IToken[] {
  return filterLexer.tokenize(text).tokens;
}

/** The offset behind a token. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** The token that ends a text at an offset. */
export function endToken(offset: number): IToken {
  return { image: "", startOffset: offset, tokenType: End, tokenTypeIdx: End.tokenTypeIdx ?? 0 };
}

/** Chevrotain sorts characters beyond Latin-1 into buckets of 255; one hint for each keeps its lexer optimised. */
function everyStartOfABucket(): number[] {
  const hints: number[] = [];
  for (let code = 0; code < 256; code++) hints.push(code);
  for (let code = 256; code < 65536; code += 255) hints.push(code);
  hints.push(65535);
  return hints;
}
