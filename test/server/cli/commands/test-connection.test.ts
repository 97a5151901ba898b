import { afterAll, beforeAll, expect, test } from "vitest";
import { findConnector } from "#model/connectors/index";
import type { Sandbox } from "#sandbox/sandbox";
import { startRecordedSandbox } from "#test/recorded-sandbox";
import { call } from "#test/terminal";
import { startedSandbox } from "#test/sandbox-client";

let sandbox: Sandbox;
const mapping = "examples/grouptalk.scimmap";

beforeAll(async () => {
  sandbox = await startRecordedSandbox(findConnector("grouptalk")!);
});
afterAll(() => sandbox.stop());

test("every check is answered with the members of the contract", async () => {
  const argv = ["test-connection", mapping, "--target", sandbox.url, "--format", "json"];
  const { exit, stdout, stderr } = await call(argv, { env: { SCIMMAP_TOKEN: sandbox.token } });
  expect(exit).toBe(0);
  const report = JSON.parse(stdout) as { target: string; checks: Record<string, unknown>[] };
  expect(report.target).toBe(sandbox.url);
  for (const member of ["id", "grade", "asked", "answered", "milliseconds", "reference", "advice"]) {
    expect(report.checks.filter((check) => !(member in check))).toEqual([]);
  }
  expect(report.checks.map(({ grade }) => grade)).not.toContain("fail");
  expect(stdout + stderr).not.toContain(sandbox.token);
});

test("the token may come from standard input", async () => {
  const { exit, stdout } = await call(["test-connection", mapping, "--target", sandbox.url, "--token-stdin"], {
    stdin: `${sandbox.token}\n`,
  });
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^pass +The token is accepted/m);
});

test("a wrong token is a finding, and it is not repeated", async () => {
  const { exit, stdout, stderr } = await call(["test-connection", mapping, "--target", sandbox.url], {
    env: { SCIMMAP_TOKEN: "wr0ng-token" },
  });
  expect(exit).toBe(1);
  expect(stdout).toMatch(/^fail +The token is accepted/m);
  expect(stdout + stderr).not.toContain("wr0ng-token");
});

test("no connection at all means that the command could not run", async () => {
  const gone = await startedSandbox({ connector: findConnector("generic")! });
  await gone.stop();
  expect((await call(["test-connection", mapping, "--target", gone.url])).exit).toBe(2);
});

test("an environment that the mapping lacks is named together with those it has", async () => {
  const { exit, stderr } = await call(["test-connection", mapping, "--environment", "prod"]);
  expect({ exit, stderr }).toEqual({ exit: 2, stderr: "scimmap: The mapping has no environment 'prod'. It has 'test'.\n" });
});

test("a mapping without a tenant URL says what to add", async () => {
  const { exit, stderr } = await call(["test-connection", "-"], { stdin: "map User -> User {\n}\n" });
  expect(exit).toBe(2);
  expect(stderr).toBe("scimmap: 'standard input' names no tenantUrl. Add one to its provision, or name a service with --target URL.\n");
});
