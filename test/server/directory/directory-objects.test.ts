import fc from "fast-check";
import { expect, test } from "vitest";
import { directoryObjects } from "#directory/directory-objects";
import type { DirectoryEntry } from "#directory/directory-objects";
import type { Assignment } from "#directory/directory-snapshot";
import { openSource } from "#directory/open-source";
import { atHand } from "#directory/source";
import type { SourceItem } from "#directory/source";
import type { JsonValue } from "#scim/resource";
import { everything, messagesOf, opened, sourceOf, user } from "#test/directory";

const group = (id: string, members: readonly string[]): JsonValue => ({ objectId: id, displayName: `Name of ${id}`, members });

async function entriesOf(value: JsonValue): Promise<readonly DirectoryEntry[]> {
  return everything(directoryObjects(opened(JSON.stringify(value))));
}

function objectsIn(entries: readonly DirectoryEntry[]): readonly (readonly string[])[] {
  return entries.flatMap((entry) => (entry.kind === "object" ? [[entry.object.id, ...entry.object.assignments.map(rolesOf)]] : []));
}

function rolesOf({ role, through }: Assignment): string {
  return through === undefined ? role.displayName : `${role.displayName} by ${through}`;
}

function problemsIn(entries: readonly DirectoryEntry[]): readonly string[] {
  return messagesOf(entries.flatMap((entry) => (entry.kind === "problem" ? [entry.problem] : [])));
}

const role = (principalId: string, name: string) => ({ principalId, appRoleId: `id of ${name}`, appRoleDisplayName: name });

test("a group's assignment reaches its direct members only", async () => {
  const entries = await entriesOf({
    users: [user("u1"), user("u2")],
    groups: [group("g1", ["u1", "g2"]), group("g2", ["u2"])],
    appRoleAssignedTo: [role("g1", "User")],
  });
  expect(objectsIn(entries)).toEqual([["g1", "User"], ["g2"], ["u1", "User by Name of g1"], ["u2"]]);
  expect(entries.at(-1)).toEqual({ kind: "end", end: { statesAssignments: true, openGroups: [], nestedGroups: ["Name of g2"] } });
});

const openIn = async (value: JsonValue) => {
  const last = (await entriesOf(value)).at(-1);
  return last?.kind === "end" ? last.end.openGroups.map(({ name, why }) => [name, why]) : [];
};

const people = (count: number) => Array.from({ length: count }, (_, at) => ({ "@odata.type": "#microsoft.graph.user", id: `m${at}` }));

test.each<readonly [string, object, readonly (readonly string[])[]]>([
  ["has no members", {}, [["Sales", "members-not-fetched"]]],
  ["has none, and says so", { members: [] }, []],
  ["has null", { members: null }, []],
  ["has 19 expanded", { members: people(19) }, []],
  ["has 20 expanded, as many as Graph gives at most", { members: people(20) }, [["Sales", "members-cut"]]],
  ["has 21 expanded", { members: people(21) }, []],
  ["has 20 ids, which nobody cuts", { members: people(20).map(({ id }) => id) }, []],
  ["goes on elsewhere", { members: people(3), "members@odata.nextLink": "https://graph" }, [["Sales", "members-cut"]]],
  ["hides them", { members: [], visibility: "Hiddenmembership" }, [["Sales", "members-hidden"]]],
  ["hides nobody", { members: people(1), visibility: "HiddenMembership" }, []],
])("an assigned group that %s", async (_name, more, open) => {
  const group = { objectId: "g1", displayName: "Sales", ...more };
  expect(await openIn({ groups: [group], appRoleAssignedTo: [role("g1", "User")] })).toEqual(open);
  expect(await openIn({ groups: [group], appRoleAssignedTo: [] })).toEqual([]);
});

test("whoever is assigned and not there may be a group, unless it is said to be a user; services are nobody", async () => {
  const of = (principalType?: string) => ({ ...role("x1", "User"), ...(principalType === undefined ? {} : { principalType }) });
  expect(await openIn({ users: [], appRoleAssignedTo: [of("Group")] })).toEqual([["x1", "not-in-source"]]);
  expect(await openIn({ users: [], appRoleAssignedTo: [of()] })).toEqual([["x1", "not-in-source"]]);
  expect(await openIn({ users: [], appRoleAssignedTo: [of("User")] })).toEqual([]);
  const service = await entriesOf({ users: [], appRoleAssignedTo: [of("ServicePrincipal")] });
  expect(service).toEqual([{ kind: "end", end: { statesAssignments: true, openGroups: [], nestedGroups: [] } }]);
});

