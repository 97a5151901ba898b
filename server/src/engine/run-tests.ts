import type { TestReport } from "#plan/test-report";
import { runTests as runTestsOf } from "#testing/run-tests";
import type { TestOptions } from "#testing/run-tests";
import { testCoverage } from "#testing/test-coverage";
import type { OpenedMapping } from "./open-mapping.ts";

/** Runs the `test` declarations of a mapping: no target, no network. One with errors is run as far as it goes. */
export function runTests(mapping: OpenedMapping, options: TestOptions): TestReport {
  const runs = runTestsOf(mapping.binding, options);
  return { tests: runs.map(({ result }) => result), coverage: options.coverage === true ? testCoverage(mapping.binding, runs) : undefined };
}
