import { inEnglish } from "#base/render-sentence";
import { say } from "#base/sentence";
import { expect, test } from "vitest";
import { account, person, planOne, playPreview, usualMapping } from "#test/preview-scenario";
import type { Scenario } from "#test/preview-scenario";
import type { PlannedAction } from "#plan/plan";

interface Row extends Scenario {
  readonly name: string;
  readonly action: PlannedAction;
  readonly code: string;
}

const assignment = (principalId: string, appRoleId = "r1", more: Record<string, string> = {}) => ({
  principalId,
  principalType: "User",
  appRoleId,
  appRoleDisplayName: "User",
  ...more,
});
const defaultAccess = [assignment("u1", "00000000-0000-0000-0000-000000000000", { appRoleDisplayName: "Default Access" })];
const salesOnly = `  where "Sales"  department eq "Sales"\n${usualMapping}`;
const noSoftDelete = `  userName = [userPrincipalName]  match 1\n  displayName = [displayName]`;
const group = { objectId: "g1", displayName: "Service Desk" };
const groupMapping = "  displayName = [displayName]  match 1";
const targetGroup = { id: "tg1", displayName: "Service Desk" };

/** The table of the provisioning page §3 and the rows of the semantics page, "Preview". */
const rows: readonly Row[] = [
  { name: "create: in scope, no match", users: [person()], action: "create", code: "no-match" },
  {
    name: "update: in scope, one match, attributes differ",
    users: [person()],
    accounts: [account({ displayName: "Ada B." })],
    action: "update",
    code: "attributes-differ",
  },
  { name: "none: in scope, one match, nothing differs", users: [person()], accounts: [account()], action: "none", code: "in-sync" },
  {
    name: "enable: active at the target changes from false to true",
    users: [person()],
    accounts: [account({ active: false })],
    action: "enable",
    code: "active-changes",
  },
  {
    name: "enable: active as text at the target",
    users: [person()],
    accounts: [account({ active: "False" })],
    action: "enable",
    code: "active-changes",
  },

  {
    name: "disable: managed and unassigned",
    users: [person()],
    assigned: [],
    accounts: [account()],
    action: "disable",
    code: "not-assigned",
  },
  {
    name: "disable: managed and outside the scoping filters",
    mapping: salesOnly,
    users: [person({ department: "Marketing" })],
    accounts: [account()],
    action: "disable",
    code: "scoping-clause-false",
  },
  {
    name: "disable: managed and soft-deleted",
    users: [person({ deletedDateTime: "2026-10-02T09:15:00Z" })],
    accounts: [account()],
    action: "disable",
    code: "soft-deleted",
  },
  {
    name: "disable: managed and blocked",
    users: [person({ accountEnabled: false })],
    accounts: [account()],
    action: "disable",
    code: "blocked",
  },
  {
    name: "disable: the record states IsSoftDeleted",
    users: [person({ IsSoftDeleted: true })],
    accounts: [account()],
    action: "disable",
    code: "soft-deleted",
  },
  {
    name: "disable: in scope, but the mapping of active yields false",
    mapping: `${noSoftDelete}\n  active = "False"`,
    users: [person()],
    accounts: [account()],
    action: "disable",
    code: "active-changes",
  },
  {
    name: "none: should be disabled, already inactive",
    users: [person({ accountEnabled: false })],
    accounts: [account({ active: false })],
    action: "none",
    code: "already-inactive",
  },
  {
    name: "none: already inactive, although update is not allowed",
    mapping: `  actions create\n${usualMapping}`,
    users: [person({ accountEnabled: false })],
    accounts: [account({ active: false })],
    action: "none",
    code: "already-inactive",
  },
  {
    name: "none: no mapping uses IsSoftDeleted",
    mapping: noSoftDelete,
    users: [person()],
    assigned: [],
    accounts: [account()],
    action: "none",
    code: "soft-delete-not-mapped",
  },
  {
    name: "none: unassigned, and active follows accountEnabled only",
    mapping: `${noSoftDelete}\n  active = [accountEnabled]`,
    users: [person()],
    assigned: [],
    accounts: [account()],
    action: "none",
    code: "soft-delete-not-mapped",
  },
  {
    name: "disable: no mapping uses IsSoftDeleted, but a blocked user's active yields false",
    mapping: `${noSoftDelete}\n  active = [accountEnabled]`,
    users: [person({ accountEnabled: false })],
    accounts: [account()],
    action: "disable",
    code: "blocked",
  },
  {
    name: "update: IsSoftDeleted drives another attribute only",
    mapping: `${noSoftDelete}\n  title = Switch([IsSoftDeleted], "here", "True", "left")`,
    users: [person()],
    assigned: [],
    accounts: [account({ title: "here" })],
    action: "update",
    code: "soft-delete-changed",
  },

  {
    name: "none: skipOutOfScopeDeletions, unassigned",
    settings: "  skipOutOfScopeDeletions true",
    users: [person()],
    assigned: [],
    accounts: [account()],
    action: "none",
    code: "out-of-scope-left-alone",
  },
  {
    name: "none: skipOutOfScopeDeletions, filtered out",
    settings: "  skipOutOfScopeDeletions true",
    mapping: salesOnly,
    users: [person({ department: "HR" })],
    accounts: [account()],
    action: "none",
    code: "out-of-scope-left-alone",
  },
  {
    name: "unknown: skipOutOfScopeDeletions, soft-deleted",
    settings: "  skipOutOfScopeDeletions true",
    users: [person({ deletedDateTime: "2026-10-02T09:15:00Z" })],
    accounts: [account()],
    action: "unknown",
    code: "undocumented-behaviour",
  },
  {
    name: "unknown: skipOutOfScopeDeletions, blocked",
    settings: "  skipOutOfScopeDeletions true",
    users: [person({ accountEnabled: false })],
    accounts: [account()],
    action: "unknown",
    code: "undocumented-behaviour",
  },

  {
    name: "delete: managed and hard-deleted",
    users: [person({ purged: true })],
    accounts: [account()],
    action: "delete",
    code: "hard-deleted",
  },
  {
    name: "delete: hard-deleted is matched without regard to scope",
    mapping: salesOnly,
    users: [person({ purged: true })],
    assigned: [],
    accounts: [account()],
    action: "delete",
    code: "hard-deleted",
  },
  { name: "skip: hard-deleted without a match", users: [person({ purged: true })], action: "skip", code: "not-managed" },
  {
    name: "skip: hard-deleted, first cycle",
    history: "first",
    users: [person({ purged: true })],
    accounts: [account()],
    action: "skip",
    code: "not-managed",
  },
  {
    name: "skip: hard-deleted, delete not allowed",
    mapping: `  actions create update\n${usualMapping}`,
    users: [person({ purged: true })],
    accounts: [account()],
    action: "skip",
    code: "action-not-allowed",
  },
  {
    name: "delete: a managed group that is unassigned",
    groupMapping,
    groups: [group],
    assigned: [],
    targetGroups: [targetGroup],
    action: "delete",
    code: "not-assigned",
  },
  {
    name: "skip: a managed group, delete not allowed",
    groupMapping: `  actions update\n${groupMapping}`,
    groups: [group],
    assigned: [],
    targetGroups: [targetGroup],
    action: "skip",
    code: "action-not-allowed",
  },
  {
    name: "none: a managed group with skipOutOfScopeDeletions",
    settings: "  skipOutOfScopeDeletions true",
    groupMapping,
    groups: [group],
    assigned: [],
    targetGroups: [targetGroup],
    action: "none",
    code: "out-of-scope-left-alone",
  },

  {
    name: "delete: managed and unassigned, and the application has no soft delete",
    connector: { softDelete: false },
    users: [person()],
    assigned: [],
    accounts: [account()],
    action: "delete",
    code: "not-assigned",
  },
  {
    name: "skip: the same, delete not allowed",
    connector: { softDelete: false },
    mapping: `  actions create update\n${usualMapping}`,
    users: [person()],
    assigned: [],
    accounts: [account()],
    action: "skip",
    code: "action-not-allowed",
  },

  { name: "skip: not managed and not assigned", users: [person()], assigned: [], action: "skip", code: "not-assigned" },
  {
    name: "skip: first cycle, not assigned although an account matches",
    history: "first",
    users: [person()],
    assigned: [],
    accounts: [account()],
    action: "skip",
    code: "not-assigned",
  },
  {
    name: "skip: not effectively entitled",
    settings: "  defaultAccess skip",
    users: [person()],
    assigned: defaultAccess,
    action: "skip",
    code: "not-effectively-entitled",
  },
  {
    name: "create: Default Access counts",
    settings: "  defaultAccess provision",
    users: [person()],
    assigned: defaultAccess,
    action: "create",
    code: "no-match",
  },
  {
    name: "create: Default Access and another role",
    settings: "  defaultAccess skip",
    users: [person()],
    assigned: [...defaultAccess, assignment("u1")],
    action: "create",
    code: "no-match",
  },
  {
    name: "unknown: a managed account of somebody not effectively entitled",
    settings: "  defaultAccess skip",
    users: [person()],
    assigned: defaultAccess,
    accounts: [account()],
    action: "unknown",
    code: "undocumented-behaviour",
  },
  {
    name: "create: scope all asks for no assignment",
    settings: "  scope all",
    users: [person()],
    assigned: [],
    action: "create",
    code: "no-match",
  },
  { name: "skip: filtered out", mapping: salesOnly, users: [person({ department: "HR" })], action: "skip", code: "scoping-clause-false" },
  { name: "skip: a missing value is not true", mapping: salesOnly, users: [person()], action: "skip", code: "scoping-clause-false" },
  { name: "skip: blocked and unmanaged", users: [person({ accountEnabled: false })], action: "skip", code: "blocked" },
  {
    name: "skip: blocked on the first cycle, although an account matches",
    history: "first",
    users: [person({ accountEnabled: false })],
    accounts: [account()],
    action: "skip",
    code: "blocked",
  },
  {
    name: "skip: no value for any matching attribute",
    users: [person({ userPrincipalName: null })],
    action: "skip",
    code: "no-matching-value",
  },
  {
    name: "skip: create not allowed",
    mapping: `  actions update\n${usualMapping}`,
    users: [person()],
    action: "skip",
    code: "action-not-allowed",
  },
  {
    name: "skip: update not allowed",
    mapping: `  actions create\n${usualMapping}`,
    users: [person()],
    accounts: [account({ displayName: "Ada B." })],
    action: "skip",
    code: "action-not-allowed",
  },
  {
    name: "none: update not allowed, but nothing differs",
    mapping: `  actions create\n${usualMapping}`,
    users: [person()],
    accounts: [account()],
    action: "none",
    code: "in-sync",
  },
  {
    name: "skip: a disable without the update action",
    mapping: `  actions create\n${usualMapping}`,
    users: [person({ accountEnabled: false })],
    accounts: [account()],
    action: "skip",
    code: "action-not-allowed",
  },
  {
    name: "skip: IgnoreObjectFlow",
    mapping: `${usualMapping}\n  title = IIF([department]="HR", IgnoreObjectFlow, "x")`,
    users: [person({ department: "HR" })],
    action: "skip",
    code: "object-ignored",
  },

  {
    name: "fail: several matches",
    users: [person()],
    accounts: [account(), account({ id: "t2" })],
    action: "fail",
    code: "ambiguous-match",
  },
  {
    name: "fail: required attribute without value on create",
    mapping: "  externalId = [objectId]  match 1\n  userName = [mail]",
    users: [person()],
    action: "fail",
    code: "required-attribute-missing",
  },
  {
    name: "fail: expression error",
    mapping: `${usualMapping}\n  title = Mid([department], 0, 2)`,
    users: [person({ department: "Sales" })],
    action: "fail",
    code: "expression-error",
  },
  {
    name: "fail: several values for a single-valued target",
    mapping: `${usualMapping}\n  title = Split([department], ",")`,
    users: [person({ department: "a,b" })],
    action: "fail",
    code: "several-values",
  },
  {
    name: "create: one value out of a multi-valued source",
    mapping: `${usualMapping}\n  title = Split([department], ",")`,
    users: [person({ department: "a" })],
    action: "create",
    code: "no-match",
  },
  {
    name: "fail: value not convertible",
    mapping: noSoftDelete + "\n  active = [department]",
    users: [person({ department: "yes" })],
    action: "fail",
    code: "value-not-convertible",
  },

  {
    name: "unknown: nothing but an unknowable value may differ",
    mapping: `${usualMapping}\n  externalId = Guid()`,
    users: [person()],
    accounts: [account({ externalId: "x" })],
    action: "unknown",
    code: "value-unknown",
  },
  {
    name: "create: with an unknowable value",
    mapping: `${usualMapping}\n  externalId = Guid()`,
    users: [person()],
    action: "create",
    code: "no-match",
  },
  {
    name: "update: an unknowable value beside a known difference",
    mapping: `${usualMapping}\n  externalId = Guid()`,
    users: [person()],
    accounts: [account({ displayName: "Ada B." })],
    action: "update",
    code: "attributes-differ",
  },
  {
    name: "unknown: Entra's own operator in a scoping filter",
    mapping: `  where "Odd"  department "OPERATOR" "x"\n${usualMapping}`,
    users: [person({ department: "HR" })],
    action: "unknown",
    code: "scoping-unknown",
  },
  {
    name: "fail: the target refuses the query that confirms a create",
    users: [person()],
    faults: { queryFails: { kind: "scim", status: 400, message: say`The target refuses this filter.` } },
    action: "fail",
    code: "match-query-refused",
  },
  {
    name: "unknown: the target has no answer to the query that confirms a create",
    users: [person()],
    faults: { queryFails: { kind: "scim", status: 503, message: say`The target is busy.` } },
    action: "unknown",
    code: "target-not-read",
  },
  {
    name: "unknown: the target cannot be read",
    users: [person()],
    faults: { listFails: { kind: "scim", status: 500, message: say`The target failed.` } },
    action: "unknown",
    code: "target-not-read",
  },
  {
    name: "unknown: an account without id",
    users: [person()],
    accounts: [{ userName: "ada@example.com" }],
    action: "unknown",
    code: "target-not-read",
  },
];

