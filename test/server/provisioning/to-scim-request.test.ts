import { inEnglish } from "#base/render-sentence";
import { say } from "#base/sentence";
import { expect, test } from "vitest";
import type { JsonValue } from "#scim/resource";
import { account, person, planOne, usualMapping } from "#test/preview-scenario";
import type { Scenario } from "#test/preview-scenario";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const CUSTOM = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";
const flagged = `provision "Test" {\n  tenantUrl "https://scim.example.com/v2?aadOptscim062020"\n}\n`;

function compliant(mapping: string): string {
  return `${flagged}map User -> User {\n${mapping}\n}\n`;
}

async function bodies(scenario: Scenario, id?: string): Promise<readonly (JsonValue | null)[]> {
  return (await planOne(scenario, id)).requests.map(({ body }) => body);
}

const patch = (...operations: readonly JsonValue[]) => ({
  schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
  Operations: operations,
});

/** SCIM behaviour reference §4. */
test("a created user: enterprise URN always, custom URN never, primary on the work address, active as Boolean", async () => {
  const mapping = `${usualMapping}
  name.givenName = [givenName]
  emails[type eq "work"].value = [mail]
  ${ENTERPRISE}:department = [department]
  ${CUSTOM}:badge = [employeeId]`;
  const object = await planOne({
    mapping,
    users: [person({ givenName: "Ada", mail: "ada@example.com", department: "R&D", employeeId: "7" })],
  });
  expect(object.requests).toEqual([
    {
      method: "POST",
      path: "/Users",
      body: {
        schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", ENTERPRISE],
        userName: "ada@example.com",
        active: true,
        displayName: "Ada Lovelace",
        name: { givenName: "Ada" },
        emails: [{ type: "work", value: "ada@example.com", primary: true }],
        [ENTERPRISE]: { department: "R&D" },
        [CUSTOM]: { badge: "7" },
        meta: { resourceType: "User" },
      },
    },
  ]);
});

/** §7. */
test("a created group: Microsoft's private schema URN, no members; they follow in a second request", async () => {
  const scenario: Scenario = {
    groupMapping: "  displayName = [displayName]  match 1\n  externalId = [objectId]\n  members = [members]",
    users: [person()],
    accounts: [account()],
    groups: [{ objectId: "g1", displayName: "Desk", members: ["u1"] }],
  };
  expect((await planOne(scenario, "g1")).requests).toEqual([
    {
      method: "POST",
      path: "/Groups",
      body: {
        schemas: [
          "urn:ietf:params:scim:schemas:core:2.0:Group",
          "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group",
        ],
        displayName: "Desk",
        externalId: "g1",
        meta: { resourceType: "Group" },
      },
    },
    { method: "PATCH", path: "/Groups/{id}", body: patch({ op: "Add", path: "members", value: [{ $ref: null, value: "t1" }] }) },
  ]);
});

/** §5, legacy column. */
test("an update in the default shape: one operation per attribute, Add or Replace, Booleans as text", async () => {
  const mapping = `${usualMapping}\n  nickName = [givenName]\n  emails[type eq "work"].value = [mail]\n  ${ENTERPRISE}:department = [department]`;
  const users = [person({ displayName: "Ada L.", givenName: "Babs", mail: "a@example.com", department: "R&D" })];
  const accounts = [account({ active: false, emails: [{ type: "work", value: "b@example.com" }], [ENTERPRISE]: { department: "HR" } })];
  expect(await bodies({ mapping, users, accounts })).toEqual([
    patch(
      { op: "Replace", path: "active", value: "True" },
      { op: "Replace", path: "displayName", value: "Ada L." },
      { op: "Add", path: "nickName", value: "Babs" },
      { op: "Replace", path: 'emails[type eq "work"].value', value: "a@example.com" },
      { op: "Replace", path: `${ENTERPRISE}:department`, value: "R&D" },
    ),
  ]);
});

/** §5, column with `aadOptscim062020`. */
test("an update in the compliant shape: one path-less replace for single values, the rest by path", async () => {
  const mapping = compliant(
    `${usualMapping}\n  nickName = [givenName]\n  name.familyName = [surname]\n  emails[type eq "work"].value = [mail]\n  ${ENTERPRISE}:department = [department]`,
  );
  const users = [person({ displayName: "Ada L.", givenName: "Babs", surname: "King", mail: "a@example.com", department: "R&D" })];
  const accounts = [
    account({ name: { familyName: "Byron" }, emails: [{ type: "work", value: "b@example.com" }], [ENTERPRISE]: { department: "HR" } }),
  ];
  expect(await bodies({ mapping, users, accounts })).toEqual([
    patch(
      { op: "replace", value: { displayName: "Ada L.", "name.familyName": "King", [`${ENTERPRISE}:department`]: "R&D" } },
      { op: "add", path: "nickName", value: "Babs" },
      { op: "replace", path: 'emails[type eq "work"].value', value: "a@example.com" },
    ),
  ]);
});

