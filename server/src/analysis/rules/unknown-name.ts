import { own, say } from "#base/sentence";
import type { Expression } from "#model/expression";
import { bareWords } from "#model/functions";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { Report, StatementRule } from "../rule.ts";
import type { BoundStatement } from "#model/binding";

/** A short name that no `schema` declares, or a bare word that Entra's expressions do not know. */
export const unknownName: StatementRule = {
  code: "unknown-name",
  severity: "error",
  of: ["Let", "AttributeMapping", "ValueAssignment"],
  check(statement, report) {
    const { expression, parts } = statement;
    checkAlias(statement, report);
    if (expression === undefined || isNone(expression)) return;
    for (const part of parts) {
      if (part.kind !== "word" || bareWords.has(part.name)) continue;
      const { hint, fix } = nearest({ text: part.name, range: part.range }, bareWords.keys());
      const word = own(part.name);
      const advice = say`A source attribute stands in brackets: [${word}]; a text in double quotes: "${word}".`;
      report(part.range, paragraph(say`'${word}' is no word of Entra's expressions.`, hint, advice), { fix });
    }
  },
};

function checkAlias({ path, scope }: BoundStatement, report: Report): void {
  const alias = path?.alias?.name;
  // A file that this host cannot read may declare it.
  if (alias === undefined || scope.aliases.has(alias.text) || scope.unreadableUses.size > 0) return;
  const { hint, fix } = nearest(alias, scope.aliases.keys());
  const message = say`No schema is called '${own(alias.text)}' here.`;
  report(alias.range, paragraph(message, hint, say`Declare it: schema ${own(alias.text || "name")} = urn:….`), { fix });
}

/** `= none` alone is the mapping type None. */
function isNone(expression: Expression): boolean {
  return expression.kind === "word" && expression.name === "none";
}
