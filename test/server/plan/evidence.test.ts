import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { runPreview } from "#engine/run-preview";
import type { PlannedObject } from "#plan/plan";
import { recordedReader } from "#scim/recorded-reader";
import { account, NOW, openScenario, person, planOne, snapshotOf } from "#test/preview-scenario";

/** What each answer is taken from, and what it proves. */
function kindsOf({ evidence }: PlannedObject): readonly string[] {
  return evidence.map(({ kind, proves }) => `${kind}: ${proves}`);
}

function textsOf({ steps }: PlannedObject): string {
  return steps.flatMap(({ description, details }) => [description, ...details.map(({ text }) => text)].map(inEnglish)).join("\n");
}

/** More people than are confirmed by queries; the last one is found in the list alone. */
async function lastOfMany(): Promise<PlannedObject> {
  const ids = Array.from({ length: 201 }, (_, index) => String(index).padStart(3, "0"));
  const users = ids.map((id) => person({ objectId: `u${id}`, userPrincipalName: `p${id}@example.com` }));
  const accounts = ids.map((id) => account({ id: `t${id}`, userName: `p${id}@example.com` }));
  return planOne({ users, accounts }, "u200");
}

test("somebody who was found among the accounts that were read has the list as evidence, and no line tells of a query that was not sent", async () => {
  const object = await lastOfMany();
  expect(kindsOf(object)).toEqual(["list: found"]);
  expect(object.evidence.map(({ asked, answered }) => [inEnglish(asked), inEnglish(answered)])).toEqual([
    ['userName "p200@example.com" in the list', "1 account, among 201 that were read"],
  ]);
  expect(textsOf(object)).toContain('userName "p200@example.com" → 1 resource in the list');
  expect(textsOf(object)).not.toMatch(/ eq /);
});

test("a create rests on the list and on the query that confirms it", async () => {
  const object = await planOne({ users: [person()], history: "first" });
  expect(kindsOf(object)).toEqual(["list: nobody", "query: nobody"]);
  expect(inEnglish(object.reason)).toBe("No account visible to this token matches.");
});

test("with a running job, a create says what no query can rule out", async () => {
  const object = await planOne({ users: [person()] });
  expect(inEnglish(object.reason)).toBe("No account visible to this token matches, unless one is already linked.");
});

test("whoever was not looked for has no evidence", async () => {
  expect((await planOne({ users: [person({ accountEnabled: false })], history: "first" })).evidence).toEqual([]);
});

test("what a recording holds is told from what a service answers", async () => {
  const mapping = openScenario({});
  const documents = [{ ...account(), meta: { resourceType: "User" } }];
  const plan = await runPreview({
    mapping,
    snapshot: await snapshotOf({ users: [person(), person({ objectId: "u2", userPrincipalName: "new@example.com" })] }),
    reader: recordedReader({ name: "target", documents, catalog: mapping.model.catalog }),
    history: "running",
    now: NOW,
  });
  expect(plan.objects.map(kindsOf)).toEqual([["recorded: found"], ["recorded: nobody"]]);
});
