import { expect, test } from "vitest";
import { readSource } from "#cli/read-source";
import { givenArguments, shown, testTerminal } from "#test/test-terminal";

test("the snapshot that --source names, from standard input too", async () => {
  const users = [{ objectId: "u1", displayName: "Ada" }];
  const terminal = testTerminal({ stdin: [JSON.stringify({ users })] });
  const read = await readSource("preview", givenArguments({ source: "-" }), terminal);
  expect(read.ok ? read.value.users.map(({ id }) => id) : read).toEqual(["u1"]);
  expect(terminal.written.stderr).toBe("");
});

test("what is odd about it goes to standard error, with the file's name in front", async () => {
  const terminal = testTerminal({ stdin: ['{"objectId":"u1"}\nnot JSON\n'] });
  const read = await readSource("preview", givenArguments({ source: "-" }), terminal);
  expect(read.ok).toBe(true);
  expect(terminal.written.stderr).toBe("-: Line 2 is not JSON and was skipped.\n");
});

test("nobody is named there but on the screen of who may see it", async () => {
  const stdin = [JSON.stringify({ users: [{ objectId: "u1" }], appRoleAssignedTo: [{ principalId: "u2-secret", appRoleId: "r1" }] })];
  const told = async (isTerminal: boolean, options: Readonly<Record<string, string | true>> = {}) => {
    const terminal = testTerminal({ stdin, isTerminal, env: { SCIMMAP_PSEUDONYM_KEY: "key" } });
    await readSource("preview", givenArguments({ source: "-", ...options }), terminal);
    return terminal.written.stderr;
  };
  expect(await told(false)).toMatch(/^-: appRoleAssignedTo names a principal that is not in the snapshot: ~[\da-f]{16}\.\n$/);
  expect(await told(true, { out: "plan.json" })).toContain("snapshot: ~");
  for (const shown of [await told(true), await told(false, { "show-values": true })]) expect(shown).toContain("snapshot: u2-secret.");
});

test.each([
  ['{"users":[{"id":"a"', "'-' is cut off: it ends in line 1, in the middle of something. Export or copy it again."],
  ['{"users":[]}', "'-' holds no user and no group, so there is nothing to plan from. Check how it was exported."],
  ["<html>", "'-' is a web page, perhaps of a sign-in that failed. Export it again."],
])("what %j is, and what to do", async (stdin, error) => {
  expect(shown(await readSource("preview", givenArguments({ source: "-" }), testTerminal({ stdin: [stdin] })))).toEqual({
    ok: false,
    error,
  });
});

test("a command that needs one says what it is", async () => {
  expect(shown(await readSource("explain", givenArguments(), testTerminal()))).toEqual({
    ok: false,
    error: "'scimmap explain' needs --source DATA: a file with the users and groups of Entra ID, as JSON or JSON lines.",
  });
});
