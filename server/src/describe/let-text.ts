import type { LetDeclaration } from "#model/mapping-model";
import { textIn } from "#syntax/statement-text";
import type { DocumentSnapshot } from "#workspace/snapshot";

/** The expression of a let as it is written, on one line; undefined when it is missing or stands in a used file. */
export function letText({ place, expression }: LetDeclaration, snapshot: DocumentSnapshot): string | undefined {
  const { tree } = snapshot;
  if (expression === undefined || place.file.name !== snapshot.binding().file.name) return undefined;
  const statement = tree.statements.at(place.statement);
  if (statement === undefined) return undefined;
  return textIn(tree, statement, expression.range).replace(/\s*\n\s*|\t/g, " ");
}
