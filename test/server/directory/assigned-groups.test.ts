import { expect, test } from "vitest";
import type { JsonValue } from "#scim/resource";
import { account, notesOf, person, planOne, playPreview } from "#test/preview-scenario";
import type { Scenario } from "#test/preview-scenario";

/** Ada has an account, and the snapshot does not say that she is assigned. */
function scenario(assigned: readonly JsonValue[], more: Partial<Scenario> = {}): Scenario {
  return { users: [person()], accounts: [account()], assigned, settings: "  scope assigned", ...more };
}

const toGroup = [{ principalId: "g1", principalType: "Group", appRoleId: "r1" }];
const twenty = Array.from({ length: 20 }, (_, at) => ({ "@odata.type": "#microsoft.graph.user", id: `m${at}` }));

test.each<readonly [string, Partial<Scenario>]>([
  ["is not in the snapshot", {}],
  ["has no members there", { groups: [{ objectId: "g1", displayName: "Sales" }] }],
  ["was cut at twenty", { groups: [{ objectId: "g1", displayName: "Sales", members: twenty }] }],
])("nobody is disabled because of an assigned group that %s", async (_name, more) => {
  expect((await planOne(scenario([], more), "u1")).action).toBe("disable");
  const plan = await playPreview(scenario(toGroup, more));
  const ada = plan.objects.find(({ source }) => source.id === "u1");
  expect([ada?.action, ada?.code]).toEqual(["unknown", "scoping-unknown"]);
  expect(plan.complete).toBe(false);
  expect(plan.notes.filter(({ code }) => code === "open-groups")).toHaveLength(1);
});

test("what is known decides: a block, a filter that is false, an assignment of one's own, scope all", async () => {
  const blocked = await planOne(scenario(toGroup, { users: [person({ accountEnabled: false })] }));
  expect([blocked.action, blocked.code]).toEqual(["disable", "blocked"]);
  const mapping = `
  where department eq "Sales"
  userName = [userPrincipalName]  match 1
  active   = Switch([IsSoftDeleted], , "False", "True", "True", "False")`;
  const filtered = await planOne(scenario(toGroup, { mapping, users: [person({ department: "HR" })] }));
  expect([filtered.action, filtered.code]).toEqual(["disable", "scoping-clause-false"]);
  expect((await planOne(scenario([...toGroup, { principalId: "u1", appRoleId: "r2" }]))).action).toBe("none");
  expect((await planOne(scenario(toGroup, { settings: "  scope all" }))).action).toBe("none");
});

test("whoever has Default Access only may be entitled through such a group", async () => {
  const settings = "  scope assigned\n  defaultAccess skip";
  const onlyDefault = { principalId: "u1", appRoleId: "00000000-0000-0000-0000-000000000000" };
  expect((await planOne(scenario([onlyDefault], { settings }))).code).toBe("undocumented-behaviour");
  expect((await planOne(scenario([onlyDefault, ...toGroup], { settings }))).code).toBe("scoping-unknown");
});

test("with the group in the snapshot it is known who is in it", async () => {
  const group = (members: readonly string[]) => ({ groups: [{ objectId: "g1", displayName: "Sales", members }] });
  expect((await planOne(scenario(toGroup, group(["u1"])))).action).toBe("none");
  expect((await planOne(scenario(toGroup, group(["u2"])))).action).toBe("disable");
});

test("the notes name the groups, why, and what to do; groups in groups are named too", async () => {
  expect(notesOf(await playPreview(scenario(toGroup)))).toContain(
    "Of assigned groups it is not known who is in them, so whether somebody who is not assigned otherwise is in scope is not known either: " +
      "'g1' (not in the snapshot). Add these groups with all their members to the snapshot.",
  );
  const groups = [
    { objectId: "g1", displayName: "Sales", members: ["g2", "u1"] },
    { objectId: "g2", displayName: "Juniors", members: [] },
  ];
  expect(notesOf(await playPreview(scenario(toGroup, { groups })))).toContain(
    "Groups in assigned groups do not count: Entra ID assigns direct members only, and not the members of 'Juniors'.",
  );
});
