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

/** Whoever translates the catalogue has translated everything: nothing that a person reads is said in any other way. */
const language: Language = { catalogue: pseudoCatalogue, stated: true };
const mapping = "examples/grouptalk.scimmap";

async function expectTranslated(argv: readonly string[], settings: Call = {}, given: readonly string[] = []): Promise<void> {
  const { stdout, stderr } = await call(argv, { ...settings, language });
  const shown = (stdout + stderr).replaceAll(/^.*:\d+:\d+ (error|warning|hint) [\w-]+ /gm, "");
  expect(untranslated(shown, [...argv, settings.stdin ?? "", ...given, ...codes]), argv.join(" ")).toEqual([]);
}

/** What people type and what scripts read stays as it is in every language. */
const codes = [
  ...commands.flatMap(({ name, usage, examples }) => [`scimmap ${name} ${usage}`, `scimmap ${name} --help`, ...examples]),
  plannedActions.join(", "),
  "scimmap COMMAND [ARGUMENTS]",
  "standard input",
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

test.each([
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
] satisfies readonly Quirks[])("a connection test against a service with %j", async (quirks) => {
  const users = [1, 2, 3].map((n) => ({ id: `id${n}`, userName: `ada${n}@example.com`, meta: { resourceType: "User" } }));
  const service = await startScimService({ users, quirks });
  try {
    await expectTranslated(["test-connection", mapping, "--target", service.url], {}, [
      "broken",
      "<html>Sign in here please</html>",
      "No discovery here",
      readFileSync(mapping, "utf8"),
    ]);
  } finally {
    await service.stop();
  }
});
