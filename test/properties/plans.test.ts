import fc from "fast-check";
import { expect, test } from "vitest";
import { runPreview } from "#engine/run-preview";
import type { ProvisioningPlan } from "#plan/plan";
import type { JsonValue, Resource } from "#scim/resource";
import { cases } from "#test/cases";
import { memoryReader } from "#test/memory-reader";
import type { TargetContents } from "#test/memory-reader";
import { carryOut } from "#test/memory-target";
import { NOW, openScenario, snapshotOf } from "#test/preview-scenario";
import type { Scenario } from "#test/preview-scenario";

const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const CUSTOM = "urn:ietf:params:scim:schemas:extension:acme:2.0:User";

const maps = `
map User -> User {
  userName                              = [userPrincipalName]  match 1
  externalId                            = [employeeId]         match 2
  active                                = Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName                           = [displayName]  default "Nobody"
  name.givenName                        = [givenName]
  name.familyName                       = [surname]
  emails[type eq "work"].value          = [mail]
  phoneNumbers[type eq "mobile"].value  = [mobile]
  addresses[type eq "work"].locality    = [city]
  addresses[type eq "work"].country     = [country]
  locale                                = none  default "en"
  nickName                              = [mailNickname]  on create
  ${ENTERPRISE}:department              = [department]
  ${ENTERPRISE}:manager                 = [manager]
  ${CUSTOM}:badge                       = [employeeType]
  roles                                 = AppRoleAssignmentsComplex([appRoleAssignments])
}
map Group -> Group {
  displayName  = [displayName]  match 1
  members      = [members]
}`;

const files = {
  legacy: `provision "T" {\n  tenantUrl "https://scim.example.com/v2"\n}\n${maps}`,
  compliant: `provision "T" {\n  tenantUrl "https://scim.example.com/v2?aadOptscim062020"\n}\n${maps}`,
};

const word = fc.constantFrom("", "a", "A", "b", "Zoë", "한글", "x y", 'q"q', "back\\slash", "1");
const maybe = (values: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> => fc.option(values, { nil: null });
/** Values of one person and one account at most: who competes for an account may change with every round. */
const loginOf = (index: string) => fc.constantFrom(`p${index}@x`, `P${index}@x`, `renamed${index}@x`);
const ids = ["u0", "u1", "u2", "u3"];

const personAt = (objectId: string) =>
  fc.record({
    objectId: fc.constant(objectId),
    userPrincipalName: maybe(loginOf(objectId.slice(1))),
    employeeId: maybe(fc.constant(`e${objectId.slice(1)}`)),
    accountEnabled: fc.boolean(),
    displayName: maybe(word),
    givenName: maybe(word),
    surname: maybe(word),
    mail: maybe(word),
    mobile: maybe(word),
    city: maybe(word),
    country: maybe(word),
    mailNickname: maybe(word),
    department: maybe(word),
    employeeType: maybe(word),
    manager: maybe(fc.constantFrom(...ids, "g0", "nobody")),
    purged: fc.constantFrom(false, false, false, true),
    appRoleAssignments: fc.subarray(["Agent", "Boss"], { minLength: 1 }),
  });

const accountAt = (id: string): fc.Arbitrary<Resource> =>
  fc.record({
    id: fc.constant(id),
    userName: loginOf(id.slice(1)),
    externalId: maybe(fc.constant(`e${id.slice(1)}`)),
    active: fc.constantFrom<JsonValue>(true, false, "True", "False", null),
    displayName: maybe(word),
    name: maybe(fc.record({ givenName: word })),
    emails: fc.constantFrom<JsonValue>(
      [],
      null,
      [{ type: "home", value: "h" }],
      [
        { type: "work", value: "a", primary: true },
        { type: "home", value: "h" },
      ],
    ),
    addresses: fc.constantFrom<JsonValue>(null, [{ type: "work", locality: "a" }]),
    [ENTERPRISE]: maybe(
      fc.record({ department: word, manager: fc.constantFrom<JsonValue>("t1", { value: "t2", $ref: "../Users/t2" }, null) }),
    ),
    roles: fc.constantFrom<JsonValue>(null, [{ value: "Agent" }], [{ primary: true, value: "Chef" }]),
  });

const world = fc.record({
  users: fc.tuple(...ids.map(personAt)),
  accounts: fc.tuple(...["t0", "t1", "t2"].map(accountAt)),
  members: fc.subarray([...ids, "nobody"]),
  targetMembers: fc.option(fc.subarray(["t0", "t1", "t2", "t9"]), { nil: undefined }),
  history: fc.constantFrom<"first" | "running">("first", "running"),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

async function plan(mapping: string, { users, members, history }: World, contents: TargetContents): Promise<ProvisioningPlan> {
  const scenario: Scenario = { mapping, users, groups: [{ objectId: "g0", displayName: "Desk", members, appRoleAssignments: ["User"] }] };
  return runPreview({
    mapping: openScenario(scenario),
    snapshot: await snapshotOf(scenario),
    reader: memoryReader(contents),
    history,
    now: NOW,
  });
}

function contentsOf({ accounts, targetMembers }: World): TargetContents {
  const group = targetMembers === undefined ? [] : [{ id: "tg0", displayName: "Desk", members: targetMembers.map((value) => ({ value })) }];
  return { "/Users": accounts, "/Groups": group };
}

for (const [shape, mapping] of Object.entries(files)) {
  test(`planning again after a plan was carried out gives nothing to do, ${shape} shape`, async () => {
    await fc.assert(
      fc.asyncProperty(world, async (some) => {
        let contents = contentsOf(some);
        for (let round = 0; round < 2; round += 1) {
          const current = await plan(mapping, some, contents);
          expect(current.objects.filter(({ code }) => code === "plan-check-failed").map(({ reason }) => reason)).toEqual([]);
          contents = carryOut(current, contents);
        }
        const last = await plan(mapping, some, contents);
        const rest = last.objects.filter(({ action }) => !["none", "skip", "fail"].includes(action));
        expect(rest.map(({ action, reason, changes }) => ({ action, reason, changes }))).toEqual([]);
        expect(last.summary.requests).toBe(0);
      }),
      { numRuns: cases(120, 2000) },
    );
  });
}
