import { expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { readDirectory } from "#directory/read-directory";

async function said(text: string): Promise<string> {
  const read = await readDirectory("people.json", text);
  expect(read).toMatchObject({ ok: false, error: { code: "nobody-in-it" } });
  return read.ok ? "" : inEnglish(read.error.message);
}

test("a snapshot without a single user or group is refused", async () => {
  const nobody = "'people.json' holds no user and no group, so there is nothing to plan from. Check how it was exported.";
  expect(await said('{"users":[]}')).toBe(nobody);
  expect(await said("[]")).toBe(nobody);
  // Whom assignments name is personal, and no reason why there is nobody.
  expect(await said('{"users":[],"appRoleAssignedTo":[{"principalId":"u1","appRoleId":"r"}]}')).toBe(nobody);
});

test("one whose records cannot be read says what is wrong with the first", async () => {
  expect(await said('{"users":[7,{"displayName":"no id"}]}')).toBe(
    "'people.json' holds no user and no group that can be read. users, item 1 is not an object and was skipped.",
  );
});

test("one group is enough", async () => {
  const read = await readDirectory("people.json", '{"groups":[{"id":"g1"}]}');
  expect(read).toMatchObject({ ok: true, value: { problems: [], users: [], groups: [{ id: "g1" }] } });
});

test("what is no source at all is refused before", async () => {
  expect(await readDirectory("people.json", "<html>")).toMatchObject({ ok: false, error: { code: "html" } });
});
