import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findConnector } from "#model/connectors/index";
import type { Sandbox } from "#sandbox/sandbox";
import { startRecordedSandbox } from "#test/recorded-sandbox";
import { startScimService } from "#test/scim-service";
import { call } from "#test/terminal";
import type { Answer, Call } from "#test/terminal";

interface Report {
  readonly stamp: { readonly time: string };
  readonly complete: boolean;
  readonly summary: Readonly<Record<string, number>>;
  readonly objects: readonly {
    readonly resourceType: string;
    readonly source: { readonly id: string; readonly name: string };
    readonly action: string;
    readonly requests: readonly unknown[];
  }[];
}

let sandbox: Sandbox;
let folder: string;

beforeAll(async () => {
  sandbox = await startRecordedSandbox(findConnector("grouptalk")!);
  folder = mkdtempSync(join(tmpdir(), "preview-"));
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true });
});

function preview(argv: readonly string[], settings: Call = {}): Promise<Answer> {
  const common = ["preview", "examples/grouptalk.scimmap", "--source", "examples/people.json", "--target", sandbox.url];
  return call([...common, ...argv], { env: { SCIMMAP_TOKEN: sandbox.token }, ...settings });
}

test("JSON: one document with all actions in its summary; failed objects are findings", async () => {
  const { exit, stdout, stderr } = await preview(["--format", "json", "--now", "2026-11-20T08:00:00Z"]);
  expect(exit).toBe(1);
  const report = JSON.parse(stdout) as Report;
  expect(report.complete).toBe(true);
  expect(report.stamp.time).toBe("2026-11-20T08:00:00.000Z");
  for (const action of ["create", "update", "enable", "disable", "delete", "none", "skip", "fail", "unknown"]) {
    expect(report.summary[action]).toBe(report.objects.filter((object) => object.action === action).length);
  }
  expect(report.summary["fail"]).toBeGreaterThan(0);
  expect(stdout + stderr).not.toContain(sandbox.token);
});

test("the same inputs give the same bytes", async () => {
  const argv = ["--format", "json", "--now", "2026-11-20T08:00:00Z"];
  expect((await preview(argv)).stdout).toBe((await preview(argv)).stdout);
});

test("a pipe gets pseudonyms, the same for the same value; --show-values and a terminal show the people", async () => {
  const masked = await preview(["--format", "json"]);
  for (const personal of ["Marta", "Kowalczyk", "@contoso.com", "김민준"]) expect(masked.stdout).not.toContain(personal);
  expect(masked.stderr).toContain("--show-values");
  const shown = await preview(["--format", "json", "--show-values"]);
  expect(shown.stdout).toContain("Marta Kowalczyk");
  expect((await preview([], { terminal: true })).stdout).toContain("Marta Kowalczyk");
  const names = (text: string): readonly string[] => (JSON.parse(text) as Report).objects.map(({ source }) => source.name);
  expect(new Set(names(masked.stdout)).size).toBe(new Set(names(shown.stdout)).size);
});

test("NDJSON: one object a line", async () => {
  const { stdout } = await preview(["--format", "ndjson"]);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBe(53);
  expect(lines.map((line) => typeof (JSON.parse(line) as Report["objects"][number]).action)).not.toContain("undefined");
});

test("--person reports one person, by any of the names people use", async () => {
  for (const person of ["marta.kowalczyk@contoso.com", "Marta Kowalczyk"]) {
    const { stdout } = await preview(["--format", "json", "--show-values", "--person", person]);
    expect((JSON.parse(stdout) as Report).objects.map(({ source }) => source.name)).toEqual(["Marta Kowalczyk"]);
  }
});

