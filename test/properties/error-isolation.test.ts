import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { parse, type DocumentTree, type Statement } from "#syntax/parse";
import { reparse } from "#syntax/reparse";
import { isTried } from "#test/cases";
import { applyTo, holds, isBrace, isWithin, mutationsOf, regionOf, type Mutation } from "#test/mutations";
import { palette, soundFiles } from "#test/scimmap-texts";

describe("a mistake in one statement", () => {
  test.each(soundFiles)("stays in it: %s", (file) => {
    const tree = parse(readFileSync(file, "utf8"));
    expect([...tree.problems, ...tree.statements.flatMap(({ parsed }) => parsed.problems)]).toEqual([]);
    const original = tree.statements.map(withoutPosition);
    const failures: string[] = [];
    let count = 0;
    for (const statement of tree.statements) {
      for (const mutation of mutationsOf(tree, statement, palette)) {
        if (!isTried(count++, 11)) continue;
        const mutated = reparse(tree, applyTo(tree.lines, mutation));
        const failure = whatReachedOut(tree, original, statement, mutated, mutation) ?? whatWasForgotten(statement, mutated, mutation);
        if (failure !== undefined) failures.push(`${mutated.lines.at(mutation.line) ?? ""}   (${mutation.description}): ${failure}`);
      }
    }
    expect(failures).toEqual([]);
  });
});

/** What changed outside the mutated statement, or undefined. */
function whatReachedOut(
  tree: DocumentTree,
  original: readonly string[],
  statement: Statement,
  mutated: DocumentTree,
  mutation: Mutation,
): string | undefined {
  const region = regionOf(tree, statement, mutation);
  const isPart = (one: Statement): boolean => isWithin(region, mutated, one);
  const others: Statement[] = [];
  for (const one of mutated.statements) {
    if (!isPart(one)) others.push(one);
    else if (one.parsed.problems.some(({ range }) => !holds(region, mutated, one, range.start) || !holds(region, mutated, one, range.end)))
      return "a problem lies outside the statement";
  }
  const outside = mutated.problems.find((problem) => !isPart(mutated.statements.at(problem.statement)!));
  if (outside !== undefined) return inEnglish(outside.message);
  if (others.length !== tree.statements.length - 1)
    return `${String(tree.statements.length - 1)} other statements became ${String(others.length)}`;
  const originalIndex = new Map(others.map((one, at) => [one.index, at < statement.index ? at : at + 1]));
  for (const one of others) {
    const before = tree.statements.at(originalIndex.get(one.index)!)!;
    const opener = one.opener < 0 ? -1 : (originalIndex.get(one.opener) ?? statement.index);
    if (one.block !== before.block || opener !== before.opener)
      return `'${textOf(tree, before)}' moved from ${before.block} to ${one.block}`;
    if (one.parsed !== before.parsed && withoutPosition(one) !== original[before.index])
      return `'${textOf(tree, before)}' is read differently`;
  }
  return undefined;
}

function textOf(tree: DocumentTree, statement: Statement): string {
  return tree.lines
    .slice(statement.firstLine, statement.lastLine + 1)
    .join("\n")
    .trim();
}

/** All that was understood of a statement, wherever it stands on its line. */
function withoutPosition({ tokens, parsed }: Statement): string {
  const from = tokens[0]!.startOffset;
  return JSON.stringify(parsed, (key, value: unknown) =>
    typeof value === "number" && (key === "start" || key === "end") ? value - from : value,
  );
}

/** The name that a mutated declaration no longer declares, or undefined. */
function whatWasForgotten(statement: Statement, mutated: DocumentTree, mutation: Mutation): string | undefined {
  const declared = declaredNames(statement);
  if (declared.length === 0) return undefined;
  const found = mutated.statements.flatMap((one) => declaredNames(one));
  for (const name of declared) {
    if (wasHit(statement, name, mutation)) continue;
    if (!found.some((other) => other.kind === name.kind && other.text === name.text))
      return `${name.kind} '${name.text}' is no longer declared`;
  }
  return undefined;
}

interface DeclaredName {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
}

function declaredNames({ parsed: { node } }: Statement): readonly DeclaredName[] {
  switch (node.kind) {
    case "Let":
    case "Schema":
    case "Source":
    case "Environment":
      return node.name === undefined ? [] : [{ kind: node.kind, text: node.name.text, start: node.name.range.start }];
    case "Provision":
    case "Test":
      return node.name === undefined ? [] : [{ kind: node.kind, text: node.name.value, start: node.name.range.start }];
    case "Map":
      return [node.source, node.target]
        .filter((name) => name !== undefined)
        .map((name) => ({ kind: "Map", text: name.text, start: name.range.start }));
    case "Use":
    case "Setting":
    case "AttributeDeclaration":
    case "Actions":
    case "Where":
    case "AttributeMapping":
    case "Given":
    case "Expect":
    case "ValueAssignment":
    case "Close":
    case "Unknown":
      return [];
  }
}

/** The head word or the name was deleted, or something that could be the name was put beside it. */
function wasHit(statement: Statement, name: DeclaredName, mutation: Mutation): boolean {
  const at = statement.tokens.findIndex((token) => token.startOffset === name.start);
  if (mutation.change === "delete") return mutation.token === 0 || mutation.token === at;
  if (mutation.change === "double") return false;
  const couldBeName = /^[\w"]/.test(mutation.replacement.trim());
  return couldBeName && (mutation.token === at || mutation.token === at + 1);
}

test("braces are no mistakes inside one statement", () => {
  expect(["{", "}", "(", "name"].map(isBrace)).toEqual([true, true, false, false]);
});
