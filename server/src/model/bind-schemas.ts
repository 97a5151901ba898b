import type { Attribute, AttributeType, Mutability } from "#scim/schema";
import type { SchemaSource } from "#scim/schema-catalog";
import type { AttributeDeclarationNode } from "#syntax/ast";
import type { DocumentTree, Statement } from "#syntax/parse";
import type { SchemaAlias, SourceDeclaration } from "./mapping-model.ts";
import type { Place } from "./place.ts";

export const attributeTypes: readonly AttributeType[] = ["string", "boolean", "integer", "decimal", "dateTime", "binary", "reference"];

/** `schema gt = urn:…` with the attributes of its body. */
export function bindAliases(tree: DocumentTree, place: (statement: Statement) => Place): readonly SchemaAlias[] {
  return tree.statements.flatMap((statement) => {
    const { node } = statement.parsed;
    if (node.kind !== "Schema" || node.name === undefined || statement.block !== "document") return [];
    return [
      {
        name: node.name.text,
        place: place(statement),
        urn: node.urn?.text.replaceAll("：", ":"),
        attributes: nest(declarationsIn(tree, statement).map(({ node: declaration }) => declaration)),
      },
    ];
  });
}

/** `source User { … }`: directory extensions that the mapping reads. */
export function bindSources(tree: DocumentTree, place: (statement: Statement) => Place): readonly SourceDeclaration[] {
  return tree.statements.flatMap((statement) => {
    const { node } = statement.parsed;
    if (node.kind !== "Source" || node.name === undefined || statement.block !== "document") return [];
    const attributes = declarationsIn(tree, statement).flatMap(({ statement: child, node: declaration }) => {
      const attribute = toAttribute(declaration);
      return attribute === undefined ? [] : [{ ...attribute, place: place(child) }];
    });
    return [{ objectType: node.name.text, place: place(statement), attributes }];
  });
}

/** The schemas that bodies declare, as one source of the catalog. A name without a body states nothing about its attributes. */
export function schemasOfFile(aliases: readonly SchemaAlias[]): SchemaSource {
  const schemas = aliases.flatMap(({ urn, name, attributes }) =>
    urn === undefined || attributes.length === 0 ? [] : [{ id: urn, name, attributes }],
  );
  return { source: "file", schemas, resourceTypes: [] };
}

function declarationsIn(
  tree: DocumentTree,
  opener: Statement,
): readonly { readonly statement: Statement; readonly node: AttributeDeclarationNode }[] {
  return tree.statements.flatMap((statement) => {
    const { node } = statement.parsed;
    return statement.opener === opener.index && node.kind === "AttributeDeclaration" ? [{ statement, node }] : [];
  });
}

function toAttribute(node: AttributeDeclarationNode): Attribute | undefined {
  if (node.name === undefined) return undefined;
  const flags = new Set(node.characteristics.map(({ text }) => text));
  const mutability = (["readOnly", "immutable", "writeOnly"] as const satisfies readonly Mutability[]).find((flag) => flags.has(flag));
  return {
    name: node.name.text,
    type: attributeTypes.find((type) => type === node.type?.text),
    multiValued: node.multiValued,
    required: flags.has("required"),
    caseExact: flags.has("caseExact"),
    mutability: mutability ?? "readWrite",
  };
}

/** `externalIds.value string[]` declares a sub-attribute of a complex attribute (semantics page). */
function nest(nodes: readonly AttributeDeclarationNode[]): readonly Attribute[] {
  const attributes = new Map<string, Attribute>();
  for (const node of nodes) {
    const attribute = toAttribute(node);
    if (attribute === undefined) continue;
    const dot = attribute.name.indexOf(".");
    if (dot < 0) {
      attributes.set(attribute.name, { ...attributes.get(attribute.name), ...attribute });
      continue;
    }
    const parent = attribute.name.slice(0, dot);
    const known = attributes.get(parent);
    const sub = { ...attribute, name: attribute.name.slice(dot + 1), multiValued: false };
    attributes.set(parent, {
      ...(known ?? { name: parent, multiValued: attribute.multiValued }),
      type: "complex",
      subAttributes: [...(known?.subAttributes ?? []), sub],
    });
  }
  return [...attributes.values()];
}
