import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { call } from "#test/terminal";

/** An unknown attribute at line 2, characters 3 to 9, and nothing else that is an error. */
const wrong = 'map User -> User {\n  userNme = "x" match 1\n  userName = [mail]  match 2\n  active = [accountEnabled]\n}\n';

test("text: one line per finding, then the counts; errors are findings", async () => {
  const { exit, stdout } = await call(["check", "-"], { stdin: wrong });
  expect(exit).toBe(1);
  const lines = stdout.trimEnd().split("\n");
  expect(lines.find((line) => line.includes("unknown-attribute"))).toMatch(/^standard input:2:3 error unknown-attribute 'userNme'/);
  expect(lines.at(-1)).toMatch(/^standard input: 1 error, \d+ warnings?/);
});

test("a mapping without errors has nothing to report", async () => {
  const { exit, stdout } = await call(["check", "examples/grouptalk.scimmap"]);
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: "examples/grouptalk.scimmap: 0 errors, 0 warnings\n" });
});

test("JSON: files with their diagnostics, lines and columns from 1, the end exclusive", async () => {
  const { exit, stdout } = await call(["check", "-", "--format", "json"], { stdin: wrong });
  expect(exit).toBe(1);
  const { files } = JSON.parse(stdout) as { files: { file: string; diagnostics: { code: string }[] }[] };
  expect(files.map(({ file }) => file)).toEqual(["standard input"]);
  const found = files[0]?.diagnostics.find(({ code }) => code === "unknown-attribute");
  expect(found).toMatchObject({ severity: "error", line: 2, column: 3, endLine: 2, endColumn: 10 });
  expect(Object.keys(found ?? {})).toEqual(["code", "severity", "message", "line", "column", "endLine", "endColumn"]);
});

test("CRLF, a byte-order mark and wide characters leave lines and columns where an editor shows them", async () => {
  const text = `\uFEFF// 人 🙂\r\n${wrong.replaceAll("\n", "\r\n")}`;
  const { stdout } = await call(["check", "-", "--format", "json"], { stdin: text });
  const { files } = JSON.parse(stdout) as { files: { diagnostics: { code: string; line: number; column: number }[] }[] };
  expect(files[0]?.diagnostics.find(({ code }) => code === "unknown-attribute")).toMatchObject({ line: 3, column: 3 });
});

test("SARIF 2.1.0: each result names its rule and its region", async () => {
  const { stdout } = await call(["check", "-", "--format", "sarif"], { stdin: wrong });
  const log = JSON.parse(stdout) as {
    version: string;
    runs: {
      tool: { driver: { rules: { id: string }[] } };
      results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[];
    }[];
  };
  expect(log.version).toBe("2.1.0");
  const run = log.runs[0]!;
  const result = run.results.find(({ ruleId }) => ruleId === "unknown-attribute")!;
  expect(result.level).toBe("error");
  expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe("unknown-attribute");
  expect(result.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: "standard%20input" },
        region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 10 },
      },
    },
  ]);
});

test("GitHub: one workflow command per finding", async () => {
  const { stdout } = await call(["check", "-", "--format", "github"], { stdin: wrong });
  expect(stdout).toMatch(/^::error file=standard input,line=2,col=3,endLine=2,endColumn=10,title=unknown-attribute::'userNme'/m);
});

test("a folder stands for the mappings in it, in a stable order", async () => {
  const folder = mkdtempSync(join(tmpdir(), "check-"));
  try {
    mkdirSync(join(folder, "b"));
    for (const name of ["z.scimmap", "a.scimmap", "notes.txt", "b/c.scimmap"]) writeFileSync(join(folder, name), wrong);
    const { stdout } = await call(["check", folder, "--format", "json"]);
    const { files } = JSON.parse(stdout) as { files: { file: string }[] };
    expect(files.map(({ file }) => file)).toEqual(["a.scimmap", "b/c.scimmap", "z.scimmap"].map((name) => join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what cannot be read is a sentence on standard error", async () => {
  expect(await call(["check", "no-such.scimmap"])).toEqual({
    exit: 2,
    stdout: "",
    stderr: "scimmap: 'no-such.scimmap' does not exist. Check the spelling and the folder you are in.\n",
  });
  expect((await call(["check"])).exit).toBe(2);
});
