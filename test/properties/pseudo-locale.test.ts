import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { commands } from "#cli/commands/index";
import type { Language } from "#cli/language";
import { plannedActions } from "#plan/plan";
import { pseudoCatalogue, untranslated } from "#test/pseudo-locale";
import { call } from "#test/terminal";
import type { Call } from "#test/terminal";

/** Whoever translates the catalogue has translated everything: nothing that a person reads is said in any other way. */
const language: Language = { catalogue: pseudoCatalogue, stated: true };
const mapping = "examples/grouptalk.scimmap";

async function expectTranslated(argv: readonly string[], settings: Call = {}, given: readonly string[] = []): Promise<void> {
  const { stdout, stderr } = await call(argv, { ...settings, language });
  const shown = stdout + stderr;
  expect(untranslated(shown, [...argv, settings.stdin ?? "", ...given, ...codes]), argv.join(" ")).toEqual([]);
}

/** What people type and what scripts read stays as it is in every language. */
const codes = [
  ...commands.flatMap(({ name, usage, examples }) => [`scimmap ${name} ${usage}`, `scimmap ${name} --help`, ...examples]),
  plannedActions.join(", "),
  "scimmap COMMAND [ARGUMENTS]",
  "standard input",
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
])("a report: %j", async (argv, stdin) => {
  await expectTranslated(argv, { stdin }, [readFileSync(mapping, "utf8")]);
});
