/** What a grammar that extends the SCIM grammar shares with it. */
export {
  Blank,
  Dot,
  End,
  endOf,
  endToken,
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
} from "./tokens.ts";
export { describeException, excerpt, filterTokenNames, type ParseProblem } from "./problem-messages.ts";
export { deeperThan, filterExpectations } from "./parse.ts";
export { isClosed, literal, MAX_DEPTH, nameText, ScimGrammar } from "./grammar.ts";
export { lookAlikeProblems } from "./look-alikes.ts";
export type { Draft, Slot } from "./draft.ts";
