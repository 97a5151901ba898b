import { excerpt } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { Description } from "#describe/block";
import { endOf } from "#scim/filter/vocabulary";
import { positionOf, startOf } from "#syntax/parse";
import type { DocumentTree, LinePosition, Statement } from "#syntax/parse";
import { Comma } from "#syntax/tokens";
import { describeShown, showLive } from "#describe/live-value";
import { liveValues } from "#testing/live-values";
import type { SamplePerson } from "#testing/sample-person";
import type { DocumentSnapshot } from "#workspace/snapshot";

/** A text that an editor shows between those of the document. */
export interface InlayHint {
  readonly position: LinePosition;
  readonly label: Part;
  readonly tooltip: Description;
}

/** Lines that an editor shows. */
export interface LineSpan {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A long value would push what stands behind it out of sight. */
const longestLabel = 60;

/** At the end of each mapping, let and scoping filter of some lines: what the sample person gets. */
export function inlayHints(snapshot: DocumentSnapshot, { start, end }: LineSpan, person: SamplePerson): readonly InlayHint[] {
  const values = liveValues(snapshot, person);
  return snapshot.tree.statements.flatMap((statement) => {
    if (statement.lastLine < start.line || statement.firstLine > end.line) return [];
    const live = values.ofStatement(statement);
    if (live === undefined) return [];
    const shown = showLive(live);
    const label = excerpt(shown.text, longestLabel);
    return [{ position: endOfStatement(snapshot.tree, statement), label, tooltip: describeShown(person.name, shown) }];
  });
}

/** Behind its last word, in front of a comment or of the comma that separates it from the next. */
function endOfStatement(tree: DocumentTree, statement: Statement): LinePosition {
  const last = statement.tokens.findLast(({ tokenType }) => tokenType !== Comma);
  return positionOf(tree, statement, last === undefined ? startOf(statement) : endOf(last));
}
