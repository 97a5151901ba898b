import type { IToken } from "chevrotain";
import { say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { nameText, notExpected, placeOf, type ParseProblem, type Slot } from "#scim/filter/vocabulary";
import { align } from "./align.ts";
import type { ExpressionNode, LetNode } from "./ast.ts";
import { letHeadLength, letSlots } from "./head-slots.ts";
import { endOfTokens, missingAt, runGrammar } from "./run-grammar.ts";
import { behindExpression } from "./wording.ts";
import { splitColon, superfluousEquals } from "./split-at-equals.ts";

const missingLet = say`'let' is missing here. A mapping stands in a 'map' block.`;
const wording = (found: Part): Sentence => say`'${found}' cannot stand here: a 'let' is one expression.`;

/** `let fullName = Join(" ", [givenName], [surname])`. */
export function parseLet(written: readonly IToken[], range: TextRange): { node: LetNode; problems: readonly ParseProblem[] } {
  const colon = splitColon(written[1]);
  const tokens = colon === undefined ? written : [written[0]!, colon.name, colon.colon, ...written.slice(2)];
  const length = letHeadLength(tokens);
  const head = align(tokens.slice(0, length), letSlots, range.start);
  const problems = head.problems.map((problem) => (problem.lacks === "let" ? { ...problem, message: missingLet } : problem));
  const start = endOfTokens(tokens.slice(0, length), range.start);
  const doubled = superfluousEquals(tokens, length);
  const tail = tokens.slice(length + doubled.count);
  const slot: Slot<ExpressionNode> = { node: undefined };
  const behind =
    tail.length === 0 && problems.length === 0
      ? [missingAt(start, say`The expression is missing behind '='.`)]
      : tail.length === 0
        ? []
        : runGrammar(
            tail,
            start,
            (grammar) => grammar.expressionEntry(slot),
            behindExpression(() => slot.node, wording),
          );
  const sign = colon === undefined ? [] : [{ range: placeOf(colon.colon), message: notExpected(say`'='`, ":") }];
  const name = head.found.name === undefined ? undefined : nameText(head.found.name);
  return { node: { kind: "Let", range, name, expression: slot.node }, problems: [...sign, ...problems, ...doubled.problems, ...behind] };
}
