import { errorsOf } from "#engine/open-mapping";
import { runTests } from "#engine/run-tests";
import type { Command } from "../command.ts";
import { complain } from "../complain.ts";
import { asText } from "../diagnostics-report.ts";
import { exitCodes } from "../host.ts";
import { testsAsJunit } from "../junit-report.ts";
import { openFile } from "../open-file.ts";
import { findFiles } from "../read-input.ts";
import { testsAsJson, testsAsText } from "../test-report.ts";
import type { TestedFile } from "../test-report.ts";

const reports: Readonly<Record<string, (files: readonly TestedFile[]) => string>> = {
  text: testsAsText,
  json: testsAsJson,
  junit: testsAsJunit,
};

export const test: Command = {
  name: "test",
  summary: "Run the tests that mappings hold; asks no target.",
  usage: "FILES|FOLDERS|- [--coverage]",
  options: [
    { name: "coverage", description: "Also say which statements, Switch arms, IIF branches and scoping clauses the tests reached." },
  ],
  formats: Object.keys(reports),
  examples: ["scimmap test examples/grouptalk.scimmap --coverage", "scimmap test . --format junit > tests.xml"],
  async run(given, host) {
    if (given.positionals.length === 0) return complain(host, "'scimmap test' needs files or folders, or '-' for standard input.");
    const paths = await findFiles(given.positionals, [".scimmap"]);
    if (!paths.ok) return complain(host, paths.error.message);
    if (paths.value.length === 0) return complain(host, `There is no .scimmap file in ${given.positionals.join(", ")}.`);
    const now = host.now();
    const files: TestedFile[] = [];
    let faulty = false;
    for (const path of paths.value) {
      const opened = await openFile(path, host);
      if (!opened.ok) return complain(host, opened.error.message);
      const { file } = opened.value;
      const errors = errorsOf(opened.value);
      if (errors.length > 0) await host.stderr.write(asText([{ file, diagnostics: errors }]));
      faulty ||= errors.length > 0;
      const { tests, coverage } = runTests(opened.value, { now, coverage: given.switchedOn("coverage") });
      files.push({ file, tests, coverage });
    }
    await host.stdout.write(reports[given.format]?.(files) ?? "");
    const failed = files.some(({ tests }) => tests.some(({ status }) => status !== "passed"));
    return faulty || failed ? exitCodes.findings : exitCodes.nothing;
  },
};
