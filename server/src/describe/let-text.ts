import type { LetDeclaration } from "#model/mapping-model";
import type { DocumentSnapshot } from "#workspace/snapshot";

/** The expression of a let as it is written, on one line; undefined when it is missing or stands in a used file. */
export function letText({ place, expression }: LetDeclaration, snapshot: DocumentSnapshot): string | undefined {
  const { tree } = snapshot;
  if (expression === undefined || place.file.name !== snapshot.binding().file.name) return undefined;
  const statement = tree.statements[place.statement];
  if (statement === undefined) return undefined;
  const text = tree.lines.slice(statement.firstLine, statement.lastLine + 1).join("\n");
  return text.slice(expression.range.start, expression.range.end).replace(/\s*\n\s*/g, " ");
}
