import { BranchCoverage, Range, StatementCoverage } from "vscode";
import type { CoveredRange, FileCoverage } from "#plan/test-report";
import type { Words } from "../words/words.ts";

/** Mappings, lets and scoping filters as VS Code's statements; Switch arms, IIF branches and clauses as the branches of theirs. */
export function toCoverageDetails(words: Words, { statements, branches }: FileCoverage): StatementCoverage[] {
  const located = branches.map((branch) => ({ ...branch, range: toRange(branch) }));
  return statements.map((statement) => {
    const range = toRange(statement);
    const within = located.filter((branch) => range.contains(branch.range));
    return new StatementCoverage(
      statement.count,
      range,
      within.map(({ count, range: place, label }) => new BranchCoverage(count, place, words.label(label))),
    );
  });
}

function toRange({ line, column, endLine, endColumn }: CoveredRange): Range {
  return new Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}
