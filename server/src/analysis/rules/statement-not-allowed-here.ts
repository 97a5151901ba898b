import type { StatementNode } from "#syntax/ast";
import type { Statement } from "#syntax/parse";
import type { Rule } from "../rule.ts";

/** A statement in a block that cannot hold it, or a second `where` that does not say `or`. */
export const statementNotAllowedHere: Rule = {
  code: "statement-not-allowed-here",
  severity: "error",
  check({ tree }, report) {
    const firstWhere = new Set<number>();
    for (const statement of tree.statements) {
      const { node } = statement.parsed;
      if (statement.block !== "document" && documentKinds.has(node.kind))
        report.at(statement.index, node.range, `'${head(statement)}' stands at the top of a file, not in a block. Move it out.`);
      if (node.kind !== "Where") continue;
      const first = !firstWhere.has(statement.opener);
      if (first && node.alternative)
        report.at(statement.index, node.range, "'or where' adds to a 'where' before it, and there is none. Write 'where'.");
      if (!first && !node.alternative)
        report.at(
          statement.index,
          node.range,
          "A map has one 'where'; another filter is added by 'or where', a further condition by 'and'.",
        );
      firstWhere.add(statement.opener);
    }
  },
};

const documentKinds: ReadonlySet<StatementNode["kind"]> = new Set<StatementNode["kind"]>([
  "Use",
  "Provision",
  "Schema",
  "Source",
  "Let",
  "Map",
  "Test",
]);

function head(statement: Statement): string {
  return statement.tokens[0]?.image ?? "";
}
