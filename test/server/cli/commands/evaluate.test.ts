import { expect, test } from "vitest";
import { call } from "#test/terminal";

test("an expression is answered by one JSON document", async () => {
  const given = JSON.stringify({ givenName: "Ada", surname: "Lovelace" });
  const { exit, stdout } = await call(["evaluate", 'Join(" ", [givenName], [surname])', "--given", given, "--format", "json"]);
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ value: "Ada Lovelace", flow: null, unknown: null, confidence: "documented", problems: [] });
});

test("JSON lines are answered line by line", async () => {
  const lines = [
    { expression: "[mail]", given: { Mail: "ada@example.com" } },
    { expression: "[otherMails]", given: { otherMails: ["a@example.com", "b@example.com"] } },
    { expression: "[nothing]", given: {} },
    { expression: "IgnoreAttributeFlow", given: {} },
  ];
  const { exit, stdout } = await call(["evaluate", "-", "--format", "json"], {
    stdin: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
  });
  expect(exit).toBe(0);
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { value: unknown; flow: unknown });
  expect(answers.map(({ value }) => value)).toEqual(["ada@example.com", ["a@example.com", "b@example.com"], null, null]);
  expect(answers.map(({ flow }) => flow)).toEqual([null, null, null, "ignored"]);
});

test("a trace has the value of every part, with offsets in the expression", async () => {
  const { stdout } = await call(["evaluate", "ToUpper([mail])", "--given", '{"mail":"a"}', "--trace", "--format", "json"]);
  const { trace } = JSON.parse(stdout) as { trace: { start: number; end: number; value: string }[] };
  expect(trace.map(({ start, end, value }) => [start, end, value])).toEqual([
    [8, 14, "a"],
    [0, 15, "A"],
  ]);
});

test("a syntax problem has its place in the expression and is a finding", async () => {
  const { exit, stdout } = await call(["evaluate", "ToUpper([mail]", "--format", "json"]);
  expect(exit).toBe(1);
  const { value, problems } = JSON.parse(stdout) as { value: unknown; problems: { code: string; start: number }[] };
  expect(value).toBeNull();
  expect(problems.map(({ code, start }) => [code, start])).toEqual([["syntax", 14]]);
});

test("text that is more than an expression is refused as a whole", async () => {
  const { exit, stdout } = await call(["evaluate", "[mail] }", "--format", "json"]);
  expect(exit).toBe(1);
  expect(stdout).toContain("more than one expression");
});

test("what cannot be read is a sentence", async () => {
  expect((await call(["evaluate", "[a]", "--given", "[1]"])).stderr).toBe(
    "scimmap: '[1]' does not exist. Check the spelling and the folder you are in.\n",
  );
  expect((await call(["evaluate", "[a]", "--now", "yesterday"])).stderr).toContain("'yesterday' is no time");
});

test("a line that is no question is answered with its problem, and the lines behind it are answered too", async () => {
  const stdin = '{"expression":"ToUpper(\\"a\\")"}\nnonsense\n{"given":{}}\n{"expression":"ToUpper(\\"b\\")"}\n';
  const { exit, stdout } = await call(["evaluate", "-", "--format", "json"], { stdin });
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { value: unknown; problems: { code: string; message: string }[] });
  expect(exit).toBe(1);
  expect(answers.map(({ value, problems }) => [value, ...problems.map(({ code }) => code)])).toEqual([
    ["A"],
    [null, "input"],
    [null, "input"],
    ["B"],
  ]);
  expect(answers[1]?.problems[0]?.message).toContain("Line 2 of standard input");
});

test("an attribute called expression is one", async () => {
  expect((await call(["evaluate", "[expression]", "--given", '{"expression":"x"}'])).stdout).toBe('"x"\n');
});

test("the time of a question is ISO 8601, in UTC without an offset", async () => {
  const question = (now: string): string => `${JSON.stringify({ expression: "Now()", now })}\n`;
  const { stdout } = await call(["evaluate", "-"], { stdin: question("2027-01-02T03:04:05") + question("March 7") });
  expect(stdout.split("\n").slice(0, 1)).toEqual(['"1/2/2027 3:04:05 AM"']);
  expect(stdout).toContain('"now" is "March 7", which is no ISO 8601 time.');
});

test("a record nested deeper than anything that walks it is refused in a sentence", async () => {
  const nested = `{"a":${"[".repeat(20_000)}${"]".repeat(20_000)}}`;
  const answer = await call(["evaluate", "[a]", "--given", nested]);
  expect(answer).toEqual({ exit: 2, stdout: "", stderr: "scimmap: What --given names is nested more than 100 levels deep.\n" });
  const line = await call(["evaluate", "-"], { stdin: `{"expression":"[a]","given":${nested}}\n` });
  expect(line.exit).toBe(1);
  expect(line.stdout).toContain("Line 1 of standard input: It is nested more than 100 levels deep.");
});
