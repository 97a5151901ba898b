import { checkFilter, checkPath } from "#analysis/check-filter";
import type { FilterFinding } from "#analysis/check-filter";
import { rfcSource } from "#scim/core-schemas";
import { parseFilter, parsePath } from "#scim/filter/parse";
import { toPathTree } from "#scim/filter/to-filter";
import type { ResourceType } from "#scim/schema";
import { buildCatalog } from "#scim/schema-catalog";
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

const catalog = buildCatalog([rfcSource]);

export const filter: Command = {
  name: "filter",
  summary: "Check SCIM filters or attribute paths (RFC 7644).",
  usage: "[--path] [--resource NAME] TEXT|-",
  options: [
    { name: "path", description: "The text is an attribute path as in PATCH, not a filter." },
    {
      name: "resource",
      value: "NAME",
      choices: catalog.resourceTypes.map(({ name }) => name),
      description: "Also check names and types for this resource type of RFC 7643.",
    },
  ],
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
    const resourceType = catalog.resourceType(given.option("resource") ?? "");
    const read = given.switchedOn("path") ? readPath : readFilter;
    const print = given.format === "json" ? (report: FilterReport) => `${JSON.stringify(report)}\n` : printText;
    let nothingFound = true;
    for await (const input of text === "-" ? readLines(host.stdin) : [text]) {
      const report = read(input, resourceType);
      nothingFound &&= report.problems.length === 0;
      await host.stdout.write(print(report));
    }
    return nothingFound ? exitCodes.nothing : exitCodes.findings;
  },
};

function readFilter(input: string, resourceType: ResourceType | undefined): FilterReport {
  const { node, filter: ast, problems } = parseFilter(input);
  const found = node === undefined || resourceType === undefined ? [] : checkFilter(node, resourceType, catalog);
  return { input, valid: problems.length === 0, ast: ast ?? null, problems: [...problems, ...found.map(toProblem)] };
}

function readPath(input: string, resourceType: ResourceType | undefined): FilterReport {
  const { node, problems } = parsePath(input);
  const ast = node === undefined ? undefined : toPathTree(node);
  const found = node === undefined || resourceType === undefined ? [] : checkPath(node, resourceType, catalog);
  return { input, valid: problems.length === 0, ast: ast ?? null, problems: [...problems, ...found.map(toProblem)] };
}

function toProblem({ code, message, range }: FilterFinding): FilterReport["problems"][number] {
  return { code, message, start: range.start, end: range.end };
}

function printText({ input, valid, problems }: FilterReport): string {
  const details = problems.map(({ code, message, start, end }) => {
    return `  ${" ".repeat(7 + start)}${"^".repeat(Math.max(1, end - start))}\n         ${code}: ${message}\n`;
  });
  return `${valid ? "valid  " : "invalid"}  ${input}\n${details.join("")}`;
}
