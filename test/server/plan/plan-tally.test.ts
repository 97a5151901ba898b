import { expect, test } from "vitest";
import type { PlannedAction, PlannedRequest } from "#plan/plan";
import { plannedActions } from "#plan/plan";
import { PlanTally } from "#plan/plan-tally";

const request: PlannedRequest = { method: "POST", path: "/Users", body: {} };

function tallyOf(...actions: readonly PlannedAction[]): PlanTally {
  const tally = new PlanTally();
  for (const action of actions) tally.add({ action, requests: action === "create" ? [request, request] : [] }, action === "skip");
  return tally;
}

test("every action has a count, zero included", () => {
  const empty = new PlanTally();
  expect(empty.isEmpty).toBe(true);
  const { deletionThreshold, ...counts } = empty.summary(undefined);
  expect(deletionThreshold).toBeNull();
  expect(Object.keys(counts)).toEqual([...plannedActions, "requests", "defaultAccessDecided"]);
  expect(Object.values(counts).every((count) => count === 0)).toBe(true);
});

test("actions, requests and people about whom a default decided are counted", () => {
  const tally = tallyOf("create", "create", "skip", "none");
  expect(tally.isEmpty).toBe(false);
  expect(tally.summary(undefined)).toMatchObject({ create: 2, skip: 1, none: 1, requests: 4, defaultAccessDecided: 1 });
});

test.each([
  [2, false],
  [1, true],
])("disables and deletes together pass a threshold of %d: %s", (limit, passed) => {
  expect(tallyOf("disable", "delete", "update").summary(limit).deletionThreshold).toEqual({ limit, planned: 2, passed });
});
