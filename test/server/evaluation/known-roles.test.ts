import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import type { JsonObject } from "#scim/json-members";
import { account, notesOf, person, planOne, playPreview } from "#test/preview-scenario";
import { call } from "#test/terminal";

const guid = "11111111-2222-3333-4444-555555555555";
const folder = "test/fixtures/cases/01-graph-role-ids";

async function previewOf(source: string) {
  const argv = [
    "preview",
    `${folder}/mapping.scimmap`,
    "--target",
    `${folder}/target`,
    "--source",
    "-",
    "--show-values",
    "--format",
    "json",
  ];
  const { exit, stdout } = await call(argv, { stdin: source });
  return { exit, plan: JSON.parse(stdout) as { complete: boolean; objects: { action: string; code: string; requests: unknown[] }[] } };
}

test("a Switch over a role of which Graph gave the id only answers nothing that is certain", async () => {
  const { exit, plan } = await previewOf(readFileSync(`${folder}/people.json`, "utf8"));
  expect([exit, plan.complete]).toEqual([1, false]);
  expect(JSON.stringify(plan.objects.map(({ requests }) => requests))).not.toMatch(/"value": ?"(member|owner|Tenant)/);
  expect(JSON.stringify(plan.objects.map(({ requests }) => requests))).not.toContain(guid);
});

test("with the application's roles it is certain", async () => {
  const people = JSON.parse(readFileSync(`${folder}/people.json`, "utf8")) as JsonObject;
  const appRoles = [{ id: guid, value: "Tenant Editors", displayName: "Editors" }];
  const { plan } = await previewOf(JSON.stringify({ ...people, appRoles }));
  expect(plan.complete).toBe(true);
  expect(plan.objects).toMatchObject([{ action: "update" }]);
  expect(JSON.stringify(plan.objects[0]?.requests)).toContain("editor");
});

const assigned = [{ principalId: "u1", principalType: "User", appRoleId: guid }];
const mapping = `
  userName = [userPrincipalName]  match 1
  active   = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  title    = [appRoleAssignments]`;

test("the attribute itself is unknown, too, and the note says what to add", async () => {
  const settings = "  scope assigned";
  const plan = await playPreview({ users: [person()], accounts: [account()], assigned, mapping, settings });
  expect(plan.objects[0]?.action).toBe("unknown");
  expect(inEnglish(plan.objects[0]?.reason ?? { kind: "sentence", pattern: "", parts: [] })).toContain(
    `Of the assigned role ${guid} only the id is in the snapshot`,
  );
  expect(notesOf(plan)).toContain(
    `The mapping reads roles, and of these the snapshot has only the ids: ${guid}. ` +
      `Add the list "appRoles" of the application's service principal to the snapshot, beside "users".`,
  );
});

test("a mapping that reads no role needs none", async () => {
  const plan = await playPreview({ users: [person()], accounts: [account()], assigned, settings: "  scope assigned" });
  expect([plan.complete, plan.objects[0]?.action]).toEqual([true, "none"]);
  expect((await planOne({ users: [person()], accounts: [account()], assigned })).action).toBe("none");
});
