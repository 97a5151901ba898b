import type { Part, Sentence } from "#base/sentence";
import type { JsonValue } from "#scim/resource";

/** The tests of one file, run. */
export interface TestedFile extends TestReport {
  readonly file: string;
}

/** The tests of one mapping, run. */
export interface TestReport {
  readonly tests: readonly TestResult[];
  /** What the tests that ran went through; undefined when it was not asked for. */
  readonly coverage: FileCoverage | undefined;
}

/** How a `test` went. `error`: it could not be played. */
export interface TestResult {
  readonly name: string;
  readonly file: string;
  /** Of the declaration, from 1. */
  readonly line: number;
  readonly status: "passed" | "failed" | "error";
  /** Why it did not pass. */
  readonly differences: readonly TestDifference[];
}

/** One thing that a test expected and that is not so. */
export interface TestDifference {
  /** Canonical path, or `action` for the word behind `expect`. */
  readonly attribute: string;
  readonly expected: JsonValue;
  readonly actual: JsonValue;
  /** Where it is expected, from 1. */
  readonly line: number;
  readonly code: DifferenceCode;
  readonly reason: Sentence;
}

/** Why a test did not pass. */
export type DifferenceCode = "another-action" | ValueDifferenceCode | UnplayableCode;

/** Why a test cannot be played. */
export type UnplayableCode = "no-map" | "map-not-playable" | "nothing-expected" | "not-a-time" | "syntax-error";

/** Why a listed value is not what flows. */
export type ValueDifferenceCode = "not-mapped" | "unknown-value" | "value-does-not-fit" | "nothing-flows" | "value-flows" | "another-value";

/** What the tests of a file went through: mappings, lets and scoping filters, and the ways through them. Plain data. */
export interface FileCoverage {
  readonly file: string;
  readonly statements: readonly CoveredRange[];
  readonly branches: readonly CoveredBranch[];
}

/** Lines and columns from 1, the end exclusive. */
export interface CoveredRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** How many tests went through it. */
  readonly count: number;
}

/** One way that an expression can take. */
export interface CoveredBranch extends CoveredRange {
  readonly kind: "switch-arm" | "iif-branch" | "scoping-clause";
  /** `"KR"`, `default`, `true`, `department eq "Sales" is true`. */
  readonly label: Part;
}
