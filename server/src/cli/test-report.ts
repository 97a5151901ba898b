import type { TestReport } from "#engine/run-tests";
import type { TestDifference, TestResult } from "#testing/run-test";
import type { JsonValue } from "#scim/resource";
import type { CoveredBranch, CoveredRange } from "#testing/test-coverage";
import { showValue } from "#workspace/test-fails";

/** The tests of one file. */
export interface TestedFile extends TestReport {
  readonly file: string;
}

/** What did not pass, with what was expected and what came; then one line of counts per file, and its coverage. */
export function testsAsText(files: readonly TestedFile[]): string {
  return files.map((file) => [...file.tests.flatMap(problemLines), countLine(file), ...coverageLines(file)].join("\n")).join("\n") + "\n";
}

export function testsAsJson(files: readonly TestedFile[]): string {
  const coverage = files.flatMap((file) => file.coverage ?? []);
  const asked = files.some((file) => file.coverage !== undefined);
  return `${JSON.stringify({ tests: files.flatMap(({ tests }) => tests), coverage: asked ? coverage : null }, null, 2)}\n`;
}

function problemLines({ name, file, line, status, differences }: TestResult): readonly string[] {
  if (status === "passed") return [];
  return [`${file}:${line} ${status} ${name}`, ...differences.flatMap((difference) => differenceLines(file, difference))];
}

/** Expected above actual, so that the eye finds where they part. */
export function differenceLines(file: string, { attribute, expected, actual, line, reason }: TestDifference): readonly string[] {
  const show = (value: JsonValue): string => showValue(attribute, value);
  const values = actual === null && attribute === "action" ? [] : [`    expected  ${show(expected)}`, `    actual    ${show(actual)}`];
  return [`  ${file}:${line} ${attribute}`, ...values, `    ${reason}`];
}

function countLine({ file, tests }: TestedFile): string {
  const count = (status: TestResult["status"]): number => tests.filter((test) => test.status === status).length;
  const errors = count("error") === 0 ? "" : `, ${count("error")} could not run`;
  return `${file}: ${count("passed")} of ${tests.length} ${tests.length === 1 ? "test" : "tests"} passed, ${count("failed")} failed${errors}`;
}

function coverageLines({ file, coverage }: TestedFile): readonly string[] {
  if (coverage === undefined) return [];
  const { statements, branches } = coverage;
  const missed = [
    ...statements.map((range) => ({ range, what: "statement" })),
    ...branches.map((range) => ({ range, what: describeBranch(range) })),
  ]
    .filter(({ range }) => range.count === 0)
    .sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
  return [
    `${file}: coverage of ${shareOf(statements)} statements, ${shareOf(branches)} branches`,
    ...missed.map(({ range, what }) => `  ${file}:${range.line}:${range.column} never reached: ${what}`),
  ];
}

/** `27 of 30 (90 %)`, rounded down: 100 % means everything. */
export function shareOf(ranges: readonly CoveredRange[]): string {
  const reached = ranges.filter(({ count }) => count > 0).length;
  return ranges.length === 0 ? "0 of 0" : `${reached} of ${ranges.length} (${Math.floor((100 * reached) / ranges.length)} %)`;
}

function describeBranch({ kind, label }: CoveredBranch): string {
  switch (kind) {
    case "switch-arm":
      return `Switch, ${label}`;
    case "iif-branch":
      return `IIF, ${label}`;
    case "scoping-clause":
      return label;
  }
}
