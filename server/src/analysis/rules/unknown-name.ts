import { partsOf } from "#model/bind-expression";
import type { Expression } from "#model/expression";
import { bareWords } from "#model/functions";
import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** A short name that no `schema` declares, or a bare word that Entra's expressions do not know. */
export const unknownName: Rule = {
  code: "unknown-name",
  severity: "error",
  check({ model, statements, unreadableUses }, report) {
    const aliases = new Set(["enterprise", ...model.aliases.map(({ name }) => name)]);
    for (const [index, { path, expression }] of statements) {
      const alias = path?.alias?.name;
      // A file that this host cannot read may declare it.
      if (alias !== undefined && !aliases.has(alias.text) && unreadableUses.size === 0) {
        const { hint, fix } = nearest(alias, aliases);
        const message = `No schema is called '${alias.text}' here.${hint} Declare it: schema ${alias.text || "name"} = urn:….`;
        report.at(index, alias.range, message, { fix });
      }
      if (expression === undefined || isNone(expression)) continue;
      for (const part of partsOf(expression)) {
        if (part.kind !== "word" || bareWords.has(part.name)) continue;
        const { hint, fix } = nearest({ text: part.name, range: part.range }, bareWords.keys());
        report.at(
          index,
          part.range,
          `'${part.name}' is no word of Entra's expressions.${hint} A source attribute stands in brackets: [${part.name}]; a text in double quotes: "${part.name}".`,
          { fix },
        );
      }
    }
  },
};

/** `= none` alone is the mapping type None. */
function isNone(expression: Expression): boolean {
  return expression.kind === "word" && expression.name === "none";
}
