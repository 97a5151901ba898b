import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";

// What is installed: dist/cli.js as `npm run build` leaves it. `npm run check` builds first.
const cli = resolve("dist/cli.js");

interface Outcome {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, argv: readonly string[]): Promise<Outcome> {
  return new Promise((settle) => {
    execFile(command, argv, (error, stdout, stderr) => {
      settle({ exit: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

beforeAll(() => {
  if (statSync(cli, { throwIfNoEntry: false }) === undefined) throw new Error("dist/cli.js is missing: run 'npm run build' first.");
});

test("the command is executable, and its exit code and streams are those of the contract", async () => {
  expect(statSync(cli).mode & 0o777).toBe(0o755);
  expect(await run(process.execPath, [cli, "filter", "title pr"])).toEqual({ exit: 0, stdout: "valid    title pr\n", stderr: "" });
  expect((await run(process.execPath, [cli, "filter", "title"])).exit).toBe(1);
  expect((await run(process.execPath, [cli, "fliter", "title pr"])).exit).toBe(2);
});

test("a reader that has enough is no error", async () => {
  const pipeline = `yes "title pr" | head -n 50000 | "${process.execPath}" "${cli}" filter - | head -n 1; exit "$(printf %s "\${PIPESTATUS[2]}")"`;
  expect(await run("bash", ["-c", pipeline])).toEqual({ exit: 0, stdout: "valid    title pr\n", stderr: "" });
});

test("an old Node is told what is missing", async () => {
  const pretend = `Object.defineProperty(process, "versions", { value: { node: "20.20.2" } }); await import(${JSON.stringify(cli)});`;
  expect(await run(process.execPath, ["--input-type=module", "-e", pretend])).toEqual({
    exit: 2,
    stdout: "",
    stderr: "scimmap needs Node 22 or later, and this is Node 20.20.2. Install a newer Node and run the command again.\n",
  });
});
