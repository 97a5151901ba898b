import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "#cli/commands/index";
import type { Language } from "#cli/language";
import { connectors } from "#model/connectors/index";
import { plannedActions } from "#plan/plan";
import { readAnnotations } from "#test/annotations";
import { pseudoCatalogue, untranslated } from "#test/pseudo-locale";
import { startScimService } from "#test/scim-service";
import type { Quirks } from "#test/scim-service";
import { call } from "#test/terminal";
import type { Call } from "#test/terminal";

/** Each a test that does not pass, or cannot be played, in its own way. */
const badTests = `map User -> User {
  where "Sales" department eq "Sales"
  userName = [userPrincipalName]  match 1
  active = [accountEnabled]
  title = FormatDateTime([jobTitle], , "yyyy", "yyyy")
  nickName = [mailNickname]  on create
  roles = AppRoleAssignmentsComplex([appRoleAssignments])
  timezone = Guid()
}
test "another value" for User { given { department = "Sales", userPrincipalName = "a" } expect create { userName = "b", locale = "x", active = "maybe", nickName = "n" } }
test "on update" for User { given { department = "Sales", userPrincipalName = "a" } expect update { nickName = "n", timezone = "t" } }
test "another action" for User { given { department = "Service" } expect create {} }
test "blocked" for User { given { department = "Sales", accountEnabled = false } expect update {} }
test "wrong date" for User { given { department = "Sales", userPrincipalName = "a", jobTitle = "x" } expect create {} }
test "no time" for User { given { now = "soon" } expect skip }
test "no map" for Group { given { displayName = "a" } expect skip }
test "no word" for User { given { department = "Sales" } expect }
test "broken" for User { given { department = = } expect skip }
`;

test("tests that do not pass, in every format, and what they covered", async () => {
  for (const format of ["text", "junit", "json"])
    for (const more of [[], ["--coverage"]])
      await expectTranslated(["test", "-", "--format", format, ...more], { stdin: badTests }, [badTests.replaceAll('"', "&#34;")]);
});

/** Whoever translates the catalogue has translated everything: nothing that a person reads is said in any other way. */
const language: Language = { catalogue: pseudoCatalogue, stated: true };
const mapping = "examples/grouptalk.scimmap";

async function expectTranslated(argv: readonly string[], settings: Call = {}, given: readonly string[] = []): Promise<void> {
  const { stdout, stderr } = await call(argv, { ...settings, language });
  const shown = (stdout + stderr)
    .replaceAll(/^.*:\d+:\d+ (error|warning|hint) [\w-]+ /gm, "")
    .replaceAll(/^.*:\d+ (failed|error) .*$/gm, "")
    .replaceAll(new RegExp(`^(${plannedActions.join("|")}) (User|Group) "[^"]*"(?=[: ])`, "gm"), "");
  expect(untranslated(shown, [...argv, settings.stdin ?? "", ...given, ...codes]), argv.join(" ")).toEqual([]);
}

/** What people type and what scripts read stays as it is in every language. */
const codes = [
  ...commands.flatMap(({ name, usage, examples }) => [`scimmap ${name} ${usage}`, `scimmap ${name} --help`, ...examples]),
  plannedActions.join(", "),
  "scimmap COMMAND [ARGUMENTS]",
  "standard input",
  ...["success", "warning", "skipped", "failure"].map((status) => `referenceResolution ${status}`),
  ...["phoneNumbers", "ims", "addresses"].map((name) => `${name}[type eq "work"].value`),
  ...connectors.map(({ displayName }) => displayName),
];

test("the help of every command", async () => {
  await expectTranslated([]);
  for (const { name } of commands) await expectTranslated([name, "--help"]);
});