test("what a group states itself reaches its members too, and several ways add up", async () => {
  const entries = await entriesOf({
    users: [user("u1", { appRoleAssignments: ["Own"] })],
    groups: [{ ...(group("g1", ["u1"]) as object), appRoleAssignments: ["First"] }, group("g2", ["u1"])],
    appRoleAssignedTo: [role("u1", "Direct"), role("g2", "Second"), role("u1", "Again")],
  });
  expect(objectsIn(entries).at(-1)).toEqual(["u1", "Direct", "Again", "Own", "First by Name of g1", "Second by Name of g2"]);
});

test("an object that comes again is skipped, whatever it is", async () => {
  const entries = await entriesOf({ users: [user("u1"), user("u1", { displayName: "Again" }), user("g1")], groups: [group("g1", [])] });
  expect(objectsIn(entries)).toEqual([["g1"], ["u1"]]);
  expect(problemsIn(entries)).toEqual([
    "users, item 2 has the object id of an earlier record and was skipped.",
    "users, item 3 has the object id of an earlier record and was skipped.",
  ]);
});

test("an assignment needs a principal and a role", async () => {
  const entries = await entriesOf({ users: [], appRoleAssignedTo: [{ principalId: "u1" }, { appRoleId: "r1" }, "Agent", 7] });
  expect(problemsIn(entries)).toEqual(
    [1, 2, 3, 4].map(
      (item) => `appRoleAssignedTo, item ${item} names no principal or no role ("principalId", "appRoleId") and was skipped.`,
    ),
  );
});

test("assignments of people who are not there are one problem, at the end, with the first five", async () => {
  const strangers = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...role(`s${index + 1}`, "Agent"), principalType: "User" }));
  const said = async (count: number) => problemsIn(await entriesOf({ users: [user("u1")], appRoleAssignedTo: strangers(count) }));
  expect(await said(0)).toEqual([]);
  expect(await said(1)).toEqual(["appRoleAssignedTo names a principal that is not in the snapshot: s1."]);
  expect(await said(2)).toEqual(["appRoleAssignedTo names 2 principals that are not in the snapshot: s1, s2."]);
  expect(await said(5)).toEqual(["appRoleAssignedTo names 5 principals that are not in the snapshot: s1, s2, s3, s4, s5."]);
  expect(await said(6)).toEqual(["appRoleAssignedTo names 6 principals that are not in the snapshot: s1, s2, s3, s4, s5, …."]);
});

test("whether assignments are stated is known at the end", async () => {
  const states = async (value: JsonValue) => (await entriesOf(value)).at(-1);
  expect(await states({ users: [user("u1")] })).toEqual({
    kind: "end",
    end: { statesAssignments: false, openGroups: [], nestedGroups: [] },
  });
  expect(await states({ users: [user("u1")], appRoleAssignedTo: [] })).toEqual({
    kind: "end",
    end: { statesAssignments: true, openGroups: [], nestedGroups: [] },
  });
  expect(await states([user("u1"), user("u2", { appRoleAssignments: [] })])).toEqual({
    kind: "end",
    end: { statesAssignments: true, openGroups: [], nestedGroups: [] },
  });
});

test("an object comes as soon as its record was read", async () => {
  const asked: string[] = [];
  const record = (id: string): SourceItem => ({ kind: "record", type: "User", value: user(id), place: { list: "users", item: 1 } });
  const items = function* (): Generator<SourceItem> {
    for (const id of ["u1", "u2", "u3"]) {
      asked.push(id);
      yield record(id);
    }
  };
  const source = { name: "", items: () => atHand(items), content: () => "" };
  for await (const entry of directoryObjects(source)) {
    if (entry.kind !== "object") continue;
    expect(asked).toEqual(["u1", "u2", "u3"].slice(0, Number(entry.object.id.slice(1))));
    if (entry.object.id === "u2") break;
  }
  expect(asked).toEqual(["u1", "u2"]);
});

test("problems of the source stand where it has them", async () => {
  const broken = (await entriesOf({ users: [7] })).flatMap((entry) => (entry.kind === "problem" ? [entry.problem] : []));
  const source = sourceOf(broken.map((problem) => ({ kind: "problem", problem })));
  expect((await everything(directoryObjects(source))).map((entry) => entry.kind)).toEqual(["problem", "end"]);
});

test("no JSON value makes it throw, and every object has an id of its own", async () => {
  const anyRecord = fc.oneof(
    fc.json().map((text) => JSON.parse(text) as JsonValue),
    fc.record({ objectId: fc.string(), members: fc.array(fc.string()) }),
  );
  const lists = fc.record({ users: fc.array(anyRecord), groups: fc.array(anyRecord), appRoleAssignedTo: fc.array(anyRecord) });
  await fc.assert(
    fc.asyncProperty(fc.oneof(lists, anyRecord), async (value) => {
      const source = openSource("people.json", JSON.stringify(value));
      if (!source.ok) return;
      const entries = await everything(directoryObjects(source.value));
      const ids = objectsIn(entries).map(([id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(entries.at(-1)?.kind).toBe("end");
    }),
    { numRuns: 200 },
  );
});
