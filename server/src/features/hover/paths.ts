import type { FilterNode } from "#scim/filter/ast";
import { comparisonsIn } from "#scim/filter/walk";
import type { ResolvedPath } from "#model/binding";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { describeAttribute } from "#describe/attribute";
import { code } from "#describe/markdown";
import { describeOperator } from "#describe/operator";
import { describeAlias, describeSchema } from "#describe/schema";
import type { Piece, PieceScope } from "./piece.ts";

/** Every name, operator and value of a target path. */
export function* pathPieces({ snapshot }: PieceScope, path: ResolvedPath): Generator<Piece> {
  const { model } = snapshot.binding();
  const describe = (definition: AttributeDefinition | undefined) => () =>
    definition === undefined
      ? undefined
      : describeAttribute(definition, { model, resourceType: path.resourceType?.name, canonical: path.canonical });
  const { alias, urn, attributeName, subName, filterNames } = path;
  if (alias !== undefined) yield { range: alias.name.range, markdown: () => describeAlias(alias.name.text, alias.urn, model) };
  if (urn !== undefined) yield { range: urn.range, markdown: () => describeSchema(urn.text, model) };
  if (attributeName !== undefined) yield { range: attributeName.range, markdown: describe(path.attribute) };
  if (subName !== undefined) yield { range: subName.range, markdown: describe(path.subAttribute) };
  for (const { name, definition, value } of filterNames) {
    yield { range: name.range, markdown: describe(definition) };
    if (value !== undefined) yield { range: value.range, markdown: () => describeValue(value.text, definition) };
  }
  const filter = path.node.valueFilter?.filter;
  if (filter !== undefined) yield* operatorPieces(filter, false);
}

/** The comparison operators of a filter. */
export function* operatorPieces(filter: FilterNode, scoping: boolean): Generator<Piece> {
  for (const { operator, quotedOperator } of comparisonsIn(filter)) {
    if (operator !== undefined && !quotedOperator)
      yield { range: operator.range, markdown: () => describeOperator(operator.text, scoping) };
  }
}

function describeValue(value: string, definition: AttributeDefinition | undefined): string | undefined {
  const { canonicalValues = [] } = definition ?? {};
  if (definition === undefined || canonicalValues.length === 0) return undefined;
  const all = canonicalValues.map(code).join(", ");
  const known = canonicalValues.some((candidate) => candidate.toLowerCase() === value.toLowerCase());
  return known
    ? `${code(value)} is one of the values of ${code(definition.qualifiedName)}: ${all}.`
    : `${code(definition.qualifiedName)} has the values ${all}; ${code(value)} is none of them.`;
}
