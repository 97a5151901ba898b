import type { TextRange } from "#base/text-range";
import type { LinePosition, Statement } from "#syntax/parse";
import { offsetIn, statementAt } from "#syntax/parse";
import { describeAttribute } from "#workspace/describe/attribute";
import type { DocumentSnapshot } from "#workspace/snapshot";

export interface Hover {
  readonly statement: Statement;
  readonly range: TextRange;
  readonly markdown: string;
}

export function hover(snapshot: DocumentSnapshot, position: LinePosition): Hover | undefined {
  const statement = statementAt(snapshot.tree, position);
  if (statement === undefined) return undefined;
  const offset = offsetIn(snapshot.tree, statement, position);
  const path = snapshot.binding().statements.get(statement.index)?.path;
  if (path?.attribute === undefined || path.attributeName === undefined) return undefined;
  const { range } = path.attributeName;
  if (offset < range.start || offset > range.end) return undefined;
  return { statement, range, markdown: describeAttribute(path.attribute) };
}