test.each([
  ["fliter", "x"],
  ["filter"],
  ["filter", "a", "b"],
  ["filter", "--pathh", "x"],
  ["filter", "--resource"],
  ["filter", "--path=1"],
  ["filter", "x", "--format", "yaml"],
  ["filter", "x", "--resource", "Car"],
  ["filter", "x", "--token", "y"],
  ["filter", "Bearer x"],
  ["check"],
  ["check", "no-such-file"],
  ["check", "test/architecture"],
  ["test"],
  ["evaluate"],
  ["evaluate", "a", "b"],
  ["evaluate", "[a]", "--now", "then"],
  ["evaluate", "[a]", "--given", "{"],
  ["lsp"],
  ["sandbox", "x"],
  ["sandbox", "--port", "x"],
  ["sandbox", "--people", "package.json"],
  ["preview"],
  ["preview", "-", "--token-stdin"],
  ["preview", mapping, "--target", "examples"],
  ["preview", mapping, "--target", "examples", "--source", "no-such-file"],
  ["preview", mapping, "--target", "no-such-folder"],
  ["preview", mapping, "--environment", "moon"],
  ["preview", mapping, "--rate", "fast"],
  ["preview", mapping, "--fail-on", "everything"],
  ["preview", mapping],
  ["explain", mapping],
  ["explain", mapping, "--person", "x"],
  ["explain", mapping, "--person", "x", "--source", "examples/people.json", "--attribute", "usrName"],
  ["test-connection", mapping, "--target", "examples"],
])("a mistake in the arguments: %j", async (...argv) => {
  await expectTranslated(argv);
});

test.each([
  [["check", "examples"], ""],
  [["test", "examples"], ""],
  [["filter", "id pr"], ""],
  [["evaluate", "Trim([mail])", "--trace"], ""],
  [["check", "-"], "map User -> User {\n}\n"],
  [["filter", "userName eq and (", "--resource", "User"], ""],
  [["filter", "usrName eq 1 and name.given co 5 or active gt true", "--resource", "User"], ""],
  [["filter", "--path", "emails[type eq].valu", "--resource", "User"], ""],
])("a report: %j", async (argv, stdin) => {
  await expectTranslated(argv, { stdin }, [readFileSync(mapping, "utf8")]);
});

const fixtures = globSync("test/fixtures/{diagnostics,parse}/**/*.scimmap").sort();

test.each(fixtures)("every finding of %s", async (file) => {
  const { text } = readAnnotations(readFileSync(file, "utf8"));
  await expectTranslated(["check", "-"], { stdin: text });
});

const services = [
  {},
  { ignoresFilter: true, ignoresPaging: true },
  { totalIsPageSize: true, notFoundForNone: true, lowerCaseKeys: true },
  { noDiscovery: true, nullResources: true },
  { bareDiscoveryArrays: true, largestPage: 1 },
  { intercept: () => ({ status: 500, body: "broken" }) },
  { intercept: () => ({ status: 429, headers: { "retry-after": "0" } }) },
  { intercept: () => ({ status: 302, headers: { location: "https://other.example/" } }) },
  { intercept: () => ({ status: 200, body: "<html>Sign in here please</html>", headers: { "content-type": "text/html" } }) },
  { intercept: () => "drop" as const },
] satisfies readonly Quirks[];

test.each(services)("a connection test, a preview and an explanation against a service with %j", async (quirks) => {
  const users = [1, 2, 3].map((n) => ({ id: `id${n}`, userName: `ada${n}@example.com`, meta: { resourceType: "User" } }));
  const service = await startScimService({ users, quirks });
  try {
    const told = ["broken", "<html>Sign in here please</html>", "No discovery here"];
    const read = [mapping, "examples/people.json"].map((file) => readFileSync(file, "utf8"));
    await expectTranslated(["test-connection", mapping, "--target", service.url], {}, [...told, ...read]);
    const from = [mapping, "--source", "examples/people.json", "--target", service.url];
    for (const argv of [
      ["preview", ...from],
      ["preview", ...from, "--history", "first"],
      ["explain", ...from, "--person", "adele.vance@contoso.com"],
    ])
      for (const terminal of [false, true]) await expectTranslated(argv, { terminal }, [...told, ...read]);
  } finally {
    await service.stop();
  }
});
