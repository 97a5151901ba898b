import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** A schema that neither the target, the connector, this file nor RFC 7643 knows: its attributes cannot be checked. */
export const unknownSchema: Rule = {
  code: "unknown-schema",
  severity: "warning",
  check({ tree, model, statements }, report) {
    const known = model.catalog.schemas.map(({ id }) => id);
    for (const { index, parsed } of tree.statements) {
      if (parsed.node.kind !== "Schema" || parsed.node.urn === undefined) continue;
      const { text, range } = parsed.node.urn;
      if (model.catalog.schema(text) !== undefined) continue;
      const { hint, fix } = nearest(parsed.node.urn, known);
      report.at(
        index,
        range,
        `Nobody here knows the schema ${text}, so its attributes are not checked.${hint} Declare its attributes in { }, or test the connection to read them from the target.`,
        { fix },
      );
    }
    for (const [index, { path }] of statements) {
      if (path?.urn === undefined || path.schema !== undefined || path.urn.text === "") continue;
      const { hint, fix } = nearest(path.urn, known);
      report.at(
        index,
        path.urn.range,
        `Nobody here knows the schema ${path.urn.text}.${hint} Declare it: schema name = ${path.urn.text} { … }.`,
        { fix },
      );
    }
  },
};
