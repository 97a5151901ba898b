import type { IRecognitionException, IToken } from "chevrotain";
import { bounds } from "#base/bounds";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { AttributePathNode, FilterNode } from "./ast.ts";
import { strictProblems } from "./strict.ts";
import { lookAlikeProblems } from "./look-alikes.ts";
import type { Slot } from "./draft.ts";
import type { AttributePath, Filter } from "./filter.ts";
import type { FilterProblem } from "./filter-problem.ts";
import { ScimGrammar } from "./grammar.ts";
import { describeException, filterWording } from "./problem-messages.ts";
import { End, endToken, filterVocabulary, LeftBracket, LeftParenthesis, lexFilter, RightBracket, RightParenthesis } from "./tokens.ts";
import { toFilter, toPath } from "./to-filter.ts";

/** A filter as far as it could be read. */
export interface ParsedFilter {
  readonly node: FilterNode | undefined;
  /** The meaning; undefined when something is missing in it. */
  readonly filter: Filter | undefined;
  readonly problems: readonly FilterProblem[];
}

/** A path as far as it could be read. */
export interface ParsedPath {
  readonly node: AttributePathNode | undefined;
  readonly path: AttributePath | undefined;
  readonly problems: readonly FilterProblem[];
}

/**
 * Parses a filter (RFC 7644 §3.4.2.2, figure 1 with errata). Never throws. Without a problem the text follows the ABNF to the letter,
 * spacing included; with problems the tree holds what could be read.
 */
export function parseFilter(text: string): ParsedFilter {
  const slot: Slot<FilterNode> = { node: undefined };
  const { tokens, problems } = run(text, (parser) => parser.filterText(slot));
  const strict = problems.length > 0 ? problems : strictProblems(text, tokens, slot.node);
  return { node: slot.node, filter: slot.node === undefined ? undefined : toFilter(slot.node), problems: strict };
}

/** Parses a path (RFC 7644 §3.5.2, rule PATH). With `noValueFilter` only attribute notation (§3.10) passes. Never throws. */
export function parsePath(text: string): ParsedPath {
  const slot: Slot<AttributePathNode> = { node: undefined };
  const { tokens, problems } = run(text, (parser) => parser.pathText(slot));
  const strict = problems.length > 0 ? problems : strictProblems(text, tokens, slot.node);
  return { node: slot.node, path: slot.node === undefined ? undefined : toPath(slot.node), problems: strict };
}

/** Parses whole texts of filters and paths. */
export class FilterParser extends ScimGrammar {
  readonly filterText = this.RULE("filterText", (slot: Slot<FilterNode>) => {
    this.SUBRULE(this.filter, { ARGS: [slot] });
    this.CONSUME(End);
  });

  readonly pathText = this.RULE("pathText", (slot: Slot<AttributePathNode>) => {
    this.SUBRULE(this.path, { ARGS: [slot] });
    this.CONSUME(End);
  });

  constructor(skipValidations = true) {
    super(filterVocabulary, skipValidations);
    this.performSelfAnalysis();
  }
}

let parser: FilterParser | undefined;

function run(text: string, rule: (parser: FilterParser) => void): { tokens: IToken[]; problems: FilterProblem[] } {
  if (text.length > bounds.statementLength) {
    const message = say`This filter has more than ${bounds.statementLength} characters. Split it.`;
    return { tokens: [], problems: [{ code: "too-large", message, start: 0, end: text.length }] };
  }
  const tokens = lexFilter(text);
  const deep = deeperThan(tokens, bounds.nesting)?.startOffset;
  if (deep !== undefined) {
    const message = say`Parentheses nest more than ${bounds.nesting} levels deep here. Split this filter.`;
    return { tokens, problems: [{ code: "too-large", message, start: deep, end: deep + 1 }] };
  }
  parser ??= new FilterParser();
  parser.problems = [];
  parser.input = [...tokens, endToken(text.length)];
  rule(parser);
  // What the parser stumbles over after its first mistake is mostly the same one.
  const found = parser.errors.slice(0, 1).map((error) => toProblem(error));
  found.push(...parser.problems.map(({ range, message }) => syntax(range.start, range.end, message)));
  return { tokens, problems: [...lookAlikeProblems(tokens), ...found] };
}

function toProblem(error: IRecognitionException): FilterProblem {
  const { range, message } = describeException(error, filterWording, 0);
  return syntax(range.start, range.end, message);
}

function syntax(start: number, end: number, message: Sentence): FilterProblem {
  return { code: "syntax", message, start, end };
}

/** The first bracket that opens a level beyond `limit`. */
export function deeperThan(tokens: readonly IToken[], limit: number): IToken | undefined {
  let depth = 0;
  for (const token of tokens) {
    if (token.tokenType === LeftParenthesis || token.tokenType === LeftBracket) {
      if (++depth > limit) return token;
    } else if (token.tokenType === RightParenthesis || token.tokenType === RightBracket) depth--;
  }
  return undefined;
}
