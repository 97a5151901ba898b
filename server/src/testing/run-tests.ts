import { say } from "#base/sentence";
import type { Binding } from "#model/binding";
import type { TestDeclaration } from "#model/mapping-model";
import { testRunner, unplayable } from "./run-test.ts";
import type { Obstacle, TestRun } from "./run-test.ts";

/** Which tests of a file are run, and what is asked about them. */
export interface TestOptions {
  /** What Now() yields where a test does not give `now`. */
  readonly now: Date;
  /** Lines of the declarations to run, from 1; every test when left out. */
  readonly lines?: readonly number[] | undefined;
  /** Also keep what coverage is made of. */
  readonly coverage?: boolean | undefined;
}

/** Runs the tests of a file in the order of its text, without any network. */
export function runTests(binding: Binding, { now, lines, coverage = false }: TestOptions): readonly TestRun[] {
  return [...eachTest(binding, { now, coverage, wanted: ({ place }) => lines === undefined || lines.includes(place.line + 1) })];
}

/** Which tests are run one by one, and what is asked about them. */
export interface EachTestOptions extends Omit<TestOptions, "lines"> {
  readonly wanted: (test: TestDeclaration) => boolean;
}

/** Runs tests one at a time, each when it is asked for. */
export function* eachTest(binding: Binding, { now, coverage = false, wanted }: EachTestOptions): Generator<TestRun> {
  const run = testRunner({ model: binding.model, clock: now, traced: coverage });
  for (const test of binding.model.tests.filter(wanted)) {
    const broken = brokenLine(binding, test);
    yield broken === undefined ? run(test) : unplayable(test, syntaxError(broken));
  }
}

function syntaxError(line: number): Obstacle {
  return { code: "syntax-error", reason: say`The test cannot be read: there is a syntax error in line ${line}.` };
}

/** A test with a mistake says less than was meant, and must not pass by that. */
function brokenLine({ tree }: Binding, { place }: TestDeclaration): number | undefined {
  const blocks = new Set([place.statement]);
  for (const statement of tree.statements.slice(place.statement)) {
    if (statement.index !== place.statement && !blocks.has(statement.opener)) {
      if (statement.opener < place.statement) break;
      continue;
    }
    blocks.add(statement.index);
    if (statement.parsed.problems.length > 0) return statement.firstLine + 1;
  }
  return undefined;
}
