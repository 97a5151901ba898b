import { expect, test } from "vitest";
import { jsonSource } from "#directory/json-source";
import { everything, messagesOf, user } from "#test/directory";
import type { SourceItem } from "#directory/source";

const itemsOf = async (text: string): Promise<readonly SourceItem[]> => everything(jsonSource(text).items());

const placesOf = (items: readonly SourceItem[]): readonly unknown[] =>
  items.flatMap((item) => (item.kind === "record" || item.kind === "assignment" ? [item.place] : []));

async function checkProblem(text: string, code: string, message: string): Promise<void> {
  const items = await itemsOf(text);
  const problems = items.flatMap((item) => (item.kind === "problem" ? [item.problem] : []));
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(messagesOf(problems)).toEqual([message]);
}

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
  const source = jsonSource(`[${JSON.stringify(user("u1"))}]`);
  expect(await everything(source.items())).toEqual(await everything(source.items()));
  expect(source.content()).toBe(`[${JSON.stringify(user("u1"))}]`);
});

test("what is not JSON at all is one problem, not one per line", () =>
  checkProblem(
    "{\n  users: [\n  ]\n}",
    "not-json",
    "The snapshot is neither JSON nor one JSON object per line. Check that the file is complete.",
  ));

test("JSON that holds nobody says so", () =>
  checkProblem(
    '"people"',
    "not-a-snapshot",
    'The snapshot is neither a list of users nor an object with "users", "groups" and "appRoleAssignedTo".',
  ));

test("a list that is none costs only itself", async () => {
  await checkProblem('{ "users": 7 }', "not-a-list", '"users" is not a list; nothing was read from it.');
  expect(await itemsOf(`{ "users": [${JSON.stringify(user("u1"))}], "groups": {} }`)).toHaveLength(2);
  expect(await itemsOf('{ "users": null }')).toEqual([]);
});
