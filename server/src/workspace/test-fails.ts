import { headOf } from "#analysis/head-of";
import type { FileRule, Rule } from "#analysis/rule";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TestDifference, TestResult } from "#plan/test-report";
import type { JsonValue } from "#scim/resource";
import { runTests } from "#testing/run-tests";

/**
 * A test says what somebody should get, and the mapping above it yields something else: one of the two is wrong.
 * It is found by running the tests, which is why it is no rule of analysis.
 */
export const testFailure: Rule = { code: "test-fails", severity: "warning" };

/** The rule for whoever has the time to run all tests at once. */
export function testFails(now: Date): FileRule {
  return {
    ...testFailure,
    check(binding, report) {
      for (const { test, result } of runTests(binding, { now })) {
        const failure = failureOf(result);
        const statement = binding.statements.get(test.place.statement);
        if (failure !== undefined && statement !== undefined) report(test.place.statement, headOf(statement), failure);
      }
    },
  };
}

/** What there is to say of a test that fails; undefined for one that passes or cannot be played. */
export function failureOf({ status, differences }: TestResult): Sentence | undefined {
  const [first, ...more] = differences;
  if (status !== "failed" || first === undefined) return undefined;
  const difference = describeDifference(first);
  return more.length === 0 ? say`This test fails: ${difference}` : say`This test fails: ${difference} (and ${more.length} more)`;
}

/** A difference in one line: what was expected, what came, and why. */
function describeDifference({ attribute, expected, actual, reason }: TestDifference): Sentence {
  const wanted = own(showValue(attribute, expected));
  const got = own(showValue(attribute, actual));
  return attribute === "action"
    ? say`expected ${wanted}, got ${got}. ${reason}`
    : say`'${own(attribute)}' was expected to be ${wanted}, got ${got}. ${reason}`;
}

/** An expected or actual value as people read it: actions are words, everything else is JSON. */
export function showValue(attribute: string, value: JsonValue): string {
  return attribute === "action" && typeof value === "string" ? value : JSON.stringify(value);
}
