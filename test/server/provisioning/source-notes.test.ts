import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { leavesIncomplete } from "#plan/plan-note";
import { sourceNotes } from "#provisioning/source-notes";
import { opened, user } from "#test/directory";
import { account, notesOf, person, playPreview } from "#test/preview-scenario";
import { readSnapshot } from "#directory/read-snapshot";

async function notes(text: string): Promise<readonly (readonly [string, boolean, string])[]> {
  const found = sourceNotes(await readSnapshot(opened(text)));
  return found.map((note) => [note.code, leavesIncomplete(note), inEnglish(note.text)]);
}

test("a bad record is named with its file and its place, and leaves a plan incomplete", async () => {
  expect(await notes(`{"objectId":"u1"}\n{"objectId":\n{"displayName":"no id"}\n`)).toEqual([
    ["bad-record", true, "people.json:2: Line 2 is not JSON and was skipped."],
    ["bad-record", true, 'people.json:3: users, item 2 has no object id ("objectId", or "id" as Graph calls it) and was skipped.'],
  ]);
  expect(await notes(JSON.stringify([user("u1"), user("u1")]))).toEqual([
    ["bad-record", true, "people.json: users, item 2 has the object id of an earlier record and was skipped."],
  ]);
});

test("somebody who is assigned and not in the snapshot is no part of the plan", async () => {
  const text = JSON.stringify({ users: [user("u1")], appRoleAssignedTo: [{ principalId: "s1", principalType: "User", appRoleId: "r1" }] });
  expect(await notes(text)).toEqual([
    ["principal-not-here", false, "people.json: appRoleAssignedTo names a principal that is not in the snapshot: s1."],
  ]);
});

test("of many the first fifty are named, and the rest counted", async () => {
  const bad = (count: number) => JSON.stringify([user("u1"), ...Array.from({ length: count }, () => 7)]);
  expect(await notes(bad(50))).toHaveLength(50);
  expect((await notes(bad(51))).at(-1)).toEqual(["bad-record", true, "people.json: 1 more part of it could not be read."]);
  expect((await notes(bad(53))).at(-1)).toEqual(["bad-record", true, "people.json: 3 more parts of it could not be read."]);
});

test("a plan says what its snapshot lost, plans for the others, and is not complete", async () => {
  const good = await playPreview({ users: [person()], accounts: [account()] });
  expect(good.complete).toBe(true);
  const plan = await playPreview({ users: [person(), { displayName: "no id" }], accounts: [account()] });
  expect(plan.complete).toBe(false);
  expect(plan.objects.map(({ action }) => action)).toEqual(good.objects.map(({ action }) => action));
  expect(notesOf(plan)).toContain('people.json: users, item 2 has no object id ("objectId", or "id" as Graph calls it) and was skipped.');
});
