import type { Diagnostic } from "#analysis/diagnostic";
import type { FilterProblem } from "#scim/filter/filter-problem";
import { parseFilter, parsePath } from "#scim/filter/parse";

/** What is wrong in a `.scimfilter` text: SCIM filters and paths on their own, one a line, with comment lines between them. */
export function diagnoseFilterLines(lines: readonly string[], file: string): readonly Diagnostic[] {
  return lines.flatMap((text, line) => {
    const indentation = text.length - text.trimStart().length;
    return problemsOf(text.trim()).map(({ code, message, start, end }) =>
      diagnosticAt(file, line, indentation + start, indentation + end, code, message),
    );
  });
}

function problemsOf(text: string): readonly FilterProblem[] {
  if (text === "" || text.startsWith("//") || parsePath(text).problems.length === 0) return [];
  return parseFilter(text).problems;
}

function diagnosticAt(file: string, line: number, start: number, end: number, code: string, message: string): Diagnostic {
  const place = { file: { name: file }, statement: -1, range: { start, end }, line, column: start };
  return { code, severity: "error", message, place, endLine: line, endColumn: end };
}
