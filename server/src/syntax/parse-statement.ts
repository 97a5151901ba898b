import type { IToken } from "chevrotain";
import { bounds } from "#base/bounds";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { deeperThan, endOf, placeOf, type ParseProblem } from "#scim/filter/vocabulary";
import type { StatementNode } from "./ast.ts";
import { opens, type StatementKind } from "./classify.ts";
import {
  parseEnvironment,
  parseExpect,
  parseGiven,
  parseMap,
  parseProvision,
  parseSchema,
  parseSetting,
  parseSource,
  parseTest,
  parseUse,
} from "./headers.ts";
import { foreignComment, lexicalProblems, unclosedTextAt, type SyntaxProblem } from "./lexical-problems.ts";
import { parseActions } from "./parse-actions.ts";
import { parseAttributeDeclaration } from "./parse-attribute-declaration.ts";
import { parseLet } from "./parse-let.ts";
import { parseMapping, parseValueAssignment } from "./parse-mapping.ts";
import { parseWhere } from "./parse-where.ts";
import { missingAt, rangeOf } from "./run-grammar.ts";
import { withoutStrays, type RawStatement } from "./statements.ts";
import { Comma, Stray, wordOf } from "./tokens.ts";

export type { SyntaxProblem } from "./lexical-problems.ts";

/** A statement on its own: node and problems, both with offsets from the start of its first line. Nothing in it depends on its neighbours. */
export interface ParsedStatement {
  readonly node: StatementNode;
  readonly problems: readonly SyntaxProblem[];
}

type Unparsed = Pick<RawStatement, "tokens" | "kind" | "block" | "end">;

interface Parsed {
  readonly node: StatementNode;
  readonly problems: readonly ParseProblem[];
}

/** Parses one statement. Never throws; a node comes back for any tokens. */
export function parseStatement(raw: Unparsed): ParsedStatement {
  const { tokens, kind } = raw;
  const range = rangeOf(tokens);
  if (range.end - range.start > bounds.statementLength) return tooLong(raw, range);
  const meaningful = withoutStrays(withoutSeparator(raw));
  if (deeperThan(meaningful, bounds.nesting) !== undefined) return tooDeep(range);
  const { node, problems } = parseKind(meaningful, kind, range);
  const lexical = lexicalProblems(tokens);
  if (problems.length === 0 && raw.end === "whole") return { node, problems: lexical };
  if (foreignComment(tokens) !== undefined) return { node, problems: lexical };
  const news = problems.filter((problem) => isNews(problem, tokens, lexical));
  const grammatical = withEnd(raw, news).slice(0, MAX_PROBLEMS);
  return {
    node,
    problems: [...lexical, ...grammatical.map(({ range: at, message }): SyntaxProblem => ({ code: "syntax", range: at, message }))],
  };
}

/** More problems than this in one statement tell nobody anything. */
const MAX_PROBLEMS = 3;

/** The `,` between two statements belongs to neither. */
function withoutSeparator({ tokens, block }: Unparsed): readonly IToken[] {
  return tokens.length > 1 && tokens.at(-1)?.tokenType === Comma && block !== "document" ? tokens.slice(0, -1) : tokens;
}

function tooDeep(range: TextRange): ParsedStatement {
  const message = say`Parentheses nest more than ${bounds.nesting} levels deep here. Split this statement with 'let'.`;
  return { node: { kind: "Unknown", range }, problems: [{ code: "too-large", range, message }] };
}

/** What its beginning says is kept, such as the name of a `let`. */
function tooLong(raw: Unparsed, { start, end }: TextRange): ParsedStatement {
  const [first] = raw.tokens;
  const beginning = withoutStrays(raw.tokens.filter((token) => endOf(token) - start <= bounds.statementLength));
  const isDeep = deeperThan(beginning, bounds.nesting) !== undefined;
  const { node } = isDeep ? tooDeep({ start, end }) : parseKind(beginning, raw.kind, { start, end });
  const message = say`This statement has more than ${bounds.statementLength} characters, so only its beginning is read. Split it.`;
  return { node, problems: [{ code: "too-large", range: first === undefined ? { start, end } : placeOf(first), message }] };
}

