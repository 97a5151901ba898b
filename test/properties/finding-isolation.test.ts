import { markdownOf } from "#test/features";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { documentSymbols, type OutlineEntry } from "#features/document-symbols";
import { hover } from "#features/hover";
import { parse, positionOf, type DocumentTree, type Statement } from "#syntax/parse";
import { reparse } from "#syntax/reparse";
import { isTried } from "#test/cases";
import { applyTo, isWithin, mutationsOf, regionOf, type Mutation } from "#test/mutations";
import { palette, soundFiles } from "#test/scimmap-texts";
import { openSnapshot, type DocumentSnapshot } from "#workspace/snapshot";

const file = "mapping.scimmap";

/** Findings about a whole map or file, wherever they are shown. */
const ofWhole: ReadonlySet<string> = new Set(["no-matching-attribute", "required-not-mapped", "action-not-supported"]);

describe("a mistake in one statement changes nothing that is known of others that do not refer to it", () => {
  test.each(soundFiles)("diagnostics: %s", (name) => {
    const tree = parse(readFileSync(name, "utf8"));
    const snapshot = openSnapshot(tree, { file });
    const before = findingsOf(snapshot);
    const failures = eachMutation(tree, 53, (statement, mutated, mutation) => {
      const now = openSnapshot(mutated, { file, previous: snapshot.binding() });
      const found = findingsOf(now);
      return othersOf(tree, statement, mutated, mutation).flatMap(([old, one]) => {
        const expected = before.get(old.index) ?? [];
        const got = found.get(one.index) ?? [];
        return expected.join("|") === got.join("|") ? [] : [`${textOf(tree, old)} ⇒ ${got.join(" | ")}`];
      });
    });
    expect(failures).toEqual([]);
  });

  test.each(soundFiles)("hover: %s", (name) => {
    const tree = parse(readFileSync(name, "utf8"));
    const snapshot = openSnapshot(tree, { file });
    const before = tree.statements.map((statement) => hoversOf(snapshot, statement));
    const failures = eachMutation(tree, 487, (statement, mutated, mutation) => {
      const now = openSnapshot(mutated, { file });
      return othersOf(tree, statement, mutated, mutation).flatMap(([old, one]) => {
        const different = hoversOf(now, one).filter((markdown, at) => markdown !== before[old.index]![at]);
        return different.map((markdown) => `${textOf(tree, old)} ⇒ ${markdown}`);
      });
    });
    expect(failures).toEqual([]);
  });

  test.each(soundFiles)("symbols: %s", (name) => {
    const tree = parse(readFileSync(name, "utf8"));
    const before = symbolsOf(openSnapshot(tree, { file }));
    const failures = eachMutation(tree, 67, (statement, mutated, mutation) => {
      const now = symbolsOf(openSnapshot(mutated, { file }));
      return othersOf(tree, statement, mutated, mutation).flatMap(([old, one]) => {
        const [expected, got] = [before.get(startOf(tree, old)), now.get(startOf(mutated, one))];
        return expected === got ? [] : [`${textOf(tree, old)} ⇒ ${got ?? "no symbol"}`];
      });
    });
    expect(failures).toEqual([]);
  });
});

type Check = (statement: Statement, mutated: DocumentTree, mutation: Mutation) => readonly string[];

/** In a short run every `step`-th mutation, in a long one all; steps that share no factor with the number of mutations of one token meet all kinds of them. */
function eachMutation(tree: DocumentTree, step: number, check: Check): string[] {
  const failures: string[] = [];
  let count = 0;
  for (const statement of tree.statements) {
    for (const mutation of mutationsOf(tree, statement, palette)) {
      if (!isTried(count++, step)) continue;
      const mutated = reparse(tree, applyTo(tree.lines, mutation));
      const found = check(statement, mutated, mutation);
      failures.push(...found.map((failure) => `${mutated.lines.at(mutation.line) ?? ""}   (${mutation.description}): ${failure}`));
    }
  }
  return failures;
}

