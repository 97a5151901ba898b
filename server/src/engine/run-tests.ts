import type { TestResult } from "#testing/run-test";
import { runTests as runTestsOf } from "#testing/run-tests";
import type { TestOptions } from "#testing/run-tests";
import { testCoverage } from "#testing/test-coverage";
import type { FileCoverage } from "#testing/test-coverage";
import type { OpenedMapping } from "./open-mapping.ts";

/** The tests of one mapping, run. */
export interface TestReport {
  readonly tests: readonly TestResult[];
  /** What the tests that ran went through; undefined when it was not asked for. */
  readonly coverage: FileCoverage | undefined;
}

/** Runs the `test` declarations of a mapping: no target, no network. One with errors is run as far as it goes. */
export function runTests(mapping: OpenedMapping, options: TestOptions): TestReport {
  const runs = runTestsOf(mapping.binding, options);
  return { tests: runs.map(({ result }) => result), coverage: options.coverage === true ? testCoverage(mapping.binding, runs) : undefined };
}