/** Behind an unclosed text everything belongs to it, and beside a stray character every other mistake is the same one. */
function isNews({ range }: ParseProblem, tokens: readonly IToken[], lexical: readonly SyntaxProblem[]): boolean {
  const limit = unclosedTextAt(tokens) ?? Number.POSITIVE_INFINITY;
  if (range.start >= limit || range.end >= limit) return false;
  const at = tokens.findIndex((token) => token.startOffset >= range.start);
  if (tokens[at]?.tokenType === Stray || tokens[at - 1]?.tokenType === Stray) return false;
  return !lexical.some((problem) => problem.range.start === range.start && problem.range.end === range.end);
}

/** Says so where not the statement's own last token ended it. */
function withEnd(raw: Unparsed, problems: readonly ParseProblem[]): readonly ParseProblem[] {
  const at = rangeOf(withoutSeparator(raw)).end;
  switch (raw.end) {
    case "whole":
      return problems;
    case "comma-missing":
      return [...problems, missingAt(at, say`',' is missing here, between two statements on one line.`)];
    case "next-assignment":
      return problems.map((problem) =>
        problem.range.start === at && problem.lacks === "closing-parenthesis" ? missingAt(at, cutShort) : problem,
      );
  }
}

const cutShort = say`')' is missing here: what follows begins another statement. A comparison inside a call begins with [attribute], or stands right behind '('.`;

function parseKind(tokens: readonly IToken[], kind: StatementKind, range: TextRange): Parsed {
  if (tokens.length === 1 && tokens[0]?.tokenType === Comma) {
    return { node: { kind: "Unknown", range }, problems: [{ range, message: say`This ',' separates nothing. Remove it.` }] };
  }
  switch (kind) {
    case "Use":
      return parseUse(tokens, range);
    case "Provision":
      return parseProvision(tokens, range);
    case "Environment":
      return parseEnvironment(tokens, range);
    case "Schema":
      return parseSchema(tokens, range);
    case "Source":
      return parseSource(tokens, range);
    case "Map":
      return parseMap(tokens, range);
    case "Test":
      return parseTest(tokens, range);
    case "Given":
      return parseGiven(tokens, range);
    case "Expect":
      return parseExpect(tokens, range);
    case "Actions":
      return parseActions(tokens, range);
    case "Let":
      return parseLet(tokens, range);
    case "Where":
      return parseWhere(tokens, range);
    case "Setting":
      return parseSetting(tokens, range);
    case "AttributeDeclaration":
      return parseAttributeDeclaration(tokens, range);
    case "AttributeMapping":
      return parseMapping(tokens, range);
    case "ValueAssignment":
      return parseValueAssignment(tokens, range);
    case "Close":
      return { node: { kind: "Close", range }, problems: [] };
    case "Unknown":
      return { node: { kind: "Unknown", range }, problems: [{ range, message: unknownMessage(tokens) }] };
  }
}

function unknownMessage(tokens: readonly IToken[]): Sentence {
  const first = own(tokens[0]?.image ?? "");
  const home = homes.get(wordOf(tokens[0]) ?? "");
  if (home !== undefined) return say`'${first}' stands in a '${own(home)}' block.`;
  if (opens(tokens)) return say`No block can stand here. Remove this '{' and its '}'.`;
  return say`'${first}' begins no statement that can stand here. At the top of a file stand use, provision, schema, source, let, map and test.`;
}

/** The blocks of words that cannot stand at the top of a file. */
const homes: ReadonlyMap<string, string> = new Map([
  ["environment", "provision"],
  ["actions", "map"],
  ["where", "map"],
  ["or", "map"],
  ["given", "test"],
  ["expect", "test"],
]);
