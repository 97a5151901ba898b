import { own, say } from "#base/sentence";
import { covers } from "#base/text-range";
import type { TextRange } from "#base/text-range";
import { walkExpression } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import { endOf } from "#scim/filter/vocabulary";
import { positionOf, startOf } from "#syntax/parse";
import type { DocumentTree, Statement } from "#syntax/parse";
import { textIn } from "#syntax/statement-text";
import type { DocumentSnapshot } from "#workspace/snapshot";
import type { CodeAction, Selection, TextEdit } from "./code-action.ts";

/** Puts the expression of a let in the place of a reference to it, or of all. */
export function inlineLet(selection: Selection): readonly CodeAction[] {
  const { snapshot } = selection;
  const { tree } = snapshot;
  const chosen = chosenLet(selection);
  const declaration = chosen && declarationOf(snapshot, chosen.name);
  if (chosen === undefined || declaration === undefined) return [];
  const { statement, text } = declaration;
  const references = referencesTo(snapshot, chosen.name);
  // A cycle has nothing to put in its place.
  if (references.length === 0 || references.some(({ part }) => part.definition?.expression() === undefined)) return [];
  const replace = ({ statement: user, part }: Reference): TextEdit => ({ ...positions(tree, user, part.range), text });
  const here = references.find(({ part }) => part === chosen.reference);
  const removes = isOnlyUsedHere(snapshot, chosen.name);
  const name = own(chosen.name);
  const everywhere: CodeAction = {
    title: removes ? say`Inline let '${name}' everywhere and remove it` : say`Inline let '${name}' everywhere in this file`,
    kind: "refactor.inline",
    edits: () => [...references.map(replace), ...(removes ? [removal(tree, statement)] : [])],
  };
  if (here === undefined || references.length === 1) return [everywhere];
  return [{ title: say`Inline let '${name}' here`, kind: "refactor.inline", edits: () => [replace(here)] }, everywhere];
}

type AttributeExpression = Extract<Expression, { kind: "attribute" }>;

interface Reference {
  readonly statement: Statement;
  readonly part: AttributeExpression;
}

/** The let under the cursor: at a reference, or at the name of its declaration. */
function chosenLet({
  snapshot,
  statement,
  start,
}: Selection): { readonly name: string; readonly reference: AttributeExpression | undefined } | undefined {
  const { node } = statement.parsed;
  if (node.kind === "Let" && node.name !== undefined && covers(node.name.range, start))
    return { name: node.name.text, reference: undefined };
  const expression = snapshot.binding().statements.get(statement.index)?.expression;
  const parts = expression === undefined ? [] : walkExpression(expression);
  const reference = parts.find((part): part is AttributeExpression => part.kind === "attribute" && covers(part.range, start));
  return reference?.definition && { name: reference.definition.name, reference };
}

/** The one sound declaration in this file. A bare word is no expression of its own, and lines need parentheses to hold together. */
function declarationOf(
  { tree, binding }: DocumentSnapshot,
  name: string,
): { readonly statement: Statement; readonly text: string } | undefined {
  const { model, file } = binding();
  const [declared, ...others] = model.lets.filter((each) => each.place.file === file && isSame(each.name, name));
  const statement = declared === undefined ? undefined : tree.statements.at(declared.place.statement);
  const expression = declared?.expression;
  if (statement === undefined || expression === undefined || others.length > 0 || statement.parsed.problems.length > 0) return undefined;
  if (expression.kind === "word" || expression.kind === "missing") return undefined;
  const text = textIn(tree, statement, expression.range);
  return expression.kind === "concatenation" && text.includes("\n") ? undefined : { statement, text };
}

function referencesTo({ tree, binding }: DocumentSnapshot, name: string): readonly Reference[] {
  return tree.statements.flatMap((statement) => {
    const expression = binding().statements.get(statement.index)?.expression;
    const parts = expression === undefined ? [] : walkExpression(expression);
    return parts.flatMap((part) =>
      part.kind === "attribute" && part.definition !== undefined && isSame(part.name, name) ? [{ statement, part }] : [],
    );
  });
}

/** Whether nothing is left of it once the references are replaced: no other file may use it, and no broken statement mentions it. */
function isOnlyUsedHere({ tree }: DocumentSnapshot, name: string): boolean {
  const standsAlone = tree.statements.some(({ parsed: { node } }) => node.kind === "Map" || node.kind === "Provision");
  const mentioned = tree.statements.some(
    ({ parsed, tokens }) => parsed.problems.length > 0 && tokens.some(({ image }) => image.toLowerCase().includes(name.toLowerCase())),
  );
  return standsAlone && !mentioned;
}

/** With its lines where nothing else stands on them; a comment behind it stays. */
function removal(tree: DocumentTree, statement: Statement): TextEdit {
  const { lines, lexed } = tree;
  const { firstLine, lastLine } = statement;
  const { start, end } = positions(tree, statement, extentOf(statement));
  const before = lines.item(firstLine).slice(0, start.character).trim();
  const behind = lines.item(lastLine).slice(end.character).trim();
  if (before !== "" || behind !== "") {
    const comment = lexed.at(lastLine)?.comments[0]?.startOffset;
    return { start, end: comment === undefined ? end : { line: lastLine, character: comment }, text: "" };
  }
  if (lastLine === lines.length - 1) return { start, end, text: "" };
  const isBlank = (line: number): boolean => (lines.at(line) ?? "").trim() === "";
  const closesGap = isBlank(firstLine - 1) && isBlank(lastLine + 1) && lastLine + 2 < lines.length;
  return { start: { line: firstLine, character: 0 }, end: { line: lastLine + (closesGap ? 2 : 1), character: 0 }, text: "" };
}

/** From its first token to its last. */
function extentOf(statement: Statement): TextRange {
  const start = startOf(statement);
  const last = statement.tokens.at(-1);
  return { start, end: last === undefined ? start : endOf(last) };
}

function positions(tree: DocumentTree, statement: Statement, { start, end }: TextRange): Pick<TextEdit, "start" | "end"> {
  return { start: positionOf(tree, statement, start), end: positionOf(tree, statement, end) };
}

function isSame(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}
