import { foreign, own, say } from "#base/sentence";
import type { NameScope, ResolvedPath } from "#model/binding";
import { nearest } from "../nearest.ts";
import { paragraph } from "../paragraph.ts";
import type { StatementRule } from "../rule.ts";

/** A target attribute must be one of its schema: Entra refuses a mapping to any other, and the target would ignore it (RFC 7643 §3). */
export const unknownAttribute: StatementRule = {
  code: "unknown-attribute",
  severity: "error",
  of: ["AttributeMapping", "ValueAssignment"],
  check({ path, scope }, report) {
    if (path === undefined || path.attribute !== undefined || path.schema === undefined) return;
    const { uri } = path.node;
    if (path.attributeName === undefined) {
      const schema = own(uri?.text.replace(/:$/, "") ?? "");
      if (uri !== undefined) report(uri.range, say`'${own(uri.text)}' names no attribute. Add one behind the schema: ${schema}:name.`);
      return;
    }
    const { text, range } = path.attributeName;
    const { hint, fix } = nearest(path.attributeName, candidates(path, scope));
    // Behind an alias, a name that begins with another schema would have to replace the alias too.
    const fits = path.alias === undefined || fix?.text.includes(":") === false;
    const { name, id } = path.schema;
    const message = say`'${own(text)}' is no attribute of the schema ${foreign(name)} (${foreign(id)}).`;
    report(range, paragraph(message, hint), fits ? { fix } : {});
  },
};

/** Attributes of the schema that was meant, and of extensions, each as it would be written. */
function candidates(path: ResolvedPath, { catalog }: NameScope): readonly string[] {
  const own = path.schema?.attributes.map(({ name }) => name) ?? [];
  if (path.node.uri !== undefined) return own;
  const extensions = path.resourceType?.schemaExtensions ?? [];
  return [...own, ...extensions.flatMap(({ schema }) => catalog.schema(schema)?.attributes.map(({ name }) => `${schema}:${name}`) ?? [])];
}
