import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { call } from "#test/terminal";

test("a filter is answered by one JSON document with its tree", async () => {
  const { exit, stdout } = await call(["filter", 'userName eq "ada" and active eq true', "--format", "json"]);
  expect(exit).toBe(0);
  expect(JSON.parse(stdout)).toEqual({
    input: 'userName eq "ada" and active eq true',
    valid: true,
    ast: {
      and: [
        { op: "eq", path: { attr: "userName" }, value: "ada" },
        { op: "eq", path: { attr: "active" }, value: true },
      ],
    },
    problems: [],
  });
});

test("standard input is answered line by line, empty lines and split characters included", async () => {
  const lines = ["title pr", "", "title eq “x”", 'name.familyName co "Müller-日本語"'];
  const { exit, stdout } = await call(["filter", "-", "--format", "json"], { stdin: `${lines.join("\r\n")}\n` });
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { input: string; valid: boolean });
  expect(answers.map(({ input }) => input)).toEqual(lines);
  expect(answers.map(({ valid }) => valid)).toEqual([true, false, false, true]);
  expect(exit).toBe(1);
});

test("--path reads attribute paths as in PATCH", async () => {
  const { exit, stdout } = await call(["filter", "--path", 'emails[type eq "work"].value', "--format", "json"]);
  expect(exit).toBe(0);
  expect((JSON.parse(stdout) as { ast: unknown }).ast).toEqual({
    valuePath: { attr: "emails" },
    filter: { op: "eq", path: { attr: "type" }, value: "work" },
    sub: "value",
  });
});

test("the text form underlines the problem", async () => {
  const { exit, stdout } = await call(["filter", "userName eq ada"]);
  expect(exit).toBe(1);
  const [first, second] = stdout.split("\n");
  expect(first).toBe("invalid  userName eq ada");
  expect(second).toBe("                     ^^^");
});

test("every filter of the reference collection has its verdict", async () => {
  const cases = JSON.parse(readFileSync("test/fixtures/reference/scim-filter-cases.json", "utf8")) as {
    filter?: string;
    kind: string;
    valid: boolean;
  }[];
  const filters = cases.filter(({ kind, filter }) => kind === "filter" && filter?.includes("\n") === false);
  const { stdout } = await call(["filter", "-", "--format", "json"], { stdin: filters.map(({ filter }) => `${filter ?? ""}\n`).join("") });
  const verdicts = stdout
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { valid: boolean }).valid);
  expect(filters.length).toBeGreaterThan(100);
  expect(verdicts).toEqual(filters.map(({ valid }) => valid));
});

test("a filter torn apart by the shell is explained", async () => {
  const { exit, stderr } = await call(["filter", "userName", "eq", "ada"]);
  expect(exit).toBe(2);
  expect(stderr).toContain("Put it in quotes");
});

test("--resource adds names and types to the problems; the verdict stays that of the grammar", async () => {
  const { exit, stdout } = await call(["filter", "userNme eq 7", "--resource", "User", "--format", "json"]);
  expect(exit).toBe(1);
  const { valid, problems } = JSON.parse(stdout) as { valid: boolean; problems: unknown[] };
  expect(valid).toBe(true);
  expect(problems).toEqual([
    { code: "unknown-attribute", message: "'userNme' is no attribute of User. Did you mean 'userName'?", start: 0, end: 7 },
  ]);
});
