import { own, say } from "#base/sentence";
import type { NameScope } from "#model/binding";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** A schema that neither the target, the connector, this file nor RFC 7643 knows: its attributes cannot be checked. */
export const unknownSchema: StatementRule = {
  code: "unknown-schema",
  severity: "warning",
  of: ["Schema", "AttributeMapping", "ValueAssignment"],
  check({ node, path, scope }, report) {
    if (node.kind === "Schema" && node.urn !== undefined && scope.catalog.schema(node.urn.text) === undefined) {
      const { hint, fix } = nearest(node.urn, idsIn(scope));
      const message = say`Nobody here knows the schema ${own(node.urn.text)}, so its attributes are not checked.`;
      const advice = say`Declare its attributes in { }, or test the connection to read them from the target.`;
      report(node.urn.range, paragraph(message, hint, advice), { fix });
    }
    if (path?.urn === undefined || path.schema !== undefined || path.urn.text === "") return;
    const { hint, fix } = nearest(path.urn, idsIn(scope));
    const urn = own(path.urn.text);
    report(path.urn.range, paragraph(say`Nobody here knows the schema ${urn}.`, hint, say`Declare it: schema name = ${urn} { … }.`), {
      fix,
    });
  },
};

function idsIn({ catalog }: NameScope): readonly string[] {
  return catalog.schemas.map(({ id }) => id);
}
