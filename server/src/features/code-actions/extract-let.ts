import { own, say } from "#base/sentence";
import { covers } from "#base/text-range";
import { describe } from "#evaluation/describe";
import { walkExpression } from "#model/bind-expression";
import type { Binding, BoundStatement } from "#model/binding";
import type { Expression } from "#model/expression";
import { sourceAttributes } from "#model/source-attributes";
import { positionOf, startOf } from "#syntax/parse";
import type { DocumentTree, LinePosition, Statement } from "#syntax/parse";
import { textIn } from "#syntax/statement-text";
import type { LexedLine } from "#syntax/lex-line";
import type { CodeAction, Selection, TextEdit } from "./code-action.ts";

/** Gives the selected expression, or the call around the cursor, a name: a `let` above the map, or above the let it stands in. */
export function extractLet(selection: Selection): readonly CodeAction[] {
  const { snapshot, statement } = selection;
  const { tree } = snapshot;
  const binding = snapshot.binding();
  const bound = binding.statements.get(statement.index);
  if (bound?.expression === undefined || statement.parsed.problems.length > 0) return [];
  const part = partAt(bound.expression, tree, selection);
  const anchor = statement.parsed.node.kind === "Let" ? statement : tree.statements.at(statement.opener);
  if (part === undefined || anchor === undefined) return [];
  const text = textIn(tree, statement, part.range);
  // Only parentheses and brackets hold the lines of a statement together.
  if (part.kind === "concatenation" && text.includes("\n")) return [];
  const edits = (): readonly TextEdit[] => {
    const name = freshName(binding, bound, statement);
    const start = positionOf(tree, statement, part.range.start);
    const end = positionOf(tree, statement, part.range.end);
    return [declarationAbove(tree, anchor, `let ${name} = ${text}`), { start, end, text: `[${name}]` }];
  };
  return [{ title: say`Extract ${own(describe(part))} to a let`, kind: "refactor.extract", edits }];
}

/** Bare words and comparisons mean something only where they stand. */
const extractable: ReadonlySet<Expression["kind"]> = new Set(["call", "concatenation", "attribute", "text", "number"]);

function partAt(expression: Expression, tree: DocumentTree, { statement, start, end }: Selection): Expression | undefined {
  const parts = walkExpression(expression);
  if (start === end) return parts.findLast(({ kind, range }) => kind === "call" && covers(range, start));
  const text = textIn(tree, statement, { start, end });
  const from = start + text.length - text.trimStart().length;
  const to = end - (text.length - text.trimEnd().length);
  return parts.find(({ kind, range }) => extractable.has(kind) && range.start === from && range.end === to);
}

/** Above the comments that belong to the statement, so that they stay with it. */
function declarationAbove({ lines, lexed }: DocumentTree, anchor: Statement, declaration: string): TextEdit {
  const first = startOf(anchor);
  if (lines.item(anchor.firstLine).slice(0, first).trim() !== "") {
    const behind = { line: anchor.firstLine, character: first };
    return { start: behind, end: behind, text: `\n${declaration}\n` };
  }
  let line = anchor.firstLine;
  while (isOnlyComment(lexed.at(line - 1))) line--;
  const at: LinePosition = { line, character: line === 0 && lines.item(0).startsWith("\uFEFF") ? 1 : 0 };
  const space = anchor.parsed.node.kind === "Let" ? "\n" : "\n\n";
  return { start: at, end: at, text: declaration + space };
}

function isOnlyComment(line: LexedLine | undefined): boolean {
  return line !== undefined && line.tokens.length === 0 && line.comments.length > 0;
}

/** Named after the target, or the let, that it is a part of. */
function freshName(binding: Binding, { path }: BoundStatement, { parsed: { node } }: Statement): string {
  const sub = path?.subName?.text;
  const target = sub === undefined || sub === "value" ? path?.attributeName?.text : sub;
  const base = node.kind === "Let" ? `${node.name?.text ?? "let"}Part` : `${target?.replace(/[^A-Za-z0-9_$]/g, "") ?? "target"}Value`;
  const taken = takenNames(binding);
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}${number}`;
  return name;
}

/** A let may not hide a source attribute, whoever declares or only mentions it. */
function takenNames({ model, statements }: Binding): ReadonlySet<string> {
  const names: string[] = [...sourceAttributes("User"), ...sourceAttributes("Group"), ...model.lets].map(({ name }) => name);
  names.push(...model.sources.flatMap(({ attributes }) => attributes.map(({ name }) => name)));
  for (const { expression, sourceNames } of statements.values()) {
    names.push(...sourceNames.map(({ text }) => text));
    if (expression === undefined) continue;
    for (const part of walkExpression(expression)) if (part.kind === "attribute") names.push(part.name);
  }
  return new Set(names.map((name) => name.toLowerCase()));
}
