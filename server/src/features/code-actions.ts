import type { Diagnostic } from "#analysis/diagnostic";
import type { LinePosition } from "#syntax/parse";
import type { SamplePerson } from "#testing/sample-person";
import type { DocumentSnapshot } from "#workspace/snapshot";
import { addTest } from "./code-actions/add-test.ts";
import { selectionIn } from "./code-actions/code-action.ts";
import type { CodeAction } from "./code-actions/code-action.ts";
import { extractLet } from "./code-actions/extract-let.ts";
import { inlineLet } from "./code-actions/inline-let.ts";
import { quickFixes } from "./code-actions/quick-fixes.ts";

export type { CodeAction, TextEdit } from "./code-actions/code-action.ts";

/** A document as far as changes are offered for it; a text of filters has no snapshot. */
export interface ActionSource {
  readonly diagnostics: () => readonly Diagnostic[];
  readonly snapshot: DocumentSnapshot | undefined;
}

/** The changes that are offered where somebody points or selects. */
export function codeActions(
  { diagnostics, snapshot }: ActionSource,
  start: LinePosition,
  end: LinePosition,
  person?: SamplePerson,
): readonly CodeAction[] {
  const fixes = quickFixes(diagnostics(), start, end);
  const selection = snapshot === undefined ? undefined : selectionIn(snapshot, start, end);
  if (selection === undefined) return fixes;
  const tests = person === undefined ? [] : addTest(selection, person);
  return [...fixes, ...extractLet(selection), ...inlineLet(selection), ...tests];
}
