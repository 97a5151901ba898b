import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { openBytes, openSource } from "#directory/open-source";
import { everything, messagesOf, opened, user } from "#test/directory";
import type { SourceItem } from "#directory/source";

const itemsOf = async (text: string): Promise<readonly SourceItem[]> => everything(opened(text).items());

const placesOf = (items: readonly SourceItem[]): readonly unknown[] =>
  items.flatMap((item) => (item.kind === "record" || item.kind === "assignment" ? [item.place] : []));

test("assignments come first, then groups, then users, in whatever order the file has them", async () => {
  const items = await itemsOf(
    JSON.stringify({ users: [user("u1"), user("u2")], groups: [user("g1")], appRoleAssignedTo: [{ principalId: "u1" }] }),
  );
  expect(items.map((item) => (item.kind === "record" ? item.type : item.kind))).toEqual([
    "assignments-stated",
    "assignment",
    "Group",
    "User",
    "User",
  ]);
  expect(placesOf(items)).toEqual([
    { list: "appRoleAssignedTo", item: 1 },
    { list: "groups", item: 1 },
    { list: "users", item: 1, line: undefined },
    { list: "users", item: 2, line: undefined },
  ]);
});

test("an empty list of assignments is a statement, a missing one is not", async () => {
  expect(await itemsOf('{ "users": [], "appRoleAssignedTo": [] }')).toEqual([{ kind: "assignments-stated" }]);
  expect(await itemsOf('{ "users": [] }')).toEqual([]);
});

test("a list is a list of users, and so is Graph's page", async () => {
  for (const text of [JSON.stringify([user("u1")]), JSON.stringify({ users: { value: [user("u1")] } })])
    expect(await itemsOf(text)).toEqual([
      { kind: "record", type: "User", value: user("u1"), place: { list: "users", item: 1, line: undefined } },
    ]);
});

test("an object without lists is one user", async () => {
  expect(await itemsOf(JSON.stringify(user("u1")))).toMatchObject([{ kind: "record", type: "User", value: user("u1") }]);
});

test("one user a line: each says its line, blank ones are passed over, broken ones named", async () => {
  const items = await itemsOf(`\ufeff${JSON.stringify(user("u1"))}\n{"objectId": \n\n${JSON.stringify(user("u3"))}\n`);
  expect(placesOf(items)).toEqual([
    { list: "users", item: 1, line: 1 },
    { list: "users", item: 2, line: 4 },
  ]);
  const [problem] = items.flatMap((item) => (item.kind === "problem" ? [item.problem] : []));
  expect(problem).toMatchObject({ code: "line-not-json", place: { line: 2 } });
  expect(messagesOf(problem === undefined ? [] : [problem])).toEqual(["Line 2 is not JSON and was skipped."]);
});

test("the items can be had again, and the content is the text", async () => {
  const source = opened(`[${JSON.stringify(user("u1"))}]`);
  expect(await everything(source.items())).toEqual(await everything(source.items()));
  expect(source.content()).toBe(`[${JSON.stringify(user("u1"))}]`);
});

