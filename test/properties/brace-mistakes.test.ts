import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { parse, positionOf, type DocumentTree, type Statement } from "#syntax/parse";
import { reparse } from "#syntax/reparse";
import { isTried } from "#test/cases";
import { applyTo, isBrace } from "#test/mutations";
import { soundFiles } from "#test/scimmap-texts";

describe.each(soundFiles)("a brace too few or too many: %s", (file) => {
  const tree = parse(readFileSync(file, "utf8"));

  test("a missing brace costs one more diagnostic at an opener, and every statement keeps its kind", () => {
    const failures = eachBrace(tree, (statement, line, start) => {
      const mutated = reparse(tree, applyTo(tree.lines, { line, start, end: start + 1, replacement: "" }));
      return failureOf(tree, mutated, statement);
    });
    expect(failures).toEqual([]);
  });

  test("a doubled brace costs one more diagnostic at an opener, and every statement keeps its kind", () => {
    const failures = eachBrace(tree, (statement, line, start, brace) => {
      const mutated = reparse(tree, applyTo(tree.lines, { line, start, end: start, replacement: `${brace} ` }));
      return failureOf(tree, mutated, statement);
    });
    expect(failures).toEqual([]);
  });

  test("a brace on a line of its own costs one more diagnostic at an opener, and every statement keeps its kind", () => {
    const failures: string[] = [];
    for (const [count, statement] of tree.statements.entries()) {
      if (!isTried(count, 2)) continue;
      for (const brace of ["{", "}"]) {
        const mutated = reparse(tree, [...tree.lines].toSpliced(statement.firstLine, 0, brace));
        const failure = failureOf(tree, mutated, undefined);
        if (failure !== undefined) failures.push(`${brace} before ${tree.lines.at(statement.firstLine) ?? ""}: ${failure}`);
      }
    }
    expect(failures).toEqual([]);
  });
});

type Check = (statement: Statement, line: number, start: number, brace: string) => string | undefined;

function eachBrace(tree: DocumentTree, check: Check): string[] {
  const failures: string[] = [];
  let count = 0;
  for (const statement of tree.statements) {
    for (const { image, startOffset } of statement.tokens) {
      if (!isBrace(image) || !isTried(count++, 2)) continue;
      const { line, character } = positionOf(tree, statement, startOffset);
      const failure = check(statement, line, character, image);
      if (failure !== undefined) failures.push(`${image} of line ${String(line + 1)}: ${tree.lines.at(line) ?? ""}: ${failure}`);
    }
  }
  return failures;
}

/** One diagnostic may stand in the statement that lost or gained the brace, one at an opener; all others read as before. */
function failureOf(tree: DocumentTree, mutated: DocumentTree, hit: Statement | undefined): string | undefined {
  const before = tree.statements
    .filter((statement) => statement.index !== hit?.index)
    .map(describeStatement)
    .filter((one) => one !== "Close");
  const after = mutated.statements.map(describeStatement);
  const lost = notIn(before, after);
  if (lost !== undefined) return `lost ${lost}`;
  const inStatements = mutated.statements.flatMap(({ parsed }) => parsed.problems);
  if (inStatements.length > 1 || mutated.problems.length > 1 || inStatements.length + mutated.problems.length === 0) {
    return [...inStatements, ...mutated.problems].map(({ message }) => inEnglish(message)).join(" | ") || "no diagnostic";
  }
  return undefined;
}

function describeStatement({ parsed: { node }, tokens }: Statement): string {
  return node.kind === "Close" ? "Close" : `${node.kind} ${tokens.map(({ image }) => image).join(" ")}`;
}

/** The first of `wanted` that does not follow the others in `found`. */
function notIn(wanted: readonly string[], found: readonly string[]): string | undefined {
  let at = 0;
  for (const one of wanted) {
    while (at < found.length && found[at] !== one) at++;
    if (at === found.length) return one;
    at++;
  }
  return undefined;
}
