import { inEnglish } from "#base/render-sentence";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { connectors } from "#model/connectors/index";
import { seedResources } from "#sandbox/seed";

interface Person {
  readonly objectId: string;
  readonly accountEnabled?: boolean;
  readonly userPrincipalName?: string;
  readonly mail?: string;
  readonly mobile?: string;
  readonly telephoneNumber?: string;
  readonly department?: string;
  readonly displayName?: string;
  readonly manager?: string;
  readonly deletedDateTime?: string;
  readonly purged?: boolean;
  readonly employeeOrgData?: { readonly costCenter: string; readonly division: string };
}

interface Group {
  readonly objectId: string;
  readonly displayName: string;
  readonly members: readonly string[];
}

interface Assignment {
  readonly principalId: string;
  readonly principalType: "User" | "Group";
  readonly appRoleId: string;
}

interface Snapshot {
  readonly users: readonly Person[];
  readonly groups: readonly Group[];
  readonly appRoleAssignedTo: readonly Assignment[];
}

function example(name: string): string {
  return readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");
}

const { users, groups, appRoleAssignedTo } = JSON.parse(example("people.json")) as Snapshot;
const defaultAccess = "00000000-0000-0000-0000-000000000000";
const assigned = (id: string) => appRoleAssignedTo.filter(({ principalId }) => principalId === id);
const assignedGroups = groups.filter(({ objectId }) => assigned(objectId).length > 0);
const throughGroup = (id: string) => assignedGroups.some(({ members }) => members.includes(id));
const inNestedGroupOnly = users.filter(
  ({ objectId }) =>
    assigned(objectId).length === 0 &&
    !throughGroup(objectId) &&
    groups.some((group) => group.members.includes(objectId) && throughGroup(group.objectId)),
);

