import type { Binding, ResolvedPath } from "#model/binding";
import { nearest } from "../nearest.ts";
import type { Rule } from "../rule.ts";

/** A target attribute must be one of its schema: Entra refuses a mapping to any other, and the target would ignore it (RFC 7643 §3). */
export const unknownAttribute: Rule = {
  code: "unknown-attribute",
  severity: "error",
  check(binding, report) {
    for (const [index, { path }] of binding.statements) {
      if (path === undefined || path.attribute !== undefined || path.schema === undefined) continue;
      if (path.attributeName === undefined) {
        if (path.node.uri !== undefined)
          report.at(
            index,
            path.node.uri.range,
            `'${path.node.uri.text}' names no attribute. Add one behind the schema: ${path.node.uri.text.replace(/:$/, "")}:name.`,
          );
        continue;
      }
      const { text, range } = path.attributeName;
      const { hint, fix } = nearest(path.attributeName, candidates(path, binding));
      // Behind an alias, a name that begins with another schema would have to replace the alias too.
      const fits = path.alias === undefined || fix?.text.includes(":") === false;
      const message = `'${text}' is no attribute of the schema ${path.schema.name} (${path.schema.id}).${hint}`;
      report.at(index, range, message, fits ? { fix } : {});
    }
  },
};

/** Attributes of the schema that was meant, and of extensions, each as it would be written. */
function candidates(path: ResolvedPath, { model }: Binding): readonly string[] {
  const own = path.schema?.attributes.map(({ name }) => name) ?? [];
  if (path.node.uri !== undefined) return own;
  const extensions = path.resourceType?.schemaExtensions ?? [];
  return [
    ...own,
    ...extensions.flatMap(({ schema }) => model.catalog.schema(schema)?.attributes.map(({ name }) => `${schema}:${name}`) ?? []),
  ];
}
