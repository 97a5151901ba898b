import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse, positionOf, type DocumentTree, type Statement } from "#syntax/parse";
import { reparse } from "#syntax/reparse";
import { isTried } from "#test/cases";
import { isBrace } from "#test/mutations";
import { soundFiles } from "#test/scimmap-texts";

test.each(soundFiles)("a statement that is cut keeps every name before the cut: %s", (file) => {
  const tree = parse(readFileSync(file, "utf8"));
  const failures: string[] = [];
  let count = 0;
  for (const statement of tree.statements) {
    const names = namesOf(statement.parsed.node);
    for (const token of statement.tokens) {
      if (isBrace(token.image) || !isTried(count++, 2)) continue;
      // `where` alone is the beginning of a filter before it is an attribute of that name.
      if (statement.parsed.node.kind === "AttributeMapping" && token.image === "where") continue;
      const end = token.startOffset + token.image.length;
      const { text, node } = cutAt(tree, statement, end);
      const left = namesOf(node);
      const lost = names.filter((name) => name.end <= end && !left.some((other) => isSame(name, other, end)));
      failures.push(...lost.map((name) => `${text} → no ${name.role} '${name.text}'`));
    }
  }
  expect(failures).toEqual([]);
});

interface FoundName {
  /** What the name is for: the kind of node it stands in, and its place there. */
  readonly role: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every name and text in a node. */
function namesOf(node: unknown, role = ""): FoundName[] {
  if (typeof node !== "object" || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((child) => namesOf(child, role));
  const { kind, range, text, value, name } = node as Record<string, unknown> & { range?: { start: number; end: number } };
  const leaf = [text, name, value].find((one) => typeof one === "string");
  if (range !== undefined && leaf !== undefined) return [{ role, text: leaf, ...range }];
  return Object.entries(node).flatMap(([key, child]) => namesOf(child, `${typeof kind === "string" ? kind : role}.${key}`));
}

function isSame(name: FoundName, other: FoundName, end: number): boolean {
  if (name.text !== other.text || name.start !== other.start) return false;
  // A name is a callee only once its parenthesis is there, and the name of a sub-attribute stands inside only once a bracket follows.
  return name.role === other.role || (name.end === end && name.role === "Call.callee") || isSubAttribute(name.role, other.role);
}

function isSubAttribute(...roles: readonly string[]): boolean {
  return roles.every((role) => role === "AttributePath.subAttribute" || role === "AttributePath.outerSubAttribute");
}

/** The statement without what stands behind `end`. Its opening brace and what follows it on its last line stay. */
function cutAt(tree: DocumentTree, statement: Statement, end: number): { text: string; node: unknown } {
  const from = positionOf(tree, statement, end);
  const last = statement.tokens.at(-1)!;
  const to = positionOf(tree, statement, isBrace(last.image) ? last.startOffset : last.startOffset + last.image.length);
  const line = tree.lines.at(from.line)!.slice(0, from.character) + tree.lines.at(to.line)!.slice(to.character);
  const cut = reparse(tree, [...tree.lines].toSpliced(from.line, to.line - from.line + 1, line));
  const start = statement.tokens[0]!.startOffset;
  const found = cut.statements.find((one) => one.firstLine === statement.firstLine && one.tokens[0]!.startOffset === start);
  return { text: line, node: found?.parsed.node };
}
