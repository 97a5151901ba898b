import type { Rendering } from "#base/render-sentence";
import { phrase, say } from "#base/sentence";
import type { Command } from "../command.ts";
import type { CheckedFile } from "../diagnostics-report.ts";
import { asGitHub, asJson, asSarif, asText } from "../diagnostics-report.ts";
import { exitCodes } from "../host.ts";
import { openFile } from "../open-file.ts";
import { findFiles, noMappingIn } from "../read-input.ts";

const reports: Readonly<Record<string, (files: readonly CheckedFile[], rendering: Rendering) => string>> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  github: asGitHub,
};

/** `scimmap check`. */
export const check: Command = {
  name: "check",
  summary: phrase("Report what is wrong with mappings."),
  usage: "FILES|FOLDERS|-",
  options: [],
  formats: Object.keys(reports),
  examples: ["scimmap check examples/grouptalk.scimmap", "scimmap check . --format sarif > scimmap.sarif"],
  async run(given, terminal) {
    if (given.positionals.length === 0) return terminal.complain(say`'scimmap check' needs files or folders, or '-' for standard input.`);
    const paths = await findFiles(given.positionals, [".scimmap"]);
    if (!paths.ok) return terminal.complain(paths.error);
    if (paths.value.length === 0) return terminal.complain(noMappingIn(given.positionals));
    const files: CheckedFile[] = [];
    for (const path of paths.value) {
      const opened = await openFile(path, terminal);
      if (!opened.ok) return terminal.complain(opened.error);
      files.push(opened.value);
    }
    await terminal.print(reports[given.format]?.(files, terminal.inFormat(given.format)) ?? "");
    const found = files.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === "error"));
    return found ? exitCodes.findings : exitCodes.nothing;
  },
};
