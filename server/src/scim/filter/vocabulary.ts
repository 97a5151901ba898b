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
export {
  adviseOnFilter,
  asAdvice,
  describeException,
  excerpt,
  filterWording,
  missing,
  notExpected,
  tooMany,
  type Advice,
  type Lack,
  type Mistake,
  type ParseProblem,
  type Wording,
} from "./problem-messages.ts";
export { deeperThan } from "./parse.ts";
export { wordProblems } from "./strict.ts";
export { ScimGrammar } from "./grammar.ts";
export { isOperator } from "./operators.ts";
export { isClosed, literal, nameText, placeOf } from "./literals.ts";
export { lookAlikeProblems, looksAlike } from "./look-alikes.ts";
export type { Draft, Slot } from "./draft.ts";
