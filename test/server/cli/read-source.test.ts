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

test("what is odd about it is for the plan to say", async () => {
  const terminal = testTerminal({ stdin: ['{"objectId":"u1"}\nnot JSON\n'] });
  const read = await readSource("preview", givenArguments({ source: "-" }), terminal);
  expect(read).toMatchObject({ ok: true, value: { name: "-", problems: [{ code: "line-not-json", place: { line: 2 } }] } });
  expect(terminal.written.stderr).toBe("");
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