/** The other statements, before and after a mutation, that do not refer to what was mutated. */
function othersOf(
  tree: DocumentTree,
  statement: Statement,
  mutated: DocumentTree,
  mutation: Mutation,
): (readonly [Statement, Statement])[] {
  const region = regionOf(tree, statement, mutation);
  const others = mutated.statements.filter((one) => !isWithin(region, mutated, one));
  return others
    .map((one, at) => [tree.statements.at(at < statement.index ? at : at + 1)!, one] as const)
    .filter(([old]) => !refersTo(tree, old, statement));
}

/** By name, by standing in its block, or by being about its map. */
function refersTo(tree: DocumentTree, statement: Statement, other: Statement): boolean {
  const { node } = other.parsed;
  const text = textOf(tree, statement).toLowerCase();
  switch (node.kind) {
    case "Let":
      return text.includes(`[${node.name?.text.toLowerCase() ?? ""}]`);
    case "Schema":
      return text.includes(`${node.name?.text.toLowerCase() ?? ""}:`) || isInside(tree, statement, other);
    case "AttributeDeclaration":
      return statement.index === other.opener || text.includes(node.name?.text.split(".")[0]?.toLowerCase() ?? "");
    case "Setting":
      return node.name?.text === "connector";
    case "Source":
      return tree.statements.some((one) => one.opener === other.index && (one === statement || refersTo(tree, statement, one)));
    case "Map":
      return isInside(tree, statement, other) || isOfTest(tree, statement);
    case "Provision":
    case "Environment":
    case "Test":
    case "Given":
    case "Expect":
      return isInside(tree, statement, other);
    case "Use":
      // What a used file declares is not known here, so any name may be one of its.
      return true;
    case "Actions":
    case "Where":
    case "AttributeMapping":
    case "ValueAssignment":
    case "Close":
    case "Unknown":
      return false;
  }
}

function isOfTest(tree: DocumentTree, statement: Statement): boolean {
  return (
    statement.parsed.node.kind === "Test" ||
    tree.statements.some((one) => one.parsed.node.kind === "Test" && isInside(tree, statement, one))
  );
}

function isInside(tree: DocumentTree, statement: Statement, block: Statement): boolean {
  for (let opener = statement.opener; opener >= 0; opener = tree.statements.at(opener)!.opener) if (opener === block.index) return true;
  return false;
}

function textOf(tree: DocumentTree, statement: Statement): string {
  const { start, end } = statement.parsed.node.range;
  return tree.lines
    .slice(statement.firstLine, statement.lastLine + 1)
    .join("\n")
    .slice(start, end);
}

function findingsOf(snapshot: DocumentSnapshot): ReadonlyMap<number, string[]> {
  const findings = new Map<number, string[]>();
  for (const { code, message, place, severity } of snapshot.diagnostics()) {
    if (ofWhole.has(code)) continue;
    const from = snapshot.tree.statements.at(place.statement)?.tokens[0]?.startOffset ?? 0;
    const list = findings.get(place.statement) ?? [];
    findings.set(place.statement, [
      ...list,
      `${code} ${severity} ${place.range.start - from}-${place.range.end - from} ${inEnglish(message)}`,
    ]);
  }
  return findings;
}

function hoversOf(snapshot: DocumentSnapshot, statement: Statement): string[] {
  return statement.tokens.map(
    ({ startOffset }) => markdownOf(hover(snapshot, positionOf(snapshot.tree, statement, startOffset))) ?? "nothing",
  );
}

/** The outline's entries by where they start; their ends may move with what follows. */
function symbolsOf(snapshot: DocumentSnapshot): ReadonlyMap<string, string> {
  const symbols = new Map<string, string>();
  const add = (entry: OutlineEntry): void => {
    symbols.set(`${entry.start.line}:${entry.start.character}`, `${entry.kind} ${inEnglish(entry.name)} ${inEnglish(entry.detail)}`);
    entry.children.forEach(add);
  };
  documentSymbols(snapshot).forEach(add);
  return symbols;
}

function startOf(tree: DocumentTree, statement: Statement): string {
  const { line, character } = positionOf(tree, statement, statement.parsed.node.range.start);
  return `${line}:${character}`;
}