for (const { name, action, code, ...scenario } of rows) {
  test(name, async () => {
    const object = await planOne(scenario);
    expect(`${object.action} ${object.code}`).toBe(`${action} ${code}`);
    expect(inEnglish(object.reason)).toMatch(/^['A-Z].*\.$/s);
    expect(object.because?.file).toBe("test.scimmap");
  });
}

test("two people with one matching value both fail, also without an account", async () => {
  const { objects } = await playPreview({ users: [person(), person({ objectId: "u2", userPrincipalName: "ADA@example.com" })] });
  expect(objects.map(({ action, code }) => `${action} ${code}`)).toEqual(["fail duplicate-source", "fail duplicate-source"]);
});

test("two people who reach one account by different precedences both fail", async () => {
  const mapping = `  userName = [userPrincipalName]  match 1\n  externalId = [employeeId]  match 2`;
  const users = [person({ employeeId: "7" }), person({ objectId: "u2", userPrincipalName: "bob@example.com", employeeId: "8" })];
  const { objects } = await playPreview({ mapping, users, accounts: [account({ externalId: "8" })] });
  expect(objects.map(({ action, code }) => `${action} ${code}`)).toEqual(["fail duplicate-source", "fail duplicate-source"]);
});

test("an account of somebody in scope is not disabled by somebody out of scope with the same matching value", async () => {
  const users = [person(), person({ objectId: "u2", accountEnabled: false })];
  const { objects } = await playPreview({ users, accounts: [account()] });
  expect(objects.map(({ action, code }) => `${action} ${code}`)).toEqual(["none in-sync", "skip account-of-another"]);
  expect(objects[1]?.requests).toEqual([]);
});

test("a disable carries only what depends on IsSoftDeleted, an enable carries the other changes", async () => {
  const disabled = await planOne({ users: [person({ accountEnabled: false, displayName: "New" })], accounts: [account()] });
  expect(disabled.changes.map(({ attribute }) => attribute)).toEqual(["active"]);
  const enabled = await planOne({ users: [person({ displayName: "New" })], accounts: [account({ active: false })] });
  expect(enabled.changes.map(({ attribute }) => attribute)).toEqual(["active", "displayName"]);
});

test('a disable reads "if this job manages the account"', async () => {
  const { reason } = await planOne({ users: [person()], assigned: [], accounts: [account()] });
  expect(inEnglish(reason)).toContain("if this job manages the account");
});

test("disables and deletes above the threshold pass it, those up to it do not", async () => {
  const users = [person({ accountEnabled: false }), person({ objectId: "u2", userPrincipalName: "b@example.com", purged: true })];
  const accounts = [account(), account({ id: "t2", userName: "b@example.com" })];
  const at = async (limit: number) =>
    (await playPreview({ settings: `  deletionThreshold ${limit}`, users, accounts })).summary.deletionThreshold;
  expect(await at(1)).toEqual({ limit: 1, planned: 2, passed: true });
  expect(await at(2)).toEqual({ limit: 2, planned: 2, passed: false });
  expect((await playPreview({ users, accounts })).summary.deletionThreshold).toBeNull();
});

test("people about whom only a default decides are counted apart, and the reason quotes both sources", async () => {
  const mapping = `provision "Talk" {\n  connector grouptalk\n  tenantUrl "https://scim.example.com/v2"\n}\nmap User -> User {\n${usualMapping}\n}`;
  const plan = await playPreview({ mapping, users: [person()], assigned: defaultAccess });
  expect(plan.objects[0]?.code).toBe("not-effectively-entitled");
  expect(inEnglish(plan.objects[0]?.reason ?? say``)).toMatch(/GroupTalk.*2020/);
  expect(plan.summary.defaultAccessDecided).toBe(1);
});