describe("people.json", () => {
  test("has enough people and groups, each with an object id of its own", () => {
    expect(users.length).toBeGreaterThanOrEqual(40);
    expect(groups.length).toBeGreaterThanOrEqual(6);
    const ids = [...users, ...groups].map(({ objectId }) => objectId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  test("refers to nobody it does not know", () => {
    const ids = new Set([...users, ...groups].map(({ objectId }) => objectId));
    const referred = [
      ...users.flatMap(({ manager }) => manager ?? []),
      ...groups.flatMap(({ members }) => members),
      ...appRoleAssignedTo.map(({ principalId }) => principalId),
    ];
    expect(referred.filter((id) => !ids.has(id))).toEqual([]);
  });

  test("is fiction: reserved domains, telephone numbers of ranges for fiction", () => {
    const text = example("people.json");
    for (const [, domain] of text.matchAll(/@([a-z0-9.-]+)/g))
      expect(["contoso.com", "contoso.onmicrosoft.com", "example.com"]).toContain(domain);
    const fictional = [/^\+447700900\d{3}$/, /^\+442079460\d{3}$/, /^\+120655501\d{2}$/];
    for (const [, number = ""] of text.matchAll(/"(\+[\d ()-]+)"/g)) {
      const digits = number.replace(/[ ()-]/g, "");
      expect(
        fictional.some((range) => range.test(digits)),
        number,
      ).toBe(true);
    }
  });

  test.each<[string, number, (person: Person) => boolean]>([
    ["with a Korean name", 3, ({ displayName = "" }) => /\p{Script=Hangul}/u.test(displayName)],
    ["with a name in Han characters", 6, ({ displayName = "" }) => /\p{Script=Han}/u.test(displayName)],
    ["with diacritics", 9, ({ displayName = "" }) => /\p{Script=Latin}\p{M}/u.test(displayName.normalize("NFD"))],
    ["with a very long name", 1, ({ displayName = "" }) => displayName.length > 60],
    ["without an address", 2, ({ mail }) => mail === undefined],
    ["without a department", 1, ({ department }) => department === undefined],
    ["without a user principal name", 3, ({ userPrincipalName }) => userPrincipalName === undefined],
    ["with no value to match by", 1, ({ userPrincipalName, mail, mobile }) => (userPrincipalName ?? mail ?? mobile) === undefined],
    ["blocked, but not deleted", 3, ({ accountEnabled, deletedDateTime }) => accountEnabled === false && deletedDateTime === undefined],
    ["deleted, but not purged", 1, ({ deletedDateTime, purged }) => deletedDateTime !== undefined && purged !== true],
    ["purged", 1, ({ purged }) => purged === true],
    ["with a cost center and a division", 40, ({ employeeOrgData }) => employeeOrgData !== undefined],
    ["assigned directly and through a group", 2, ({ objectId }) => assigned(objectId).length > 0 && throughGroup(objectId)],
    ["assigned through a group only", 15, ({ objectId }) => assigned(objectId).length === 0 && throughGroup(objectId)],
    [
      "with the default access role only",
      2,
      ({ objectId }) => assigned(objectId).length > 0 && assigned(objectId).every(({ appRoleId }) => appRoleId === defaultAccess),
    ],
    ["in a nested group only", 2, (person) => inNestedGroupOnly.includes(person)],
    ["not assigned at all", 5, ({ objectId }) => assigned(objectId).length === 0 && !throughGroup(objectId)],
    [
      "whose manager is not assigned",
      5,
      ({ manager }) => manager !== undefined && assigned(manager).length === 0 && !throughGroup(manager),
    ],
    [
      "that share an address with somebody else",
      2,
      ({ mail }) => mail !== undefined && users.filter((other) => other.mail === mail).length > 1,
    ],
  ])("has people %s (%i or more)", (_, least, fits) => {
    expect(users.filter(fits).length).toBeGreaterThanOrEqual(least);
  });

  test("names somebody whose address belongs to two accounts of the sandbox", () => {
    const addresses = seedResources(connectors.find(({ id }) => id === "grouptalk")!).flatMap((account) => {
      const emails = (account["emails"] ?? []) as readonly { readonly value: string }[];
      return emails.map(({ value }) => value);
    });
    const twice = users.filter(({ mail }) => mail !== undefined && addresses.filter((address) => address === mail).length === 2);
    expect(twice.map(({ displayName }) => displayName)).toEqual(["Noah Whitfield"]);
  });
});

describe.each(connectors.filter(({ resourceTypes }) => resourceTypes !== undefined))("the mapping of $id", ({ id, resourceTypes = {} }) => {
  const text = example(`${id}.scimmap`);

  test("is free of errors and warnings", () => {
    const { diagnostics } = openMapping(`${id}.scimmap`, text, { now: new Date("2026-11-20T08:00:00Z") });
    const findings = diagnostics.filter(({ severity }) => severity !== "hint");
    expect(findings.map(({ code, place, message }) => `${code} in line ${place.line + 1}: ${inEnglish(message)}`)).toEqual([]);
  });

  test("maps every attribute of the application's tables, and no resource type it lacks", () => {
    const aliases = [...text.matchAll(/^schema (?<alias>\w+) += (?<urn>urn:\S+)$/gm)].map(({ groups: found }) => found!);
    const short = [...aliases, { alias: "enterprise", urn: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" }];
    const maps = [...text.matchAll(/^map \w+ -> (?<target>\w+) \{(?<body>[\s\S]*?)^\}/gm)].map(({ groups: found }) => found!);
    expect(maps.map(({ target }) => target)).toEqual(Object.keys(resourceTypes));
    for (const { target = "", body = "" } of maps) {
      const mapped = [...body.matchAll(/^ {2}(?<path>\S+?(?:\[[^\]]*\])?\S*) += /gm)].map(({ groups: found }) => {
        const path = found!["path"]!;
        const known = short.find(({ alias }) => path.startsWith(`${alias!}:`));
        return known === undefined ? path : path.replace(`${known["alias"]!}:`, `${known["urn"]!}:`);
      });
      expect(mapped.toSorted()).toEqual(resourceTypes[target]!.attributes.map(({ path }) => path).toSorted());
    }
  });

  test("declares only actions that the application has", () => {
    for (const [, target = "", body = ""] of text.matchAll(/^map \w+ -> (\w+) \{([\s\S]*?)^\}/gm)) {
      const actions = /^ {2}actions +(.*)$/m.exec(body)?.[1]?.split(/\s+/) ?? ["create", "update", "delete"];
      expect(resourceTypes[target]!.actions).toEqual(expect.arrayContaining(actions));
    }
  });
});

describe("the sandbox's stories", () => {
  test.each(connectors)("$id: ids never change and none is used twice", (connector) => {
    const ids = seedResources(connector).map((resource) => resource["id"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(seedResources(connector)).toEqual(seedResources(connector));
  });
});
