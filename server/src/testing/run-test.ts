import { inEnglish } from "#base/render-sentence";
import { mapOfTest } from "#model/map-of-test";
import type { MappingModel, TestDeclaration } from "#model/mapping-model";
import type { JsonValue } from "#scim/resource";
import { compareExpected } from "./expected-values.ts";
import type { PlannedObject } from "#plan/plan";
import { playTest } from "./play-test.ts";
import type { Played, TestStage } from "./play-test.ts";
import { prepareMap } from "#provisioning/prepared-map";
import type { PreparedMap } from "#provisioning/prepared-map";
import { testPerson } from "./test-person.ts";

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
  /** Whole sentences. */
  readonly reason: string;
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
  const prepared = new Map<string, PreparedMap | string>();
  return (test) => {
    let map = prepared.get(test.target);
    if (map === undefined) prepared.set(test.target, (map = preparedFor(test, stage.model)));
    return runTest(test, map, stage);
  };
}

/** The map that a test is about, ready to run; a text says why there is none. */
function preparedFor(test: TestDeclaration, model: MappingModel): PreparedMap | string {
  const map = mapOfTest(model, test);
  if (map === undefined) return `No map leads to '${test.target}', so there is nothing to test.`;
  const prepared = prepareMap(map, model.catalog);
  return prepared ?? `The map ${map.source} -> ${map.target} cannot be played: it uses Entra ID's own words.`;
}

function runTest(test: TestDeclaration, map: PreparedMap | string, stage: TestStage): TestRun {
  const { expectation } = test;
  if (typeof map === "string") return unplayable(test, map);
  if (expectation === undefined)
    return unplayable(test, "What is expected is missing. Write expect and one of create, update, disable, none, skip, fail.");
  const person = testPerson(test, map.map, stage.clock);
  if (typeof person === "string") return unplayable(test, person);
  // The expected action fixes the history (language page §3).
  const managed = expectation === "update" || expectation === "disable" || expectation === "none";
  const played = playTest(map, person, managed, stage);
  const differences =
    played.plan.action === expectation ? valueDifferences(test, played) : [actionDifference(test, expectation, played.plan)];
  return { test, played, result: resultOf(test, differences.length === 0 ? "passed" : "failed", differences) };
}

/** The result of a test that could not be played, with the sentence that says why. */
export function unplayable(test: TestDeclaration, reason: string): TestRun {
  const difference = { attribute: "action", expected: test.expectation ?? null, actual: null, line: expectLine(test), reason };
  return { test, played: undefined, result: resultOf(test, "error", [difference]) };
}

function resultOf({ name, place }: TestDeclaration, status: TestResult["status"], differences: readonly TestDifference[]): TestResult {
  return { name, file: place.file.name, line: place.line + 1, status, differences };
}

function actionDifference(test: TestDeclaration, expected: string, { action, reason, because }: PlannedObject): TestDifference {
  const where = because === null ? "" : ` (line ${because.line})`;
  return { attribute: "action", expected, actual: action, line: expectLine(test), reason: `${inEnglish(reason)}${where}` };
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
