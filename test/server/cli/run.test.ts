import { expect, test } from "vitest";
import { commands } from "#cli/commands/index";
import { call } from "#test/terminal";

test("without a command the list of commands goes to standard error", async () => {
  const { exit, stdout, stderr } = await call([]);
  expect(exit).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("Usage: scimmap COMMAND");
});

test("--help lists every command that is not hidden", async () => {
  const { exit, stdout } = await call(["--help"]);
  expect(exit).toBe(0);
  for (const { name, hidden } of commands) expect(stdout.includes(`\n  ${name} `), name).toBe(hidden !== true);
});

test.each(commands.filter(({ hidden }) => hidden !== true).map(({ name }) => name))("'%s --help' shows an example of it", async (name) => {
  const { exit, stdout } = await call([name, "--help"]);
  expect(exit).toBe(0);
  expect(stdout).toMatch(new RegExp(`^Examples?:\\n  .*scimmap ${name} `, "m"));
  expect(await call(["help", name])).toEqual({ exit, stdout, stderr: "" });
});

test("a mistake of ours is no finding, and nothing it says is repeated", async () => {
  const onOutput = (text: string): never => {
    throw new Error(`ada@example.com in ${text}`);
  };
  const { exit, stderr } = await call(["--version"], { onOutput });
  expect(exit).toBe(70);
  expect(stderr).toBe(
    "scimmap: Something went wrong that should not have. It is a mistake of scimmap's own, and what was written before may be incomplete.\n",
  );
});

test("an unknown command is named, with the nearest one", async () => {
  const { exit, stderr } = await call(["fliter", "x"]);
  expect(exit).toBe(2);
  expect(stderr).toBe("scimmap: There is no command 'fliter'. Did you mean 'filter'? 'scimmap --help' lists them.\n");
});

test("an unknown option and a missing value are sentences", async () => {
  expect((await call(["filter", "--pathh", "x"])).stderr).toBe("scimmap: Unknown option '--pathh'. See 'scimmap filter --help'.\n");
  expect((await call(["sandbox", "--port"])).exit).toBe(2);
  expect((await call(["sandbox", "--connector", "grouptak"])).stderr).toContain(
    "'grouptak' is no value for --connector. It takes generic, ",
  );
  expect((await call(["filter", "x", "--format", "yaml"])).stderr).toContain("It takes text or json.");
});

test.each([["--token", "s3cr3t"], ["--token=s3cr3t"], ["--password", "s3cr3t"], ["Bearer s3cr3t"], ["--secret-token=s3cr3t"]])(
  "a credential among the arguments is refused and not repeated: %s",
  async (...argv) => {
    const { exit, stdout, stderr } = await call(["filter", "x", ...argv]);
    expect(exit).toBe(2);
    expect(stderr).toContain("SCIMMAP_TOKEN");
    expect(stdout + stderr).not.toContain("s3cr3t");
  },
);
