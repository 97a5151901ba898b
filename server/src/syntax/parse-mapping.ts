import type { IToken } from "chevrotain";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { AttributePathNode } from "#scim/filter/ast";
import { nameText, wordProblems, type ParseProblem, type Slot } from "#scim/filter/vocabulary";
import type { AttributeMappingNode, ExpressionNode, ModifierNode, ValueAssignmentNode, ValueNode } from "./ast.ts";
import { textNode, valueLiteral } from "./expression-nodes.ts";
import { plainSource } from "./plain-expression.ts";
import { inOrder, endOfTokens, missingAt, rangeOf, runGrammar } from "./run-grammar.ts";
import { splitAtEquals, type SplitAtEquals } from "./split-at-equals.ts";
import { Dot, Name, NumberText, Text, Uri } from "./tokens.ts";
import { behindExpression } from "./wording.ts";

interface Parsed<Node> {
  readonly node: Node;
  readonly problems: readonly ParseProblem[];
}

/** `emails[type eq "work"].value = [mail] match 2`. */
export function parseMapping(tokens: readonly IToken[], range: TextRange): Parsed<AttributeMappingNode> {
  const split = splitAtEquals(tokens, range.start);
  const target = parseTarget(split, range.start);
  const plain = plainSource(split.right);
  const source = plain === undefined ? brokenSource(split) : { ...plain, problems: noProblems };
  const node: AttributeMappingNode = {
    kind: "AttributeMapping",
    range,
    target: target.node,
    expression: source.expression,
    modifiers: source.modifiers,
  };
  return { node, problems: inOrder([...split.problems, ...target.problems, ...source.problems]) };
}

const noProblems: readonly ParseProblem[] = [];

/** What can still be read behind the `=` of a mapping. */
function brokenSource(split: SplitAtEquals): Pick<AttributeMappingNode, "expression" | "modifiers"> & Pick<Parsed<unknown>, "problems"> {
  const slot: Slot<ExpressionNode> = { node: undefined };
  const modifiers: ModifierNode[] = [];
  const wording = behindExpression(
    () => slot.node,
    (found) => say`'${found}' cannot stand here. Behind the source stand 'match 1', 'default "…"' and 'on create'.`,
  );
  const problems = parseSource(split, say`The source is missing behind '='.`, () =>
    runGrammar(split.right, split.end, (grammar) => grammar.mappingSource(slot, modifiers), wording),
  );
  return { expression: slot.node, modifiers, problems };
}

/** `department = "Sales"` in `given` and `expect`. */
export function parseValueAssignment(tokens: readonly IToken[], range: TextRange): Parsed<ValueAssignmentNode> {
  const split = splitAtEquals(tokens, range.start);
  const target = parseTarget(split, range.start);
  const slot: Slot<ValueNode> = { node: undefined };
  const value = parseSource(
    split,
    say`The value is missing behind '='.`,
    () => plainValue(split.right, slot) ?? runGrammar(split.right, split.end, (grammar) => grammar.valueEntry(slot)),
  );
  const node: ValueAssignmentNode = { kind: "ValueAssignment", range, target: target.node, value: slot.node };
  return { node, problems: inOrder([...split.problems, ...target.problems, ...value]) };
}

function parseTarget({ left }: SplitAtEquals, start: number): Parsed<AttributeMappingNode["target"]> {
  if (left.length === 0) return { node: undefined, problems: [missingAt(start, say`The attribute is missing before '='.`)] };
  const [first] = left;
  if (left.length === 1 && first?.tokenType === Text) return { node: textNode(first), problems: [] };
  const plain = plainPath(left);
  if (plain !== undefined) return { node: plain, problems: [] };
  const slot: Slot<AttributePathNode> = { node: undefined };
  const problems = runGrammar(left, start, (grammar) => grammar.pathEntry(slot));
  return { node: slot.node, problems: [...problems, ...wordProblems(slot.node, false)] };
}

/** `name`, `name.sub` or a URN, which most targets are: what the grammar makes of them, without running it. */
function plainPath(tokens: readonly IToken[]): AttributePathNode | undefined {
  const [first, dot, sub] = tokens;
  if (first === undefined || (tokens.length !== 1 && (tokens.length !== 3 || dot?.tokenType !== Dot || sub?.tokenType !== Name)))
    return undefined;
  if (first.tokenType !== Name && first.tokenType !== Uri) return undefined;
  return {
    kind: "AttributePath",
    range: rangeOf(tokens),
    uri: first.tokenType === Uri ? nameText(first) : undefined,
    attribute: first.tokenType === Name ? nameText(first) : undefined,
    outerSubAttribute: undefined,
    valueFilter: undefined,
    subAttribute: sub === undefined ? undefined : nameText(sub),
  };
}

/** A text or a number, which most values are: what the grammar makes of it, without running it. */
function plainValue(tokens: readonly IToken[], slot: Slot<ValueNode>): readonly ParseProblem[] | undefined {
  const [token] = tokens;
  if (token === undefined || tokens.length !== 1 || (token.tokenType !== Text && token.tokenType !== NumberText)) return undefined;
  slot.node = valueLiteral(token);
  return [];
}

/** Nothing behind `=` is one problem; where `=` is missing too, that is the same one. */
function parseSource(split: SplitAtEquals, nothing: Sentence, parse: () => readonly ParseProblem[]): readonly ParseProblem[] {
  if (split.right.length > 0) return parse();
  return split.hasEquals ? [missingAt(endOfTokens(split.right, split.end), nothing)] : [];
}
