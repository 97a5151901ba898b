import { inEnglish } from "#base/render-sentence";
import { expect } from "vitest";
import type { AttributePathNode, FilterNode, LiteralNode, NameText } from "#scim/filter/ast";
import type { ExpressionNode, ModifierNode, StatementNode, TextNode, ValueNode } from "#syntax/ast";
import { parse, positionOf } from "#syntax/parse";
import type { DocumentTree } from "#syntax/parse";
import { dedent } from "./markers.ts";

/**
 * The shape of what was parsed, one line a statement, indented by its block: what was written with all nesting in parentheses, `?` for a
 * missing piece and `_` for an argument that is not given. `Kind pieces…`
 */
export function shapesOf(text: string): readonly string[] {
  const { statements } = parse(text);
  return statements.map(({ parsed: { node }, opener }) => {
    let depth = 0;
    for (let at = opener; at >= 0; at = statements.at(at)!.opener) depth++;
    return `${"  ".repeat(depth)}${[node.kind, ...piecesOf(node)].join(" ")}`;
  });
}

/** What is wrong with a text, as `line:start-end message`, lines and columns from 1, in the order of the text. */
export function problemsOf(text: string): readonly string[] {
  return problemsIn(parse(text));
}

function problemsIn(tree: DocumentTree): readonly string[] {
  const own = tree.statements.flatMap((statement) =>
    statement.parsed.problems.map(({ range, message }) => {
      const { line, character } = positionOf(tree, statement, range.start);
      const end = positionOf(tree, statement, range.end);
      const to = end.line === line ? String(end.character + 1) : `${end.line + 1}:${end.character + 1}`;
      return `${line + 1}:${character + 1}-${to} ${inEnglish(message)}`;
    }),
  );
  return [
    ...own,
    ...tree.problems.map(({ statement, message }) => `${tree.statements.at(statement)!.firstLine + 1} ${inEnglish(message)}`),
  ];
}

/** The shapes of a whole text. */
export function checkShapes(text: string, shapes: string): void {
  expect(shapesOf(dedent(text)).join("\n")).toBe(dedent(shapes).trimEnd());
}

/** The shape of one statement of a block, and all that is wrong with the text. */
export function checkIn(block: keyof typeof blocks, statement: string, shape: string, problems: readonly string[] = []): void {
  const [open, close] = blocks[block];
  const before = open === "" ? 0 : open.split("\n").length;
  const text = [...(open === "" ? [] : [open]), statement, ...(close === "" ? [] : [close])].join("\n");
  const inBlock = shapesOf(text)
    .slice(before, close === "" ? undefined : -close.split("\n").length)
    .map((line) => line.trim());
  expect({ shape: inBlock.join("\n"), problems: problemsOf(text).map((problem) => moved(problem, before)) }).toEqual({ shape, problems });
}

/** Lines are counted from the statement. */
function moved(problem: string, before: number): string {
  return problem.replace(/^\d+/, (line) => String(Number(line) - before)).replace(/^1:/, "");
}

const blocks = {
  document: ["", ""],
  map: ["map User -> User {", "}"],
  provision: ['provision "x" {', "}"],
  environment: ['provision "x" {\nenvironment e {', "}\n}"],
  schema: ["schema s = urn:x:s {", "}"],
  source: ["source User {", "}"],
  test: ['test "t" for User {', "}"],
  given: ['test "t" for User {\ngiven {', "}\n}"],
  expect: ['test "t" for User {\nexpect create {', "}\n}"],
} as const;

