import type { IToken } from "chevrotain";
import { say } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { FilterNode } from "#scim/filter/ast";
import { excerpt, missing, notExpected, placeOf, wordProblems, type ParseProblem, type Slot } from "#scim/filter/vocabulary";
import type { WhereNode } from "./ast.ts";
import { looksLikeFilter } from "./classify.ts";
import { textNode } from "./expression-nodes.ts";
import { endOfTokens, missingAt, runGrammar } from "./run-grammar.ts";
import { Equals, Text, wordOf } from "./tokens.ts";

/** `or where "Pilot" extensionAttribute1 eq "pilot"`. */
export function parseWhere(tokens: readonly IToken[], range: TextRange): { node: WhereNode; problems: readonly ParseProblem[] } {
  const { alternative, length, problems } = readHead(tokens, range.start);
  const behind = tokens.slice(length);
  const title = behind[0]?.tokenType === Text ? textNode(behind[0]) : undefined;
  const condition = title === undefined ? behind : behind.slice(1);
  const start = endOfTokens(title === undefined ? tokens.slice(0, length) : tokens.slice(0, length + 1), range.start);
  const slot: Slot<FilterNode> = { node: undefined };
  const found = runGrammar(condition, start, (grammar) => {
    grammar.scoping = true;
    grammar.filterEntry(slot);
  });
  const words = found.length > 0 ? [] : wordProblems(slot.node, true);
  return { node: { kind: "Where", range, alternative, title, filter: slot.node }, problems: [...problems, ...found, ...words] };
}

interface WhereHead {
  readonly alternative: boolean;
  /** How many tokens stand before the title or the filter. */
  readonly length: number;
  readonly problems: readonly ParseProblem[];
}

function readHead(tokens: readonly IToken[], start: number): WhereHead {
  const where = tokens.slice(0, 3).findIndex((token) => wordOf(token) === "where");
  if (where < 0) return withoutWhere(tokens, start);
  const alternative = tokens.slice(0, where).some((token) => wordOf(token) === "or");
  let length = where + 1;
  while (isTooMuch(tokens, length)) length++;
  const superfluous = tokens.slice(0, length).filter((token, at) => at !== where && !(alternative && wordOf(token) === "or"));
  const problems = superfluous.map((token) => ({
    range: placeOf(token),
    message: say`'${excerpt(token.image)}' cannot stand here. Remove it.`,
  }));
  return { alternative, length, problems };
}

/** A second `where`, or the `=` of a mapping. */
function isTooMuch(tokens: readonly IToken[], at: number): boolean {
  return tokens[at]?.tokenType === Equals || (wordOf(tokens[at]) === "where" && !looksLikeFilter(tokens.slice(at)));
}

/** The word is missing or misspelt. */
function withoutWhere(tokens: readonly IToken[], start: number): WhereHead {
  const first = tokens[0];
  if (first === undefined || wordOf(first) === undefined || looksLikeFilter(tokens)) {
    return { alternative: false, length: 0, problems: [missingAt(start, missing(say`'where'`))] };
  }
  if (wordOf(first) === "or")
    return { alternative: true, length: 1, problems: [missingAt(endOfTokens([first], start), missing(say`'where'`))] };
  const message = notExpected(say`'where' or 'or where'`, first.image);
  return { alternative: false, length: 1, problems: [{ range: placeOf(first), message }] };
}
