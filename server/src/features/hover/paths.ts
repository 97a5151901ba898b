import { asCode, foreign, own, say } from "#base/sentence";
import type { FilterNode } from "#scim/filter/ast";
import { comparisonsIn } from "#scim/filter/walk";
import type { ResolvedPath } from "#model/binding";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { codes, describeAttribute } from "#describe/attribute";
import { paragraph } from "#describe/block";
import type { Description } from "#describe/block";
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
  if (alias !== undefined) yield { range: alias.name.range, describe: () => describeAlias(alias.name.text, alias.urn, model) };
  if (urn !== undefined) yield { range: urn.range, describe: () => describeSchema(urn.text, model) };
  if (attributeName !== undefined) yield { range: attributeName.range, describe: describe(path.attribute) };
  if (subName !== undefined) yield { range: subName.range, describe: describe(path.subAttribute) };
  for (const { name, definition, value } of filterNames) {
    yield { range: name.range, describe: describe(definition) };
    if (value !== undefined) yield { range: value.range, describe: () => describeValue(value.text, definition) };
  }
  const filter = path.node.valueFilter?.filter;
  if (filter !== undefined) yield* operatorPieces(filter, false);
}

/** The comparison operators of a filter. */
export function* operatorPieces(filter: FilterNode, scoping: boolean): Generator<Piece> {
  for (const { operator, quotedOperator } of comparisonsIn(filter)) {
    if (operator !== undefined && !quotedOperator)
      yield { range: operator.range, describe: () => describeOperator(operator.text, scoping) };
  }
}

function describeValue(value: string, definition: AttributeDefinition | undefined): Description | undefined {
  const { canonicalValues = [] } = definition ?? {};
  if (definition === undefined || canonicalValues.length === 0) return undefined;
  const [all, name, written] = [codes(canonicalValues), asCode(foreign(definition.qualifiedName)), asCode(own(value))];
  const known = canonicalValues.some((candidate) => candidate.toLowerCase() === value.toLowerCase());
  return known
    ? paragraph(say`${written} is one of the values of ${name}: ${all}.`)
    : paragraph(say`${name} has the values ${all}; ${written} is none of them.`);
}
