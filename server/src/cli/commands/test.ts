import type { Rendering } from "#base/render-sentence";
import { phrase, say } from "#base/sentence";
import { errorsOf } from "#engine/open-mapping";
import { runTests } from "#engine/run-tests";
import type { Command } from "../command.ts";
import { asText } from "../diagnostics-report.ts";
import { exitCodes } from "../host.ts";
import { testsAsJunit } from "#views/junit";
import { openFile } from "../open-file.ts";
import { findFiles, noMappingIn } from "../read-input.ts";
import { testsAsJson, testsAsText } from "#views/test-report";
import type { TestedFile } from "#plan/test-report";

const reports: Readonly<Record<string, (files: readonly TestedFile[], rendering: Rendering) => string>> = {
  text: testsAsText,
  json: testsAsJson,
  junit: testsAsJunit,
};

/** `scimmap test`. */
export const test: Command = {
  name: "test",
  summary: phrase("Run the tests that mappings hold; asks no target."),
  usage: "FILES|FOLDERS|- [--coverage]",
  options: [
    {
      name: "coverage",
      description: phrase("Also say which statements, Switch arms, IIF branches and scoping clauses the tests reached."),
    },
  ],
  formats: Object.keys(reports),
  examples: ["scimmap test examples/grouptalk.scimmap --coverage", "scimmap test . --format junit > tests.xml"],
  async run(given, terminal) {
    if (given.positionals.length === 0) return terminal.complain(say`'scimmap test' needs files or folders, or '-' for standard input.`);
    const paths = await findFiles(given.positionals, [".scimmap"]);
    if (!paths.ok) return terminal.complain(paths.error);
    if (paths.value.length === 0) return terminal.complain(noMappingIn(given.positionals));
    const now = terminal.now();
    const files: TestedFile[] = [];
    let faulty = false;
    for (const path of paths.value) {
      const opened = await openFile(path, terminal);
      if (!opened.ok) return terminal.complain(opened.error);
      const { file } = opened.value;
      const errors = errorsOf(opened.value);
      if (errors.length > 0) await terminal.printNotes(asText([{ file, diagnostics: errors }], terminal.inFormat("text")));
      faulty ||= errors.length > 0;
      const { tests, coverage } = runTests(opened.value, { now, coverage: given.switchedOn("coverage") });
      files.push({ file, tests, coverage });
    }
    await terminal.print(reports[given.format]?.(files, terminal.inFormat(given.format)) ?? "");
    const failed = files.some(({ tests }) => tests.some(({ status }) => status !== "passed"));
    return faulty || failed ? exitCodes.findings : exitCodes.nothing;
  },
};
