import { didYouMean } from "#base/nearest-name";
import type { NameText } from "#scim/filter/ast";
import type { AttributeDefinition } from "#scim/schema-catalog";
import type { Rule } from "../rule.ts";

/** Only complex attributes have sub-attributes, and only those that a schema names (RFC 7643 §2.3.8). */
export const unknownSubAttribute: Rule = {
  code: "unknown-sub-attribute",
  severity: "error",
  check({ statements }, report) {
    for (const [index, { path }] of statements) {
      if (path?.attribute === undefined) continue;
      const named = path.subName !== undefined && path.subAttribute === undefined ? [path.subName] : [];
      const compared = path.filterNames.filter(({ definition }) => definition === undefined).map(({ name }) => name);
      for (const name of [...named, ...compared]) {
        const message = explain(path.attribute, name);
        if (message !== undefined) report.at(index, name.range, message);
      }
    }
  },
};

/** Nothing is said of an attribute whose sub-attributes nobody lists. */
function explain(attribute: AttributeDefinition, name: NameText): string | undefined {
  const known = attribute.subAttributes.map((sub) => sub.name);
  if (known.length > 0)
    return `'${attribute.qualifiedName}' has no sub-attribute '${name.text}'; it has ${known.join(", ")}.${didYouMean(name.text, known)}`;
  if (attribute.type === undefined || attribute.type === "complex") return undefined;
  return `'${attribute.qualifiedName}' is a ${attribute.type} and has no sub-attributes. Remove '.${name.text}'.`;
}
