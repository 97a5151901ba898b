import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { call } from "#test/terminal";

test("the first line names address and token; Ctrl+C ends the service", async () => {
  const interruption = new AbortController();
  let answered: Promise<Response> | undefined;
  const { exit, stdout } = await call(["sandbox", "--connector", "grouptalk"], {
    interrupted: interruption.signal,
    onOutput: (line) => {
      const { url, token } = JSON.parse(line) as { url: string; token: string };
      answered = fetch(`${url}/Users`, { headers: { authorization: `Bearer ${token}` } });
      void answered.finally(() => interruption.abort());
    },
  });
  expect(exit).toBe(0);
  expect((await answered)?.status).toBe(200);
  const { url } = JSON.parse(stdout) as { url: string };
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//);
  await expect(fetch(url)).rejects.toThrow();
});

test("a port that is taken, and one that is none, are sentences", async () => {
  expect(await call(["sandbox", "--port", "99999"])).toEqual({
    exit: 2,
    stdout: "",
    stderr: "scimmap: '99999' is no port. Name one from 1 to 65535.\n",
  });
});

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "people-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "people.json");
  writeFileSync(file, text);
  return file;
}

test.each([
  ["[{}, null]", "', item 2 is no JSON object, and so no SCIM resource."],
  ['{"Resources":[7]}', "', item 1 is no JSON object, and so no SCIM resource."],
  [`[${'{"a":'.repeat(20_000)}7${"}".repeat(20_000)}]`, "', item 1 is nested more than 100 levels deep."],
  ["{}", "' is neither a JSON list of SCIM resources nor a ListResponse."],
  ["null", "' is neither a JSON list of SCIM resources nor a ListResponse."],
  ["{", "' is neither a JSON list of SCIM resources nor a ListResponse."],
])("people that are none are a sentence (%#)", async (text, why) => {
  const file = fileWith(text);
  expect(await call(["sandbox", "--people", file])).toEqual({ exit: 2, stdout: "", stderr: `scimmap: '${file}${why}\n` });
});

test("people who say nothing of what they are, or nonsense, belong to no resource type", async () => {
  const interruption = new AbortController();
  const people = [{}, { schemas: 7, meta: null }, { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "ada@example.com" }];
  let listed: Promise<unknown> | undefined;
  await call(["sandbox", "--people", fileWith(JSON.stringify(people))], {
    interrupted: interruption.signal,
    onOutput: (line) => {
      const { url, token } = JSON.parse(line) as { url: string; token: string };
      listed = fetch(`${url}/Users`, { headers: { authorization: `Bearer ${token}` } }).then((answer) => answer.json());
      void listed.finally(() => interruption.abort());
    },
  });
  expect(await listed).toMatchObject({ totalResults: 1, Resources: [{ userName: "ada@example.com" }] });
});
