import { own, say } from "#base/sentence";
import type { FactRule, StatementKind, StatementRule } from "../rule.ts";

/** A statement in a block that cannot hold it, or a second `where` that does not say `or`. */
export const statementNotAllowedHere: StatementRule = {
  code: "statement-not-allowed-here",
  severity: "error",
  of: ["Use", "Provision", "Schema", "Source", "Let", "Map", "Test"] satisfies readonly StatementKind[],
  check({ node, block, tokens }, report) {
    if (block === "document") return;
    report(node.range, say`'${own(tokens[0]?.image ?? "")}' stands at the top of a file, not in a block. Move it out.`);
  },
};

/** The same for the filters of a map: only the first says `where` alone. */
export const whereNotAllowedHere: FactRule<"Where"> = {
  code: statementNotAllowedHere.code,
  severity: statementNotAllowedHere.severity,
  within: "block",
  of: ["Where"],
  facts({ node }, state) {
    state("", "where");
    if (node.alternative) state("", "or");
  },
  // All is well where all but one say `or`; that it is the first one who does not, only the order tells.
  concerns: (count) => count("or") > 0 || count("where") > 1,
  check(block, report) {
    for (const [at, where] of block.saying("where").entries()) {
      const { node } = where.statement;
      if (node.kind !== "Where") continue;
      if (at === 0 && node.alternative)
        report(where, node.range, say`'or where' adds to a 'where' before it, and there is none. Write 'where'.`);
      if (at > 0 && !node.alternative)
        report(where, node.range, say`A map has one 'where'; another filter is added by 'or where', a further condition by 'and'.`);
    }
  },
};
