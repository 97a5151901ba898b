import type { IToken } from "chevrotain";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { describeException, endOf, endToken, type ParseProblem, type Wording } from "#scim/filter/vocabulary";
import { StatementGrammar } from "./grammar.ts";
import { statementWording } from "./wording.ts";

let grammar: StatementGrammar | undefined;

/** Runs one rule of the grammar over `tokens`. `start` is where the first of them stands or is missing. */
export function runGrammar(
  tokens: readonly IToken[],
  start: number,
  rule: (grammar: StatementGrammar) => void,
  wording: Wording = statementWording,
): readonly ParseProblem[] {
  const parser = (grammar ??= new StatementGrammar());
  parser.problems = [];
  parser.scoping = false;
  parser.input = [...tokens, endToken(endOfTokens(tokens, start))];
  withoutStacks(() => rule(parser));
  const [first] = parser.errors;
  if (first === undefined) return parser.problems;
  // What the parser stumbles over after its first mistake is mostly the same one.
  const thrown = describeException(first, wording, start);
  return inOrder([...parser.problems.filter(({ range }) => range.start < thrown.range.start), thrown]);
}

/** Half-typed text is no bug: the parser throws for itself, and gathering a stack is half of what that costs. */
function withoutStacks(parse: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    parse();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** From the first token to the end of the last. */
export function rangeOf(tokens: readonly IToken[]): TextRange {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: first.startOffset, end: endOf(last) };
}

/** Where tokens end; `otherwise` where there are none. */
export function endOfTokens(tokens: readonly IToken[], otherwise: number): number {
  const last = tokens.at(-1);
  return last === undefined ? otherwise : endOf(last);
}

/** Problems in the order of the text. */
export function inOrder(problems: readonly ParseProblem[]): readonly ParseProblem[] {
  return problems.length < 2 ? problems : [...problems].sort((a, b) => a.range.start - b.range.start);
}

/** A place of no length, where something is missing. */
export function missingAt(offset: number, message: Sentence): ParseProblem {
  return { range: { start: offset, end: offset }, message };
}
