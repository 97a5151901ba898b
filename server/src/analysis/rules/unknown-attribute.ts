import { didYouMean } from "#base/nearest-name";
import type { Binding, ResolvedPath } from "#model/binding";
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
      report.at(
        index,
        range,
        `'${text}' is no attribute of the schema ${path.schema.name} (${path.schema.id}).${didYouMean(text, candidates(path, binding))}`,
      );
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
