import type { NameText } from "#scim/filter/ast";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { nearest } from "../nearest.ts";
import type { Details, Rule } from "../rule.ts";

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
        const found = explain(path.attribute, name);
        if (found !== undefined) report.at(index, name.range, found.message, { fix: found.fix });
      }
    }
  },
};

/** Nothing is said of an attribute whose sub-attributes nobody lists. */
function explain(attribute: AttributeDefinition, name: NameText): { readonly message: string; readonly fix?: Details["fix"] } | undefined {
  const known = attribute.subAttributes.map((sub) => sub.name);
  if (known.length > 0) {
    const { hint, fix } = nearest(name, known);
    return { message: `'${attribute.qualifiedName}' has no sub-attribute '${name.text}'; it has ${known.join(", ")}.${hint}`, fix };
  }
  if (attribute.type === undefined || attribute.type === "complex") return undefined;
  return { message: `'${attribute.qualifiedName}' is a ${attribute.type} and has no sub-attributes. Remove '.${name.text}'.` };
}
