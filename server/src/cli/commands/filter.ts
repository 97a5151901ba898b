import { parseFilter, parsePath } from "#scim/filter/parse";
import { toPathTree } from "#scim/filter/to-filter";
import type { Command } from "../command.ts";
import { complain } from "../complain.ts";
import { exitCodes, readLines } from "../host.ts";

/** What is said of one filter or path; a contract that scripts rely on. */
interface FilterReport {
  readonly input: string;
  /** The strict verdict of the ABNF: RFC 7644 figure 1 (figure 7 for paths) with its errata. */
  readonly valid: boolean;
  readonly ast: unknown;
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly problems: readonly { readonly code: string; readonly message: string; readonly start: number; readonly end: number }[];
}

export const filter: Command = {
  name: "filter",
  summary: "Check SCIM filters or attribute paths (RFC 7644).",
  usage: "[--path] TEXT|-",
  options: [{ name: "path", description: "The text is an attribute path as in PATCH, not a filter." }],
  formats: ["text", "json"],
  examples: [
    `scimmap filter 'emails[type eq "work" and value co "@contoso.com"]'`,
    `scimmap filter --path 'emails[type eq "work"].value' --format json`,
    "scimmap filter - < filters.txt",
  ],
  async run(given, host) {
    const [text, ...more] = given.positionals;
    if (text === undefined) return complain(host, "'scimmap filter' needs a filter, or '-' to read one per line from standard input.");
    if (more.length > 0)
      return complain(host, "'scimmap filter' takes one filter. Put it in quotes, so that the shell passes it on as one argument.");
    const read = given.switchedOn("path") ? readPath : readFilter;
    const print = given.format === "json" ? (report: FilterReport) => `${JSON.stringify(report)}\n` : printText;
    let allValid = true;
    for await (const input of text === "-" ? readLines(host.stdin) : [text]) {
      const report = read(input);
      allValid &&= report.valid;
      await host.stdout.write(print(report));
    }
    return allValid ? exitCodes.nothing : exitCodes.findings;
  },
};

function readFilter(input: string): FilterReport {
  const { filter: ast, problems } = parseFilter(input);
  return { input, valid: problems.length === 0, ast: ast ?? null, problems };
}

function readPath(input: string): FilterReport {
  const { node, problems } = parsePath(input);
  const ast = node === undefined ? undefined : toPathTree(node);
  return { input, valid: problems.length === 0, ast: ast ?? null, problems };
}

function printText({ input, valid, problems }: FilterReport): string {
  if (valid) return `valid    ${input}\n`;
  const details = problems.map(({ code, message, start, end }) => {
    return `  ${" ".repeat(7 + start)}${"^".repeat(Math.max(1, end - start))}\n         ${code}: ${message}\n`;
  });
  return `invalid  ${input}\n${details.join("")}`;
}
