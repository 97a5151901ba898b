import type { IToken } from "chevrotain";
import type { TextRange } from "#base/text-range";
import type { AttributePathNode, FilterNode } from "#scim/filter/ast";
import {
  deeperThan,
  describeException,
  endOf,
  endToken,
  excerpt,
  filterExpectations,
  isClosed,
  lookAlikeProblems,
  MAX_DEPTH,
  nameText,
  type ParseProblem,
  type Slot,
} from "#scim/filter/vocabulary";
import type { AttributeMappingNode, ExpressionNode, ModifierNode, StatementNode, ValueAssignmentNode, ValueNode } from "./ast.ts";
import type { StatementKind } from "./classify.ts";
import { align } from "./align.ts";
import { StatementGrammar, textNode } from "./grammar.ts";
import { letHeadLength, letSlots } from "./head-slots.ts";
import {
  parseActions,
  parseAttributeDeclaration,
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
import { splitAtEquals, superfluousEquals } from "./split-at-equals.ts";
import type { RawStatement } from "./statements.ts";
import { Comma, Equals, LeftBrace, statementTokenNames, Stray, Text, wordOf } from "./tokens.ts";

export interface SyntaxProblem {
  readonly code: "syntax" | "look-alike-character";
  readonly range: TextRange;
  readonly message: string;
}

/** A statement on its own: node and problems, both with offsets from the start of its first line. Nothing in it depends on its neighbours. */
export interface ParsedStatement {
  readonly node: StatementNode;
  readonly problems: readonly SyntaxProblem[];
}

/** Parses one statement. Never throws; a node comes back for any tokens. */
export function parseStatement(raw: Pick<RawStatement, "tokens" | "kind" | "block" | "lacksComma">): ParsedStatement {
  const lexical = lexicalProblems(raw.tokens);
  const separator = raw.tokens.length > 1 && raw.tokens.at(-1)?.tokenType === Comma && raw.block !== "document";
  const meaningful = (separator ? raw.tokens.slice(0, -1) : raw.tokens).filter((token) => token.tokenType !== Stray);
  const range = rangeOf(raw.tokens);
  if (deeperThan(meaningful, MAX_DEPTH) !== undefined) {
    return {
      node: { kind: "Unknown", range },
      problems: [
        {
          code: "syntax",
          range,
          message: `Parentheses nest more than ${String(MAX_DEPTH)} levels deep here. Split this statement with 'let'.`,
        },
      ],
    };
  }
  const { node, problems } = parseKind(meaningful, raw.kind, range);
  const limit = lexical.unclosedAt ?? Number.POSITIVE_INFINITY;
  // Behind an unclosed text everything belongs to it; what else the grammar misses there is the same mistake.
  const grammatical = problems.filter((problem) => problem.range.end < limit && problem.range.start < limit).slice(0, MAX_PROBLEMS);
  return { node, problems: [...lexical.problems, ...grammatical.map((problem): SyntaxProblem => ({ code: "syntax", ...problem }))] };
}

/** More problems than this in one statement tell nobody anything. */
const MAX_PROBLEMS = 3;

interface Parsed {
  readonly node: StatementNode;
  readonly problems: readonly ParseProblem[];
}

function parseKind(tokens: readonly IToken[], kind: StatementKind, range: TextRange): Parsed {
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

function parseLet(tokens: readonly IToken[], range: TextRange): Parsed {
  const head = tokens.slice(0, letHeadLength(tokens));
  const { found, problems } = align(head, letSlots, range.start);
  const tail = tokens.slice(head.length);
  const behind = tail.findIndex((token) => token.tokenType !== Equals);
  const doubled = tail.slice(0, Math.max(0, behind)).map(superfluousEquals);
  const slot: Slot<ExpressionNode> = { node: undefined };
  const thrown = run(tail.slice(doubled.length), endOfTokens(head, range.start), (grammar) => grammar.expressionEntry(slot));
  return {
    node: { kind: "Let", range, name: found.name === undefined ? undefined : nameText(found.name), expression: slot.node },
    problems: [...problems, ...doubled, ...thrown],
  };
}

function parseWhere(tokens: readonly IToken[], range: TextRange): Parsed {
  const head = Math.max(
    0,
    tokens.findIndex((token) => wordOf(token) === "where"),
  );
  const alternative = head > 0 && wordOf(tokens[head - 1]) === "or";
  const problems = tokens.slice(0, alternative ? head - 1 : head).map((token): ParseProblem => ({
    range: rangeOf([token]),
    message: `'${excerpt(token.image)}' cannot stand before 'where'. Remove it.`,
  }));
  const behind = tokens.slice(head + 1);
  const hasTitle = behind[0]?.tokenType === Text;
  const title = hasTitle ? textNode(behind[0]!) : undefined;
  const slot: Slot<FilterNode> = { node: undefined };
  const filterTokens = behind.slice(hasTitle ? 1 : 0);
  problems.push(
    ...run(filterTokens, endOfTokens(tokens, range.start), (grammar) => {
      grammar.scoping = true;
      grammar.filterEntry(slot);
    }),
  );
  return { node: { kind: "Where", range, alternative, title, filter: slot.node }, problems };
}

function parseMapping(tokens: readonly IToken[], range: TextRange): Parsed {
  const split = splitAtEquals(tokens, range.start);
  const problems: ParseProblem[] = [...split.problems];
  const target = parseTarget(split.left, range.start, problems);
  const slot: Slot<ExpressionNode> = { node: undefined };
  const modifiers: ModifierNode[] = [];
  problems.push(...run(split.right, endOfTokens(tokens, range.start), (grammar) => grammar.mappingSource(slot, modifiers)));
  const node: AttributeMappingNode = { kind: "AttributeMapping", range, target, expression: slot.node, modifiers };
  return { node, problems: inOrder(problems) };
}

function parseTarget(tokens: readonly IToken[], start: number, problems: ParseProblem[]): AttributeMappingNode["target"] {
  if (tokens.length === 0) {
    problems.push({ range: { start, end: start }, message: "The target attribute is missing before '='." });
    return undefined;
  }
  if (tokens.length === 1 && tokens[0]!.tokenType === Text) return textNode(tokens[0]!);
  const slot: Slot<AttributePathNode> = { node: undefined };
  problems.push(...run(tokens, endOfTokens(tokens, start), (grammar) => grammar.pathEntry(slot)));
  return slot.node;
}

function parseValueAssignment(tokens: readonly IToken[], range: TextRange): Parsed {
  if (tokens.length === 1 && tokens[0]!.tokenType === Comma) {
    return {
      node: { kind: "ValueAssignment", range, target: undefined, value: undefined },
      problems: [{ range, message: "This ',' separates nothing. Remove it." }],
    };
  }
  const split = splitAtEquals(tokens, range.start);
  const problems: ParseProblem[] = [...split.problems];
  const target = parseTarget(split.left, range.start, problems);
  const slot: Slot<ValueNode> = { node: undefined };
  problems.push(...run(split.right, endOfTokens(tokens, range.start), (grammar) => grammar.valueEntry(slot)));
  const node: ValueAssignmentNode = { kind: "ValueAssignment", range, target, value: slot.node };
  return { node, problems: inOrder(problems) };
}

function unknownMessage(tokens: readonly IToken[]): string {
  const first = tokens[0]?.image ?? "";
  if (tokens.at(-1)?.tokenType === LeftBrace) return "No block of this kind can stand here.";
  if (first === "") return "This cannot stand here. Remove it.";
  return `'${first}' begins no statement that can stand here. At the top of a file stand use, provision, schema, source, let, map and test.`;
}

let grammar: StatementGrammar | undefined;

function run(tokens: readonly IToken[], end: number, rule: (grammar: StatementGrammar) => void): readonly ParseProblem[] {
  const parser = (grammar ??= new StatementGrammar());
  parser.problems = [];
  parser.scoping = false;
  parser.input = [...tokens, endToken(end)];
  rule(parser);
  const thrown = parser.errors.map((error) => within(describeException(error, statementTokenNames, expectations), end));
  return inOrder([...thrown, ...parser.problems]);
}

/** Where nothing was read before the mistake, it stands at the end of what precedes. */
function within(problem: ParseProblem, end: number): ParseProblem {
  return problem.range.end === 0 ? { ...problem, range: { start: end, end } } : problem;
}

const expectations: Readonly<Record<string, string>> = {
  ...filterExpectations,
  operandExpression: "a value: a function call, a [source attribute], a text in double quotes or a number",
  expressionEntry: "the end of the expression",
  mappingSource: "'match', 'default', 'on create' or the end of the line",
  pathEntry: "'='",
  filterEntry: "'and', 'or' or the end of the filter",
  valueEntry: "the end of the value",
  value: "a value: a text in double quotes, a number, true, false, null or a list in [ ]",
  "call:RightParenthesis": "',' or ')'",
  "reference:Name": "the name of a source attribute",
  "reference:RightBracket": "']'",
  "matchModifier:NumberText": "the precedence, a number from 1 up,",
  "defaultModifier:Text": "the default value in double quotes",
  onModifier: "'create'",
  modifier: "'match', 'default' or 'on create'",
};

interface LexicalProblems {
  readonly problems: readonly SyntaxProblem[];
  readonly unclosedAt: number | undefined;
}

function lexicalProblems(tokens: readonly IToken[]): LexicalProblems {
  const problems: SyntaxProblem[] = [];
  let unclosedAt: number | undefined;
  for (const { start, end, message } of lookAlikeProblems(tokens))
    problems.push({ code: "look-alike-character", range: { start, end }, message });
  for (const token of tokens) {
    const range = rangeOf([token]);
    if (token.tokenType === Stray)
      problems.push({
        code: "syntax",
        range,
        message: `'${token.image}' cannot stand here. Remove it, or put it in double quotes if it is a text.`,
      });
    if (token.tokenType !== Text) continue;
    if (token.image.startsWith("'")) problems.push({ code: "syntax", range, message: "Texts stand in double quotes, not in single ones." });
    else if (!isClosed(token.image))
      problems.push({ code: "syntax", range, message: "This text has no closing quote; it ends with its line. Add '\"'." });
    if (!isClosed(token.image)) unclosedAt = token.startOffset;
  }
  return { problems, unclosedAt };
}

function rangeOf(tokens: readonly IToken[]): TextRange {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: first.startOffset, end: endOf(last) };
}

function endOfTokens(tokens: readonly IToken[], otherwise: number): number {
  const last = tokens.at(-1);
  return last === undefined ? otherwise : endOf(last);
}

function inOrder(problems: readonly ParseProblem[]): ParseProblem[] {
  return [...problems].sort((a, b) => a.range.start - b.range.start);
}
