import { jsonText } from "#base/json-text";
import { render } from "#base/render-sentence";
import type { Rendering } from "#base/render-sentence";
import { asJson, foreign, joined, own, plural, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { JsonValue } from "#plan/plan";
import type { CoveredBranch, CoveredRange, FileCoverage, TestDifference, TestedFile, TestResult } from "#plan/test-report";

/** What did not pass, with what was expected and what came; then one line of counts per file, and its coverage. */
export function testsAsText(files: readonly TestedFile[], rendering: Rendering): string {
  const lines = files.flatMap((file) => [...file.tests.flatMap(problemLines), countLine(file), ...coverageLines(file)]);
  return lines.map((line) => `${render(line, rendering)}\n`).join("");
}

/** What scripts read. */
export function testsAsJson(files: readonly TestedFile[], rendering: Rendering): string {
  const coverage = files.flatMap((file) => (file.coverage === undefined ? [] : [reportedCoverage(file.coverage, rendering)]));
  const asked = files.some((file) => file.coverage !== undefined);
  const tests = files.flatMap((file) => file.tests.map((test) => reported(test, rendering)));
  return `${jsonText({ tests, coverage: asked ? coverage : null }, 2)}\n`;
}

/** The members of a difference stay in their order: for a value its reason in front of its line, for an action behind it. */
function reported(test: TestResult, rendering: Rendering): object {
  const differences = test.differences.map(({ code: _, ...difference }) => ({
    ...difference,
    reason: render(difference.reason, rendering),
  }));
  return { ...test, differences };
}

function reportedCoverage(coverage: FileCoverage, rendering: Rendering): object {
  return { ...coverage, branches: coverage.branches.map((branch) => ({ ...branch, label: render(branch.label, rendering) })) };
}

function problemLines({ name, file, line, status, differences }: TestResult): readonly Part[] {
  if (status === "passed") return [];
  const head = joined([foreign(`${file}:${line}`), own(status), own(name)], " ");
  return [head, ...differences.flatMap((difference) => differenceLines(file, difference))];
}

/** Expected above actual, so that the eye finds where they part. */
export function differenceLines(file: string, { attribute, expected, actual, line, reason }: TestDifference): readonly Part[] {
  const show = (value: JsonValue): Part => (attribute === "action" && typeof value === "string" ? own(value) : asJson(own(value)));
  const values =
    actual === null && attribute === "action" ? [] : [say`    expected  ${show(expected)}`, say`    actual    ${show(actual)}`];
  return [joined([foreign(`  ${file}:${line}`), own(attribute)], " "), ...values, joined([own("    "), reason], "")];
}

function countLine({ file, tests }: TestedFile): Part {
  const count = (status: TestResult["status"]): number => tests.filter((test) => test.status === status).length;
  const [passed, failed, errors] = [count("passed"), count("failed"), count("error")];
  const all = plural(tests.length, say`${passed} of 1 test passed`, say`${passed} of ${tests.length} tests passed`);
  return say`${foreign(file)}: ${joined([all, say`${failed} failed`, ...(errors === 0 ? [] : [say`${errors} could not run`])], ", ")}`;
}

function coverageLines({ file, coverage }: TestedFile): readonly Part[] {
  if (coverage === undefined) return [];
  const { statements, branches } = coverage;
  const missed = [
    ...statements.map((range) => ({ range, what: say`statement` })),
    ...branches.map((range) => ({ range, what: describeBranch(range) })),
  ]
    .filter(({ range }) => range.count === 0)
    .sort((a, b) => a.range.line - b.range.line || a.range.column - b.range.column);
  return [
    say`${foreign(file)}: coverage of ${shareOf(statements)} statements, ${shareOf(branches)} branches`,
    ...missed.map(({ range, what }) => say`  ${foreign(`${file}:${range.line}:${range.column}`)} never reached: ${what}`),
  ];
}

/** `27 of 30 (90 %)`, rounded down: 100 % means everything. */
export function shareOf(ranges: readonly CoveredRange[]): Part {
  const reached = ranges.filter(({ count }) => count > 0).length;
  if (ranges.length === 0) return say`0 of 0`;
  return say`${reached} of ${ranges.length} (${Math.floor((100 * reached) / ranges.length)} %)`;
}

function describeBranch({ kind, label }: CoveredBranch): Part {
  switch (kind) {
    case "switch-arm":
      return say`Switch, ${label}`;
    case "iif-branch":
      return say`IIF, ${label}`;
    case "scoping-clause":
      return label;
  }
}