/** The reference pages on Graph's provisioning logs and on the synchronization schema name these members. */
const foreignTexts: readonly (readonly [text: string, code: string, said: string])[] = [
  ["", "empty", "'x.json' is empty. "],
  [" \n", "empty", "'x.json' is empty. "],
  ['{"users":[{"id":"a","userPrincipalName":"a@x.y","accountEn', "cut-off", "'x.json' is cut off: it ends in line 1, "],
  ['{"id":"a","userPrincipalName":"a@x.y"}\n{"id":"b","userPri', "cut-off", "'x.json' is cut off: it ends in line 2, "],
  ["{\n  users: [\n  ]\n}", "not-json", "'x.json' is not JSON from line 2, column 3 on. "],
  ['{"users":"x"}', "not-a-list", "\"users\" in 'x.json' is not a list"],
  ['{"users":[],"groups":{}}', "not-a-list", "\"groups\" in 'x.json' is not a list"],
  ['{"users":[],"appRoleAssignedTo":7}', "not-a-list", "\"appRoleAssignedTo\" in 'x.json' is not a list"],
  ["null", "other-json", "'x.json' is JSON, but neither users nor groups"],
  ['"people"', "other-json", "'x.json' is JSON, but neither users nor groups"],
  ["{}", "other-json", "'x.json' is JSON, but neither users nor groups"],
  ['{"name":"x","version":"1.0.0"}', "other-json", "'x.json' is JSON, but neither users nor groups"],
  ["userPrincipalName,id\na@x.y,1", "table", "'x.json' is neither JSON nor one JSON object a line, and tables (CSV)"],
  ["<!DOCTYPE html><html></html>", "html", "'x.json' is a web page"],
  ['provision "T" {\n}', "mapping", "'x.json' is a mapping"],
  ["// people\nmap User -> User {\n}", "mapping", "'x.json' is a mapping"],
  ['{"value":[{"id":"x","provisioningAction":"create"}]}', "provisioning-log", "'x.json' is a provisioning log"],
  ['[{"id":"x","provisioningSteps":[]}]', "provisioning-log", "'x.json' is a provisioning log"],
  [
    '{"id":"scim","version":"v1.0","directories":[],"synchronizationRules":[]}',
    "synchronization-schema",
    "'x.json' is a synchronization schema",
  ],
  [
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"Resources":[]}',
    "target-answers",
    "'x.json' is what a SCIM service answers",
  ],
  [
    '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"1","userName":"a"}',
    "target-answers",
    "'x.json' is what a SCIM service answers",
  ],
  ['[{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"1"}]', "target-answers", "'x.json' is what a SCIM service answers"],
  ['{"id":"1","displayName":"App","appRoles":[]}', "service-principal", "'x.json' is the service principal of an application"],
  ['{"value":[{"appRoleId":"r","principalId":"u"}]}', "assignments-only", "'x.json' is a list of assignments"],
  ['[{"id":"g","displayName":"Sales","securityEnabled":true}]', "groups-only", "'x.json' has groups where users belong"],
  [
    '{"@odata.nextLink":"https://graph","value":[{"id":"a","userPrincipalName":"a@x.y"}]}',
    "graph-page",
    "'x.json' is a page of Microsoft Graph",
  ],
  ['{"stamp":{},"complete":true,"objects":[]}', "plan", "'x.json' is the result of a preview"],
];

test.each(foreignTexts)("%j is refused: %s", (text, code, said) => {
  const source = openSource("x.json", text);
  expect(source).toMatchObject({ ok: false, error: { code } });
  expect(source.ok ? "" : inEnglish(source.error.message)).toContain(said);
});

test("what makes a list of something else is refused in the lists of a snapshot, too", () => {
  for (const users of [[{ schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], id: "1" }], [{ id: "x", provisioningAction: "create" }]])
    expect(openSource("x.json", JSON.stringify({ users }))).toMatchObject({ ok: false });
  expect(
    openSource("x.json", '{"users":[],"groups":[{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"1"}]}'),
  ).toMatchObject({
    ok: false,
    error: { code: "target-answers" },
  });
  expect(openSource("x.json", '{"users":[{"id":"g1","members":[]}]}')).toMatchObject({ ok: false, error: { code: "groups-only" } });
});

test("a snapshot, a list of users, one user and lines of them are no other thing", () => {
  for (const text of [
    '{"users":[]}',
    '{"groups":[{"id":"g","members":[]}]}',
    "[]",
    '[{"id":"u"}]',
    '{"objectId":"u"}',
    '{"id":"u","userPrincipalName":"a"}',
  ])
    expect(openSource("x.json", text).ok).toBe(true);
});

test("bytes in UTF-16 are a source, bytes that are no text are refused", () => {
  expect(openBytes("x.json", Buffer.from(`\ufeff[{"id":"u1"}]`, "utf16le")).ok).toBe(true);
  expect(openBytes("x.json", Uint8Array.of(0xe9))).toMatchObject({ ok: false, error: { code: "not-text" } });
});

test("a list that is null is none", async () => {
  expect(await itemsOf('{ "users": null }')).toEqual([]);
});