test("a disable in both shapes", async () => {
  const scenario: Scenario = { users: [person({ accountEnabled: false })], accounts: [account()] };
  expect(await bodies(scenario)).toEqual([patch({ op: "Replace", path: "active", value: "False" })]);
  expect(await bodies({ ...scenario, mapping: compliant(usualMapping) })).toEqual([patch({ op: "replace", path: "active", value: false })]);
});

test("a delete is a DELETE, with the id as one encoded path segment", async () => {
  const { requests } = await planOne({ users: [person({ purged: true })], accounts: [account({ id: "a/b@c" })] });
  expect(requests).toEqual([{ method: "DELETE", path: "/Users/a%2Fb%40c", body: null }]);
});

const members = "  displayName = [displayName]  match 1\n  members = [members]";
const twoPeople = [person(), person({ objectId: "u2", userPrincipalName: "b@example.com" })];
const twoAccounts = [account(), account({ id: "t2", userName: "b@example.com" })];

/** §5 and §7, members. */
test("members are added as a list and removed by a list, in the compliant shape one by one", async () => {
  const scenario: Scenario = {
    groupMapping: members,
    users: twoPeople,
    accounts: twoAccounts,
    groups: [{ objectId: "g1", displayName: "Desk", members: ["u1"] }],
    targetGroups: [{ id: "tg1", displayName: "Desk", members: [{ value: "t2" }] }],
  };
  expect(await bodies(scenario, "g1")).toEqual([
    patch(
      { op: "Add", path: "members", value: [{ $ref: null, value: "t1" }] },
      { op: "Remove", path: "members", value: [{ value: "t2" }] },
    ),
  ]);
  const mapping = `${flagged}map User -> User {\n${usualMapping}\n}\nmap Group -> Group {\n${members}\n}`;
  expect(await bodies({ ...scenario, mapping }, "g1")).toEqual([
    patch({ op: "add", path: "members", value: [{ value: "t1" }] }, { op: "remove", path: 'members[value eq "t2"]' }),
  ]);
});

test("a manager is a plain id in the default shape", async () => {
  const mapping = `${usualMapping}\n  ${ENTERPRISE}:manager = [manager]`;
  const users = [person({ manager: "u2" }), person({ objectId: "u2", userPrincipalName: "b@example.com" })];
  expect(await bodies({ mapping, users, accounts: twoAccounts }, "u1")).toEqual([
    patch({ op: "Add", path: `${ENTERPRISE}:manager`, value: "t2" }),
  ]);
});

/** Function reference, roles functions. */
test("roles are whole elements on create, JSON text when added in the default shape, replaced by the assertive function", async () => {
  const assigned = [{ principalId: "u1", appRoleId: "r1", appRoleValue: "agent", appRoleDisplayName: "Agent" }];
  const element = { primary: false, type: "WindowsAzureActiveDirectoryRole", display: "Agent", value: "agent" };
  const adds = `${usualMapping}\n  roles = AppRoleAssignmentsComplex([appRoleAssignments])`;
  const asserts = `${usualMapping}\n  roles = AssertiveAppRoleAssignmentsComplex([appRoleAssignments])`;
  const [created] = await bodies({ mapping: adds, users: [person()], assigned });
  expect(created).toMatchObject({ roles: [element] });
  const accounts = [account({ roles: [{ value: "boss" }] })];
  expect(await bodies({ mapping: adds, users: [person()], assigned, accounts })).toEqual([
    patch({ op: "Add", path: "roles", value: [{ value: '{"id":"r1","value":"agent","displayName":"Agent"}' }] }),
  ]);
  expect(await bodies({ mapping: asserts, users: [person()], assigned, accounts })).toEqual([
    patch({ op: "Replace", path: "roles", value: [element] }),
  ]);
});

test("a value that only the real run knows stands in the body with its reason", async () => {
  const { requests, changes } = await planOne({ mapping: `${usualMapping}\n  externalId = Guid()`, users: [person()] });
  const unknown = changes.find(({ attribute }) => attribute === "externalId")?.unknown;
  expect(inEnglish(unknown ?? say``)).toMatch(/Guid/);
  expect(requests[0]?.body).toMatchObject({ externalId: { $unknown: unknown } });
});
