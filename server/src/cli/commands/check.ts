import type { Command } from "../command.ts";
import { complain } from "../complain.ts";
import type { CheckedFile } from "../diagnostics-report.ts";
import { asGitHub, asJson, asSarif, asText } from "../diagnostics-report.ts";
import { exitCodes } from "../host.ts";
import { openFile } from "../open-file.ts";
import { findFiles } from "../read-input.ts";

const reports: Readonly<Record<string, (files: readonly CheckedFile[]) => string>> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  github: asGitHub,
};

export const check: Command = {
  name: "check",
  summary: "Report what is wrong with mappings.",
  usage: "FILES|FOLDERS|-",
  options: [],
  formats: Object.keys(reports),
  examples: ["scimmap check examples/grouptalk.scimmap", "scimmap check . --format sarif > scimmap.sarif"],
  async run(given, host) {
    if (given.positionals.length === 0) return complain(host, "'scimmap check' needs files or folders, or '-' for standard input.");
    const paths = await findFiles(given.positionals, [".scimmap"]);
    if (!paths.ok) return complain(host, paths.error.message);
    if (paths.value.length === 0) return complain(host, `There is no .scimmap file in ${given.positionals.join(", ")}.`);
    const files: CheckedFile[] = [];
    for (const path of paths.value) {
      const opened = await openFile(path, host);
      if (!opened.ok) return complain(host, opened.error.message);
      files.push(opened.value);
    }
    await host.stdout.write(reports[given.format]?.(files) ?? "");
    const found = files.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));
    return found ? exitCodes.findings : exitCodes.nothing;
  },
};
