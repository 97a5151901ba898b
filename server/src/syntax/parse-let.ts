import type { IToken } from "chevrotain";
import { say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { nameText, notExpected, placeOf, type ParseProblem, type Slot } from "#scim/filter/vocabulary";
import { align } from "./align.ts";
import type { ExpressionNode, LetNode } from "./ast.ts";
import { letHeadLength, letSlots } from "./head-slots.ts";
import { endOfTokens, missingAt, runGrammar } from "./run-grammar.ts";
import { plainExpression } from "./plain-expression.ts";
import { behindExpression } from "./wording.ts";
import { splitColon, superfluousEquals } from "./split-at-equals.ts";

const missingLet = say`'let' is missing here. A mapping stands in a 'map' block.`;
const wording = (found: Part): Sentence => say`'${found}' cannot stand here: a 'let' is one expression.`;

/** `let fullName = Join(" ", [givenName], [surname])`. */
export function parseLet(written: readonly IToken[], range: TextRange): { node: LetNode; problems: readonly ParseProblem[] } {
  const colon = splitColon(written[1]);
  const tokens = colon === undefined ? written : [...written.slice(0, 1), colon.name, colon.colon, ...written.slice(2)];
  const length = letHeadLength(tokens);
  const head = align(tokens.slice(0, length), letSlots, range.start);
  const problems = head.problems.map((problem) => (problem.lacks === "let" ? { ...problem, message: missingLet } : problem));
  const start = endOfTokens(tokens.slice(0, length), range.start);
  const doubled = superfluousEquals(tokens, length);
  const tail = tokens.slice(length + doubled.count);
  const plain = plainExpression(tail);
  const source = plain === undefined ? brokenExpression(tail, start, problems.length === 0) : { node: plain, problems: [] };
  const sign = colon === undefined ? [] : [{ range: placeOf(colon.colon), message: notExpected(say`'='`, ":") }];
  const name = head.found.name === undefined ? undefined : nameText(head.found.name);
  return {
    node: { kind: "Let", range, name, expression: source.node },
    problems: [...sign, ...problems, ...doubled.problems, ...source.problems],
  };
}

/** What can still be read of an expression; where nothing is there, that is a problem unless the head has one already. */
function brokenExpression(
  tokens: readonly IToken[],
  start: number,
  isHeadWhole: boolean,
): { readonly node: ExpressionNode | undefined; readonly problems: readonly ParseProblem[] } {
  if (tokens.length === 0)
    return { node: undefined, problems: isHeadWhole ? [missingAt(start, say`The expression is missing behind '='.`)] : [] };
  const slot: Slot<ExpressionNode> = { node: undefined };
  const around = behindExpression(() => slot.node, wording);
  const problems = runGrammar(tokens, start, (grammar) => grammar.expressionEntry(slot), around);
  return { node: slot.node, problems };
}