test("as text one person is shown in full, with what each request carries", async () => {
  const everybody = await preview(["--show-values"]);
  const { objects } = JSON.parse((await preview(["--show-values", "--format", "json"])).stdout) as Report;
  const created = objects.find(({ action }) => action === "create")?.source.id ?? "";
  const { stdout } = await preview(["--show-values", "--person", created]);
  // The step that reads the person, and the body of a request, are left out where there are many.
  for (const detail of [/^  import +success/m, /^ +"schemas": \[/m]) {
    expect(everybody.stdout).not.toMatch(detail);
    expect(stdout).toMatch(detail);
  }
});

test("how to ask more slowly is said where a target refused requests for their number, and nowhere else", async () => {
  const service = await startScimService({
    quirks: { intercept: (_, index) => (index === 0 ? { status: 429, headers: { "retry-after": "0" }, body: {} } : undefined) },
  });
  const advice = "The target refused 1 request with 429, too many requests. --rate N/min asks more slowly.\n";
  const argv = ["preview", "examples/grouptalk.scimmap", "--source", "examples/people.json", "--target", service.url];
  const [refused, after] = [await call(argv), await call(argv)];
  await service.stop();
  expect(refused.stderr).toContain(advice);
  expect(after.stderr).not.toContain("--rate");
});

test("--history first touches nobody who is only out of scope", async () => {
  const { stdout } = await preview(["--format", "json", "--history", "first"]);
  const { summary } = JSON.parse(stdout) as Report;
  expect([summary["disable"], summary["delete"]]).toEqual([0, 0]);
});

test("--fail-on turns actions into findings, --out writes a file", async () => {
  const source = join(folder, "one.json");
  const people = (JSON.parse(readFileSync("examples/people.json", "utf8")) as { users: { objectId: string; displayName: string }[] }).users;
  writeFileSync(source, JSON.stringify(people.filter(({ displayName }) => displayName === "Marta Kowalczyk")));
  const out = join(folder, "plan.json");
  const quiet = await preview(["--source", source, "--format", "json", "--out", out]);
  expect(quiet).toMatchObject({ exit: 0, stdout: "" });
  expect((JSON.parse(readFileSync(out, "utf8")) as Report).summary["update"]).toBe(1);
  expect(readFileSync(out, "utf8")).not.toContain("Marta");
  expect((await preview(["--source", source, "--fail-on", "create,update"])).exit).toBe(1);
  expect((await preview(["--source", source, "--fail-on", "create,delete"])).exit).toBe(0);
});

test("case 12: a recording that holds a part of what it states decides about nobody, and the plan is incomplete", async () => {
  const recording = mkdtempSync(join(tmpdir(), "recording-"));
  const users = [{ id: "t1", meta: { resourceType: "User" }, userName: "somebody@contoso.com" }];
  writeFileSync(join(recording, "Users.json"), JSON.stringify({ totalResults: 196, Resources: users }));
  const { exit, stdout } = await preview(["--format", "json", "--target", recording]);
  rmSync(recording, { recursive: true });
  const report = JSON.parse(stdout) as Report;
  expect([exit, report.complete]).toEqual([1, false]);
  const people = report.objects.filter(({ resourceType }) => resourceType === "User");
  expect(people.filter(({ action }) => action === "unknown").length).toBeGreaterThan(0);
  expect(people.filter(({ action }) => !["unknown", "fail", "skip"].includes(action))).toEqual([]);
});

test("a recorded target gives the same actions as the service it was recorded from", async () => {
  const authorization = `Bearer ${sandbox.token}`;
  for (const endpoint of ["Users", "Groups"]) {
    const answer = await fetch(`${sandbox.url}/${endpoint}?count=200`, { headers: { authorization } });
    writeFileSync(join(folder, `${endpoint}-recorded.json`), await answer.text());
  }
  const recording = mkdtempSync(join(tmpdir(), "recording-"));
  for (const endpoint of ["Users", "Groups"])
    writeFileSync(join(recording, `${endpoint}.json`), readFileSync(join(folder, `${endpoint}-recorded.json`)));
  const live = JSON.parse((await preview(["--format", "json"])).stdout) as Report;
  const recorded = JSON.parse((await preview(["--format", "json", "--target", recording])).stdout) as Report;
  rmSync(recording, { recursive: true });
  expect(recorded.objects.map(({ source, action }) => [source.id, action])).toEqual(
    live.objects.map(({ source, action }) => [source.id, action]),
  );
});

test.each(["", '{"users":[]}', "null", '{"users":[{"id":"u1"', "id,mail\nu1,a@x.y", '{"totalResults":1,"Resources":[]}'])(
  "a source that is %j ends the run: no plan, nothing asked, exit code 2",
  async (stdin) => {
    const { exit, stdout, stderr } = await preview(["--source", "-"], { stdin });
    expect([exit, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^scimmap: ('-'|"users" in '-') [^\n]+\n$/);
  },
);

test("a mapping with errors is not previewed, and nothing is asked", async () => {
  const stdin = 'provision "x" { tenantUrl "http://127.0.0.1:9/scim" }\nmap User -> User {\n  userNme = [mail] match 1\n}\n';
  const { exit, stdout, stderr } = await call(["preview", "-", "--source", "examples/people.json", "--format", "json"], { stdin });
  expect(exit).toBe(1);
  expect((JSON.parse(stdout) as Report).complete).toBe(false);
  expect(stderr).toMatch(/^standard input:3:3 error unknown-attribute 'userNme'/m);
});

test("what is missing or wrong is a sentence", async () => {
  const without = await call(["preview", "examples/grouptalk.scimmap"]);
  expect(without).toMatchObject({ exit: 2, stdout: "" });
  expect(without.stderr).toContain("needs --source DATA");
  expect((await preview(["--fail-on", "remove"])).stderr).toContain("'remove' names something else");
  expect((await preview(["--rate", "fast"])).stderr).toContain("Write --rate 60/min");
  expect((await preview(["--now", "soon"])).stderr).toContain("'soon' is no time");
  expect((await preview(["--target", "no-such-folder"])).stderr).toContain("neither an http or https address nor a folder");
});

test("an interrupted preview says that it is incomplete", async () => {
  const { exit, stdout } = await preview(["--format", "json"], { interrupted: AbortSignal.abort() });
  expect(exit).not.toBe(0);
  expect((JSON.parse(stdout) as Report).complete).toBe(false);
});
