import { expect, test } from "vitest";
import { foreign, nothing, own, say } from "#base/sentence";
import { testTerminal } from "#test/test-terminal";

test("results go to standard output, everything else to standard error", async () => {
  const terminal = testTerminal();
  await terminal.print("report\n");
  await terminal.tell(say`Found ${2}.`);
  await terminal.note(say`Reading.`);
  await terminal.printNotes("notes\n");
  expect(terminal.written).toEqual({ stdout: "report\nFound 2.\n", stderr: "Reading.\nnotes\n" });
});

test("a complaint ends a command that could not run", async () => {
  const terminal = testTerminal();
  expect(await terminal.complain(say`'${foreign("x")}' does not exist.`)).toBe(2);
  expect(terminal.written).toEqual({ stdout: "", stderr: "scimmap: 'x' does not exist.\n" });
});

test("progress overwrites its own line, and nothing is left of it", async () => {
  const terminal = testTerminal({ isTerminal: true });
  await terminal.progress(say`Read ${1} of ${2}`);
  await terminal.progress(nothing);
  expect(terminal.written.stderr).toBe("\r\u001b[KRead 1 of 2\r\u001b[K");
});

test("whoever writes a value cannot move the cursor, nor begin a line", async () => {
  const terminal = testTerminal();
  const hostile = foreign("a\u001b[2J\r\n::error::b\u202e");
  await terminal.tell(hostile);
  await terminal.note(hostile);
  expect(terminal.written.stdout).toBe("a\\u001b[2J\\u000d\\u000a::error::b\\u202e\n");
  expect(terminal.written.stderr).toBe(terminal.written.stdout);
  expect(terminal.text(own("plain"))).toBe("plain");
});

test("it knows who watches", () => {
  expect(testTerminal({ isTerminal: true })).toMatchObject({ showsResults: true, showsProgress: true });
  expect(testTerminal()).toMatchObject({ showsResults: false, showsProgress: false });
});
