import { inEnglish } from "#base/render-sentence";
import { say } from "#base/sentence";
import { expect, test } from "vitest";
import type { PlannedObject } from "#plan/plan";
import type { JsonValue, Resource } from "#scim/resource";
import { account, person, planOne, playPreview, usualMapping } from "#test/preview-scenario";
import type { Scenario } from "#test/preview-scenario";

const MANAGER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager";
const managed = `${usualMapping}\n  ${MANAGER} = [manager]`;
const groupMapping = "  displayName = [displayName]  match 1\n  members = [members]";
const boss = person({ objectId: "u2", userPrincipalName: "boss@example.com", displayName: "Boss" });
const bossAccount = account({ id: "t2", userName: "boss@example.com", displayName: "Boss" });
const ada = person({ manager: "u2" });

const withManager = (value: JsonValue): Resource =>
  account({ "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { manager: value } });

function changesOf(object: PlannedObject): readonly (readonly [string, JsonValue, JsonValue, boolean])[] {
  return object.changes.map(({ attribute, old, new: value, unknown }) => [attribute, old, value, unknown !== null]);
}

test("a manager given as text equals one given with its value", async () => {
  expect((await planOne({ mapping: managed, users: [ada, boss], accounts: [withManager("t2"), bossAccount] }, "u1")).action).toBe("none");
  expect(
    (
      await planOne(
        { mapping: managed, users: [ada, boss], accounts: [withManager({ value: "t2", displayName: "Boss" }), bossAccount] },
        "u1",
      )
    ).action,
  ).toBe("none");
});

test("another manager at the target is replaced", async () => {
  const object = await planOne({ mapping: managed, users: [ada, boss], accounts: [withManager({ value: "t9" }), bossAccount] }, "u1");
  expect([object.action, changesOf(object)]).toEqual(["update", [[MANAGER, "t9", "t2", false]]]);
});

test("a manager who is yet to be created: the action stands, the id is unknown", async () => {
  const object = await planOne({ mapping: managed, users: [ada, boss], accounts: [account()] }, "u1");
  expect([object.action, changesOf(object)]).toEqual(["update", [[MANAGER, null, null, true]]]);
  expect(inEnglish(object.changes[0]?.unknown ?? say``)).toBe('The target assigns this id when "Boss" is created.');
});

test("a created person's manager appears in the changes and as a second request", async () => {
  const object = await planOne({ mapping: managed, users: [ada, boss], accounts: [bossAccount] }, "u1");
  expect(object.action).toBe("create");
  expect(changesOf(object).at(-1)).toEqual([MANAGER, null, "t2", false]);
  expect(object.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["POST /Users", "PATCH /Users/{id}"]);
  expect(JSON.stringify(object.requests[0])).not.toContain("manager");
});

test("a manager out of scope is not written, and named", async () => {
  const object = await planOne({ mapping: managed, users: [ada, { ...boss, accountEnabled: false }], accounts: [account()] }, "u1");
  expect(object.action).toBe("none");
  const step = object.steps.find(({ type }) => type === "referenceResolution");
  expect(step?.status).toBe("warning");
  expect(step?.details.map(({ text }) => inEnglish(text))).toEqual([
    `${MANAGER}: "Boss" is out of scope, so the reference is not written.`,
  ]);
});

test("a manager the snapshot does not know is not written, and named", async () => {
  const object = await planOne({ mapping: managed, users: [ada], accounts: [account()] });
  expect(object.action).toBe("none");
  const [detail] = object.steps.find(({ type }) => type === "referenceResolution")?.details ?? [];
  expect(inEnglish(detail?.text ?? say``)).toContain("is not in the snapshot");
});

test("no manager in the source clears nothing", async () => {
  expect((await planOne({ mapping: managed, users: [person()], accounts: [withManager({ value: "t2" })] })).action).toBe("none");
});

test("a manager whose account cannot be decided leaves the outcome unknown", async () => {
  const mapping = managed.replace("userName", `where "Odd" department "OPERATOR" "x" or displayName eq "Ada Lovelace"\n  userName`);
  const object = await planOne({ mapping, users: [ada, { ...boss, department: "x" }], accounts: [account(), bossAccount] }, "u1");
  expect([object.action, object.code]).toEqual(["unknown", "value-unknown"]);
});

const group = (members: readonly string[] | null): Record<string, JsonValue> => ({
  objectId: "g1",
  displayName: "Desk",
  ...(members === null ? {} : { members }),
});
const targetGroup = (...ids: readonly string[]): Resource => ({
  id: "tg1",
  displayName: "Desk",
  members: ids.map((value) => ({ value, display: value })),
});
const people: Scenario = { groupMapping, users: [person(), boss], accounts: [account(), bossAccount] };

async function members(scenario: Scenario): Promise<readonly (readonly [JsonValue, JsonValue])[]> {
  return (await planOne(scenario, "g1")).changes.map(({ old, new: value }) => [old, value]);
}

test("members in sync are none, whatever their order and display", async () => {
  expect((await planOne({ ...people, groups: [group(["u1", "u2"])], targetGroups: [targetGroup("t2", "t1")] }, "g1")).action).toBe("none");
});

test("a provisioned member missing at the target is added", async () => {
  expect(await members({ ...people, groups: [group(["u1", "u2"])], targetGroups: [targetGroup("t2")] })).toEqual([[null, "t1"]]);
});

test("a member that the source group lacks is removed when this job would manage the person", async () => {
  expect(await members({ ...people, groups: [group(["u1"])], targetGroups: [targetGroup("t1", "t2")] })).toEqual([["t2", null]]);
  expect(await members({ ...people, groups: [group([])], targetGroups: [targetGroup("t1")] })).toEqual([["t1", null]]);
});

test("a source group that does not state its members changes nothing", async () => {
  expect(await members({ ...people, groups: [group(null)], targetGroups: [targetGroup("t1")] })).toEqual([]);
});

test("on a first cycle members at the target are left alone and counted", async () => {
  const object = await planOne(
    { ...people, history: "first", groups: [group(["u1"])], targetGroups: [targetGroup("t1", "t2", "t9")] },
    "g1",
  );
  expect(object.action).toBe("none");
  expect(object.steps.flatMap(({ details }) => details.map(({ text }) => inEnglish(text)))).toContain(
    "members: 2 members at the target that the source lacks are left alone",
  );
});

test("unmanaged, out-of-scope and disabled members stay", async () => {
  const users = [person(), { ...boss, accountEnabled: false }];
  expect(await members({ ...people, users, groups: [group(["u1"])], targetGroups: [targetGroup("t1", "t2", "t9")] })).toEqual([]);
});

test("a member out of scope is not added, and named", async () => {
  const object = await planOne(
    { ...people, users: [person(), { ...boss, accountEnabled: false }], groups: [group(["u1", "u2"])], targetGroups: [targetGroup("t1")] },
    "g1",
  );
  expect(object.action).toBe("none");
  expect(object.steps.flatMap(({ details }) => details.map(({ text }) => inEnglish(text)))).toContain(
    'members: "Boss" is out of scope, so the reference is not written.',
  );
});

test("a nested group is a single member when it is provisioned itself", async () => {
  const nested = { objectId: "g2", displayName: "Nested", members: ["u1"] };
  const { objects } = await playPreview({
    ...people,
    groups: [group(["g2"]), nested],
    targetGroups: [targetGroup(), { id: "tg2", displayName: "Nested", members: [{ value: "t1" }] }],
  });
  expect(objects.find(({ source }) => source.id === "g1")?.changes.map(({ new: value }) => value)).toEqual(["tg2"]);
});

test("members that cannot be read are unknown, not empty", async () => {
  const object = await planOne(
    {
      ...people,
      groups: [group(["u1"])],
      targetGroups: [targetGroup("t1")],
      faults: { getFails: { kind: "scim", status: 500, message: say`The target failed.` } },
    },
    "g1",
  );
  expect([object.action, object.code, object.requests]).toEqual(["unknown", "target-not-read", []]);
});
