import { foreign, say } from "#base/sentence";
import type { Diagnostic } from "#analysis/diagnostic";
import type { LinePosition } from "#syntax/parse";
import type { CodeAction } from "./code-action.ts";

/** What mends the findings that a selection touches. */
export function quickFixes(diagnostics: readonly Diagnostic[], start: LinePosition, end: LinePosition): readonly CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const { place, endLine, endColumn, fix } = diagnostic;
    const from = { line: place.line, character: place.column };
    const to = { line: endLine, character: endColumn };
    if (fix === undefined || isBefore(end, from) || isBefore(to, start)) return [];
    return [{ title: say`Change to ${foreign(fix.text)}`, kind: "quickfix" as const, edits: () => [fix], mends: diagnostic }];
  });
}

function isBefore(one: LinePosition, other: LinePosition): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}
