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

test("a command that needs one says what it is", async () => {
  expect(shown(await readSource("explain", givenArguments(), testTerminal()))).toEqual({
    ok: false,
    error: "'scimmap explain' needs --source DATA: a file with the users and groups of Entra ID, as JSON or JSON lines.",
  });
});
