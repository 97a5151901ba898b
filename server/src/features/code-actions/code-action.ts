import type { Sentence } from "#base/sentence";
import type { Diagnostic } from "#analysis/diagnostic";
import { offsetIn, statementAt } from "#syntax/parse";
import type { LinePosition, Statement } from "#syntax/parse";
import type { DocumentSnapshot } from "#workspace/snapshot";

/** A change that an editor offers. */
export interface CodeAction {
  readonly title: Sentence;
  readonly kind: "quickfix" | "refactor.extract" | "refactor.inline" | "refactor.rewrite";
  /** All count from the text as it is, and none touches another. Worked out when somebody wants them. */
  readonly edits: () => readonly TextEdit[];
  /** What it mends. */
  readonly mends?: Diagnostic | undefined;
}

/** A text in place of what stands between two positions. */
export interface TextEdit {
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly text: string;
}

/** A selection inside one statement, as offsets of it; both are the same for a mere cursor. */
export interface Selection {
  readonly snapshot: DocumentSnapshot;
  readonly statement: Statement;
  readonly start: number;
  readonly end: number;
}

/** What somebody points at or selects, where it lies in one statement. */
export function selectionIn(snapshot: DocumentSnapshot, start: LinePosition, end: LinePosition): Selection | undefined {
  const { tree } = snapshot;
  const statement = statementAt(tree, start);
  if (statement === undefined || end.line > statement.lastLine) return undefined;
  return { snapshot, statement, start: offsetIn(tree, statement, start), end: offsetIn(tree, statement, end) };
}