function piecesOf(node: StatementNode): readonly string[] {
  switch (node.kind) {
    case "Use":
      return [text(node.file)];
    case "Provision":
      return [text(node.name)];
    case "Environment":
    case "Source":
      return [name(node.name)];
    case "Setting":
      return [name(node.name), node.value === undefined ? "?" : expression(node.value)];
    case "Schema":
      return [name(node.name), name(node.urn)];
    case "AttributeDeclaration":
      return [name(node.name), `${name(node.type)}${node.multiValued ? "[]" : ""}`, ...node.characteristics.map(name)];
    case "Let":
      return [name(node.name), "=", expression(node.expression)];
    case "Map":
      return [
        node.sourceQuoted ? `"${name(node.source)}"` : name(node.source),
        "->",
        node.targetQuoted ? `"${name(node.target)}"` : name(node.target),
        ...(node.disabled ? ["disabled"] : []),
      ];
    case "Actions":
      return node.actions.map(name);
    case "Where":
      return [...(node.alternative ? ["or"] : []), ...(node.title === undefined ? [] : [text(node.title)]), filter(node.filter)];
    case "AttributeMapping":
      return [target(node.target), "=", expression(node.expression), ...node.modifiers.map(modifier)];
    case "Test":
      return [text(node.name), "for", name(node.target)];
    case "Expect":
      return [name(node.expectation)];
    case "ValueAssignment":
      return [target(node.target), "=", value(node.value)];
    case "Given":
    case "Close":
    case "Unknown":
      return [];
  }
}

function name(node: NameText | undefined): string {
  return node?.text ?? "?";
}

function text(node: TextNode | undefined): string {
  return node === undefined ? "?" : JSON.stringify(node.value);
}

function expression(node: ExpressionNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return "?";
    case "Call": {
      const given = node.arguments.map((argument) => (argument.expression === undefined ? "_" : expression(argument.expression)));
      return `(${[node.callee.text, ...given, ...(node.closed ? [] : ["…"])].join(" ")})`;
    }
    case "SourceReference":
      return `[${name(node.name)}]`;
    case "Text":
      return text(node);
    case "Number":
      return node.text;
    case "Word":
      return node.name;
    case "Concatenation":
      return `(& ${node.operands.map(expression).join(" ")})`;
    case "ComparisonExpression":
      return `(${node.operator} ${expression(node.left)} ${expression(node.right)})`;
  }
}

function modifier(node: ModifierNode): string {
  switch (node.kind) {
    case "Match":
      return `match ${expression(node.precedence)}`;
    case "Default":
      return `default ${text(node.value)}`;
    case "On":
      return `on ${node.flow === undefined ? "?" : "kind" in node.flow ? text(node.flow) : name(node.flow)}`;
  }
}

function target(node: AttributePathNode | TextNode | undefined): string {
  if (node === undefined) return "?";
  return node.kind === "Text" ? text(node) : path(node);
}

function path(node: AttributePathNode | undefined): string {
  if (node === undefined) return "?";
  const outer = node.outerSubAttribute === undefined ? "" : `.${node.outerSubAttribute.text}`;
  const inside = node.valueFilter === undefined ? "" : `[${filter(node.valueFilter.filter)}]`;
  const sub = node.subAttribute === undefined ? "" : `.${node.subAttribute.text}`;
  return `${node.uri === undefined ? name(node.attribute) : `<${node.uri.text}>`}${outer}${inside}${sub}`;
}

function filter(node: FilterNode | undefined): string {
  switch (node?.kind) {
    case undefined:
      return "?";
    case "And":
    case "Or":
      return `(${[node.kind.toLowerCase(), ...node.operands.map(filter)].join(" ")})`;
    case "Not":
      return `(not ${filter(node.operand)})`;
    case "ValuePath":
      return path(node.path);
    case "Comparison": {
      return `(${[name(node.operator), path(node.path), ...(node.value === undefined ? [] : [literal(node.value)])].join(" ")})`;
    }
  }
}

function literal(node: LiteralNode): string {
  return node.value === undefined ? `?${node.text}` : JSON.stringify(node.value);
}

function value(node: ValueNode | undefined): string {
  if (node === undefined) return "?";
  return node.kind === "List" ? `[${node.items.map(value).join(" ")}]` : literal(node);
}
