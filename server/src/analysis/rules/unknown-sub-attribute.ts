import { foreign, joined, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { NameText } from "#scim/filter/ast";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { Details, StatementRule } from "../rule.ts";

/** Only complex attributes have sub-attributes, and only those that a schema names (RFC 7643 §2.3.8). */
export const unknownSubAttribute: StatementRule = {
  code: "unknown-sub-attribute",
  severity: "error",
  of: ["AttributeMapping", "ValueAssignment"],
  check({ path }, report) {
    if (path?.attribute === undefined) return;
    const named = path.subName !== undefined && path.subAttribute === undefined ? [path.subName] : [];
    const compared = path.filterNames.filter(({ definition }) => definition === undefined).map(({ name }) => name);
    for (const name of [...named, ...compared]) {
      const found = explain(path.attribute, name);
      if (found !== undefined) report(name.range, found.message, { fix: found.fix });
    }
  },
};

/** Nothing is said of an attribute whose sub-attributes nobody lists. */
function explain(
  attribute: AttributeDefinition,
  name: NameText,
): { readonly message: Sentence; readonly fix?: Details["fix"] } | undefined {
  const known = attribute.subAttributes.map((sub) => sub.name);
  const [parent, written] = [foreign(attribute.qualifiedName), own(name.text)];
  if (known.length > 0) {
    const { hint, fix } = nearest(name, known);
    const there = joined(known.map(foreign), ", ");
    return { message: paragraph(say`'${parent}' has no sub-attribute '${written}'; it has ${there}.`, hint), fix };
  }
  if (attribute.type === undefined || attribute.type === "complex") return undefined;
  return { message: say`'${parent}' is a ${own(attribute.type)} and has no sub-attributes. Remove '.${written}'.` };
}
