import { checkFilter, checkPath } from "#analysis/check-filter";
import type { FilterFinding } from "#analysis/check-filter";
import { jsonText } from "#base/json-text";
import { render } from "#base/render-sentence";
import type { Rendering } from "#base/render-sentence";
import { foreign, own, phrase, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import { rfcSource } from "#scim/core-schemas";
import { parseFilter, parsePath } from "#scim/filter/parse";
import { toPathTree } from "#scim/filter/to-filter";
import type { ResourceType } from "#scim/schema";
import { buildCatalog } from "#scim/schema-catalog";
import type { Command } from "../command.ts";
import { exitCodes, readLines } from "../host.ts";
import type { TextProblem } from "../read-expression.ts";

/** What is said of one filter or path; a contract that scripts rely on. */
interface FilterReport {
  readonly input: string;
  /** The strict verdict of the ABNF: RFC 7644 figure 1 (figure 7 for paths) with its errata. */
  readonly valid: boolean;
  readonly ast: unknown;
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly problems: readonly TextProblem[];
}

const catalog = buildCatalog([rfcSource]);

/** `scimmap filter`. */
export const filter: Command = {
  name: "filter",
  summary: phrase("Check SCIM filters or attribute paths (RFC 7644)."),
  usage: "[--path] [--resource NAME] TEXT|-",
  options: [
    { name: "path", description: phrase("The text is an attribute path as in PATCH, not a filter.") },
    {
      name: "resource",
      value: "NAME",
      choices: catalog.resourceTypes.map(({ name }) => name),
      description: phrase("Also check names and types for this resource type of RFC 7643."),
    },
  ],
  formats: ["text", "json"],
  examples: [
    `scimmap filter 'emails[type eq "work" and value co "@contoso.com"]'`,
    `scimmap filter --path 'emails[type eq "work"].value' --format json`,
    "scimmap filter - < filters.txt",
  ],
  async run(given, terminal) {
    const [text, ...more] = given.positionals;
    if (text === undefined)
      return terminal.complain(say`'scimmap filter' needs a filter, or '-' to read one per line from standard input.`);
    if (more.length > 0)
      return terminal.complain(say`'scimmap filter' takes one filter. Put it in quotes, so that the shell passes it on as one argument.`);
    const resourceType = catalog.resourceType(given.option("resource") ?? "");
    const read = given.switchedOn("path") ? readPath : readFilter;
    const print = given.format === "json" ? printJson : printText;
    const rendering = terminal.inFormat(given.format);
    let nothingFound = true;
    for await (const input of text === "-" ? readLines(terminal.stdin) : [text]) {
      const report = read(input, resourceType);
      nothingFound &&= report.problems.length === 0;
      await terminal.print(print(report, rendering));
    }
    return nothingFound ? exitCodes.nothing : exitCodes.findings;
  },
};

function readFilter(input: string, resourceType: ResourceType | undefined): FilterReport {
  const { node, filter: ast, problems } = parseFilter(input);
  const found = node === undefined || resourceType === undefined ? [] : checkFilter(node, resourceType, catalog);
  return {
    input,
    valid: problems.length === 0,
    ast: ast ?? null,
    problems: [...problems, ...found.map(placed)],
  };
}

function readPath(input: string, resourceType: ResourceType | undefined): FilterReport {
  const { node, problems } = parsePath(input);
  const ast = node === undefined ? undefined : toPathTree(node);
  const found = node === undefined || resourceType === undefined ? [] : checkPath(node, resourceType, catalog);
  return {
    input,
    valid: problems.length === 0,
    ast: ast ?? null,
    problems: [...problems, ...found.map(placed)],
  };
}

function placed({ code, message, range }: FilterFinding): TextProblem {
  return { code, message, start: range.start, end: range.end };
}

function printJson(report: FilterReport, rendering: Rendering): string {
  const problems = report.problems.map((problem) => ({ ...problem, message: render(problem.message, rendering) }));
  return `${jsonText({ ...report, problems })}\n`;
}

function printText({ input, valid, problems }: FilterReport, rendering: Rendering): string {
  const line = (part: Part): string => `${render(part, rendering)}\n`;
  // What is made visible takes more room than it has in the input.
  const width = (text: string): number => render(foreign(text), rendering).length;
  const details = problems.flatMap(({ code, message, start, end }) => [
    line(own(`${" ".repeat(9 + width(input.slice(0, start)))}${"^".repeat(Math.max(1, width(input.slice(start, end))))}`)),
    line(say`         ${own(code)}: ${message}`),
  ]);
  return `${line(say`${own(valid ? "valid  " : "invalid")}  ${foreign(input)}`)}${details.join("")}`;
}
