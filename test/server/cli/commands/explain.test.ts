import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Explanation } from "#plan/explanation";
import { call } from "#test/terminal";
import type { Answer, Call } from "#test/terminal";

const ADELE = "adele.vance@contoso.com";
const account = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
  id: "g-1",
  userName: ADELE,
  active: true,
  name: { givenName: "Adela", familyName: "Vance" },
};

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "explain-"));
  writeFileSync(join(folder, "Users.json"), JSON.stringify(account));
});
afterAll(() => rmSync(folder, { recursive: true }));

function explain(argv: readonly string[], settings: Call = {}): Promise<Answer> {
  return call(["explain", "examples/grouptalk.scimmap", "--source", "examples/people.json", ...argv], settings);
}

test("text: the expression, its calls as a tree with their statements, what decided, and the request", async () => {
  const { exit, stdout } = await explain(["--person", ADELE, "--attribute", "userName"], { terminal: true });
  expect(exit).toBe(0);
  expect(stdout.replaceAll(/scimmap:\d+/g, "scimmap:N")).toBe(`No target was asked: this is what a create would send.

Groups in assigned groups do not count: Entra ID assigns direct members only, and not the members of '현장 서비스 서울'.

create User "Adele Vance": No account at the target matches.  examples/grouptalk.scimmap:N

userName = [login]  examples/grouptalk.scimmap:N
  [login] → "adele.vance@contoso.com"
    ToLower(…) → "adele.vance@contoso.com"  examples/grouptalk.scimmap:N
      Coalesce(…) → "adele.vance@contoso.com"
        [userPrincipalName] → "adele.vance@contoso.com"
  The value stays as it is: the attribute is of type string.
  mapping yields "adele.vance@contoso.com"
  POST /Users {"userName":"adele.vance@contoso.com"}
`);
});

test("with a target, old and new value and the operation that carries the new one", async () => {
  const argv = ["--person", ADELE, "--target", folder, "--attribute", "name.givenName"];
  const { exit, stdout } = await explain(argv, { terminal: true });
  expect(exit).toBe(0);
  expect(stdout).toContain(`Target: ${folder}\n`);
  expect(stdout).toContain('\n  target has "Adela", mapping yields "Adele"\n');
  expect(stdout).toContain('\n  PATCH /Users/g-1 {"Operations":[{"op":"Replace","path":"name.givenName","value":"Adele"}]}\n');
});

test("JSON: one document with every mapped attribute", async () => {
  const { exit, stdout } = await explain(["--person", ADELE, "--format", "json", "--show-values"]);
  expect(exit).toBe(0);
  const { target, objects } = JSON.parse(stdout) as Explanation;
  expect(target).toBeNull();
  expect(objects).toHaveLength(1);
  const attributes = objects[0]?.attributes ?? [];
  expect(attributes).toHaveLength(14);
  expect(attributes.find(({ attribute }) => attribute === "active")).toMatchObject({
    expression: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    sources: [{ name: "IsSoftDeleted", value: "False" }],
    result: { value: "True", unknown: null, confidence: "documented" },
    value: true,
    unknown: null,
    old: null,
    requests: [{ method: "POST", path: "/Users", body: { active: true } }],
  });
});

test("files and pipes get pseudonyms, the same for equal values, while the mapping's own words stay", async () => {
  const { stdout, stderr } = await explain(["--person", ADELE, "--target", folder, "--format", "json"]);
  expect(stderr).toContain("--show-values");
  expect(stdout).not.toMatch(/adele|vance|Adela/i);
  const attributes = (JSON.parse(stdout) as Explanation).objects[0]?.attributes ?? [];
  const userName = attributes.find(({ attribute }) => attribute === "userName");
  expect(userName?.value).toMatch(/^~[0-9a-f]{16}$/);
  expect(userName?.old).toBe(userName?.value);
  expect(userName?.trace.at(-1)?.value).toBe(userName?.value);
  expect(stdout).toContain('"label": "Coalesce(…)"');
});

test("what is missing or wrong is a sentence", async () => {
  expect(await explain([])).toMatchObject({ exit: 2, stdout: "" });
  expect((await explain([])).stderr).toContain("needs --person ID");
  expect((await call(["explain", "examples/grouptalk.scimmap", "--person", "x"])).stderr).toContain("needs --source DATA");
  const misspelt = await explain(["--person", ADELE, "--attribute", "userNam"]);
  expect(misspelt).toMatchObject({ exit: 2, stdout: "" });
  expect(misspelt.stderr).toContain("Did you mean 'userName'?");
  const nobody = await explain(["--person", "nobody@contoso.com"], { terminal: true });
  expect(nobody.exit).toBe(1);
  expect(nobody.stdout).toContain(
    'Nobody in the snapshot has the object id, user principal name, mail address or name "nobody@contoso.com".',
  );
});

test("a target that does not answer is why there is no explanation, whatever else is to be said", async () => {
  const people = join(folder, "..", "nobody-assigned.json");
  writeFileSync(people, '{"users":[{"objectId":"u1","userPrincipalName":"ada@example.com"}]}');
  const argv = ["explain", "examples/grouptalk.scimmap", "--source", people, "--person", "u1"];
  const { exit, stdout, stderr } = await call([...argv, "--target", "http://127.0.0.1:1/scim"]);
  rmSync(people);
  expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
  expect(stderr.trimEnd().split("\n").at(-1)).toMatch(/^scimmap: .*127\.0\.0\.1/);
});

test("a mapping with errors is not explained", async () => {
  const stdin = "map User -> User {\n  userNme = [mail] match 1\n}\n";
  const { exit, stdout, stderr } = await call(["explain", "-", "--source", "examples/people.json", "--person", ADELE], { stdin });
  expect(exit).toBe(1);
  expect(stderr).toMatch(/^standard input:2:3 error unknown-attribute 'userNme'/m);
  expect(stdout).toContain("The mapping has errors");
});
