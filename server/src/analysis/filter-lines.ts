import type { Diagnostic, Fix } from "./diagnostic.ts";
import type { FilterProblem } from "#scim/filter/filter-problem";
import { plainForm } from "#scim/filter/look-alikes";
import { parseFilter, parsePath } from "#scim/filter/parse";

/** What is wrong in a `.scimfilter` text: SCIM filters and paths on their own, one a line, with comment lines between them. */
export function diagnoseFilterLines(lines: readonly string[], file: string): readonly Diagnostic[] {
  return lines.flatMap((text, line) => {
    const indentation = text.length - text.trimStart().length;
    return problemsOf(text.trim()).map((problem) => {
      const start = indentation + problem.start;
      const end = indentation + problem.end;
      const place = { file: { name: file }, statement: -1, range: { start, end }, line, column: start };
      const fix = problem.code === "look-alike-character" ? fixIn(text, line, start, end) : undefined;
      return {
        code: problem.code,
        severity: "error",
        message: problem.message,
        place,
        endLine: line,
        endColumn: end,
        fix,
      };
    });
  });
}

function problemsOf(text: string): readonly FilterProblem[] {
  if (text === "" || text.startsWith("//") || parsePath(text).problems.length === 0) return [];
  return parseFilter(text).problems;
}

function fixIn(text: string, line: number, start: number, end: number): Fix {
  return { start: { line, character: start }, end: { line, character: end }, text: plainForm(text.slice(start, end)) };
}
