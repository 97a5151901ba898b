import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { mapOfTest } from "#model/map-of-test";
import type { MappingModel, ObjectMapping, TestDeclaration } from "#model/mapping-model";
import { compareExpected } from "./expected-values.ts";
import type { PlannedObject } from "#plan/plan";
import type { TestDifference, TestResult, UnplayableCode } from "#plan/test-report";
import { playTest } from "./play-test.ts";
import type { Played, TestStage } from "./play-test.ts";
import { prepareMap } from "#provisioning/prepared-map";
import type { PreparedMap } from "#provisioning/prepared-map";
import { testPerson } from "./test-person.ts";

/** What stands in the way of playing a test. */
export interface Obstacle {
  readonly code: UnplayableCode;
  readonly reason: Sentence;
}

/** What came of one test. */
export interface TestRun {
  readonly test: TestDeclaration;
  readonly result: TestResult;
  /** What it went through; undefined when it could not be played. */
  readonly played: Played | undefined;
}

/** Runs tests of a model without a target; maps are prepared once. */
export function testRunner(stage: TestStage): (test: TestDeclaration) => TestRun {
  const prepared = new Map<string, Result<PreparedMap, Obstacle>>();
  return (test) => {
    let map = prepared.get(test.target);
    if (map === undefined) prepared.set(test.target, (map = preparedFor(test, stage.model)));
    return runTest(test, map, stage);
  };
}

/** The map that a test is about, ready to run, or why there is none. */
function preparedFor(test: TestDeclaration, model: MappingModel): Result<PreparedMap, Obstacle> {
  const map = mapOfTest(model.maps, test.resourceType);
  if (map === undefined)
    return failure({ code: "no-map", reason: say`No map leads to '${own(test.target)}', so there is nothing to test.` });
  const prepared = prepareMap(map, model.catalog);
  return prepared === undefined ? failure({ code: "map-not-playable", reason: notPlayable(map) }) : success(prepared);
}

function notPlayable({ source, target }: ObjectMapping): Sentence {
  return say`The map ${own(source)} -> ${own(target)} cannot be played: it uses Entra ID's own words.`;
}

const nothingExpected: Obstacle = {
  code: "nothing-expected",
  reason: say`What is expected is missing. Write expect and one of create, update, disable, none, skip, fail.`,
};

function runTest(test: TestDeclaration, map: Result<PreparedMap, Obstacle>, stage: TestStage): TestRun {
  const { expectation } = test;
  if (!map.ok) return unplayable(test, map.error);
  if (expectation === undefined) return unplayable(test, nothingExpected);
  const person = testPerson(test, map.value.map, stage.clock);
  if (!person.ok) return unplayable(test, { code: "not-a-time", reason: person.error });
  // The expected action fixes the history (language page §3).
  const managed = expectation === "update" || expectation === "disable" || expectation === "none";
  const played = playTest(map.value, person.value, managed, stage);
  const differences =
    played.plan.action === expectation ? valueDifferences(test, played) : [actionDifference(test, expectation, played.plan)];
  return { test, played, result: resultOf(test, differences.length === 0 ? "passed" : "failed", differences) };
}

/** The result of a test that could not be played. */
export function unplayable(test: TestDeclaration, obstacle: Obstacle): TestRun {
  const difference = { attribute: "action", expected: test.expectation ?? null, actual: null, line: expectLine(test), ...obstacle };
  return { test, played: undefined, result: resultOf(test, "error", [difference]) };
}

function resultOf({ name, place }: TestDeclaration, status: TestResult["status"], differences: readonly TestDifference[]): TestResult {
  return { name, file: place.file.name, line: place.line + 1, status, differences };
}

function actionDifference(test: TestDeclaration, expected: string, { action, reason, because }: PlannedObject): TestDifference {
  const why = because === null ? reason : say`${reason} (line ${because.line})`;
  return { attribute: "action", expected, actual: action, line: expectLine(test), code: "another-action", reason: why };
}

function expectLine({ place, expectPlace }: TestDeclaration): number {
  return (expectPlace ?? place).line + 1;
}

function valueDifferences({ expected, expectation }: TestDeclaration, { processed, subject }: Played): readonly TestDifference[] {
  return expected.flatMap((value) => {
    const mapped = processed.find(({ attribute }) => attribute.label.toLowerCase() === value.attribute.toLowerCase());
    const difference = compareExpected(value, mapped, expectation === "create", subject.map.catalog);
    return difference === undefined ? [] : [{ attribute: value.attribute, ...difference, line: value.place.line + 1 }];
  });
}
