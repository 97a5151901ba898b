import { expect, test } from "vitest";
import { recordRequests } from "#test/recorded-requests";
import { call } from "#test/terminal";

const recorded = recordRequests();

test("the demonstration gives what the example is known to give, in fewer than forty lines and without a token", async () => {
  const { exit, stdout, stderr } = await call(["demo", "examples"]);
  expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
  const lines = stdout.trimEnd().split("\n");
  expect(lines.length).toBeLessThan(40);
  expect(lines[0]).toMatch(/^examples\/grouptalk\.scimmap: 0 errors, 0 warnings \(/);
  expect(lines[1]).toMatch(/^Sandbox: GroupTalk at http:\/\/127\.0\.0\.1:\d+\/scim\/v2$/);
  expect(lines.filter((line) => /^ {2}(pass|skipped) /.test(line))).toHaveLength(11);
  // Counted by hand from the people of the example and the accounts of the sandbox.
  expect(lines.find((line) => line.startsWith("Preview: "))).toBe(
    "Preview: 9 create, 9 update, 2 enable, 4 disable, 1 delete, 12 none, 13 skip, 3 fail",
  );
  const sent = recorded.to(new URL(lines[1]?.split(" ").at(-1) ?? "").origin);
  expect(sent.length).toBeGreaterThan(20);
  expect(sent.filter((line) => !line.startsWith("GET "))).toEqual([]);
});

test("one person is shown in full: old and new values, the reason, the statements and the request", async () => {
  const { stdout } = await call(["demo", "examples"]);
  expect(stdout).toMatch(/^update User "Marta Kowalczyk" \(.*\): One account matches/m);
  expect(stdout).toMatch(/^ {4}~ name\.familyName {2}"Nowak" → "Kowalczyk" {2}examples\/grouptalk\.scimmap:\d+$/m);
  expect(stdout).toMatch(/^PATCH \/Users\/e1a70000-0009-4b2c-8d3e-5ca1ab1e0009\n {2}\{"schemas":/m);
});

test("the demonstration is not offered to people", async () => {
  expect((await call(["--help"])).stdout).not.toContain("demo");
});
