import { suggestion } from "#base/nearest-name";
import { foreign, own, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import { resolvePath } from "#model/bind-path";
import type { AttributePathNode, ComparisonNode, FilterNode, NameText } from "#scim/filter/ast";
import { walkFilter } from "#scim/filter/walk";
import type { ResourceType } from "#scim/schema";
import type { AttributeDefinition, SchemaCatalog } from "#scim/schema-catalog";
import { paragraph } from "./paragraph.ts";

/** A finding about a SCIM filter or path on its own. */
export interface FilterFinding {
  readonly code: "unknown-schema" | "unknown-attribute" | "unknown-sub-attribute" | "filter-operator-type" | "filter-value-type";
  readonly message: Sentence;
  readonly range: TextRange;
}

interface Scope {
  readonly catalog: SchemaCatalog;
  readonly resourceType: ResourceType;
  /** Inside `[ … ]` names are sub-attributes of this one. */
  readonly parent: AttributeDefinition | undefined;
}

/** Names and types in a filter for resources of one type (RFC 7644 §3.4.2.2). What stays unknown is not judged further. */
export function checkFilter(filter: FilterNode, resourceType: ResourceType, catalog: SchemaCatalog): readonly FilterFinding[] {
  return inFilter(filter, { catalog, resourceType, parent: undefined });
}

/** Names and types in a path (RFC 7644 §3.5.2, rule PATH). */
export function checkPath(path: AttributePathNode, resourceType: ResourceType, catalog: SchemaCatalog): readonly FilterFinding[] {
  return inPath(path, { catalog, resourceType, parent: undefined }).findings;
}

function inFilter(filter: FilterNode, scope: Scope): readonly FilterFinding[] {
  return [...walkFilter(filter)].flatMap((part) => {
    if (part.kind === "Comparison") return inComparison(part, scope);
    return part.kind === "ValuePath" ? inPath(part.path, scope).findings : [];
  });
}

interface Resolution {
  readonly findings: readonly FilterFinding[];
  readonly definition: AttributeDefinition | undefined;
}

function inPath(node: AttributePathNode, scope: Scope): Resolution {
  if (scope.parent !== undefined) return inElement(node, scope.parent);
  const { resourceType, catalog } = scope;
  const { urn, alias, schema, attributeName, attribute, subName, subAttribute } = resolvePath(node, resourceType, {
    catalog,
    aliases: new Map(),
  });
  const qualifier = urn ?? alias?.name;
  if (qualifier !== undefined && schema === undefined) {
    return only(
      "unknown-schema",
      qualifier,
      suggestion(
        qualifier.text,
        catalog.schemas.map(({ id }) => id),
      ),
      say`'${own(qualifier.text)}' is no schema of RFC 7643.`,
    );
  }
  if (attribute === undefined) {
    const names = schema?.attributes.map(({ name }) => name) ?? [];
    return attributeName === undefined
      ? { findings: [], definition: undefined }
      : only(
          "unknown-attribute",
          attributeName,
          suggestion(attributeName.text, names),
          say`'${own(attributeName.text)}' is no attribute of ${foreign(schema?.name ?? resourceType.name)}.`,
        );
  }
  const inner = node.valueFilter?.filter;
  const findings = inner === undefined ? [] : inFilter(inner, { ...scope, parent: attribute });
  if (subName === undefined) return { findings, definition: attribute };
  if (subAttribute !== undefined) return { findings, definition: subAttribute };
  return { findings: [...findings, unknownSub(subName, attribute)], definition: undefined };
}

/** A name inside `[ … ]`; `value` of an attribute without sub-attributes stands for the attribute itself. */
function inElement({ attribute: name }: AttributePathNode, parent: AttributeDefinition): Resolution {
  if (name === undefined) return { findings: [], definition: undefined };
  const definition = parent.subAttributes.find((sub) => sub.name.toLowerCase() === name.text.toLowerCase());
  if (definition !== undefined) return { findings: [], definition };
  if (parent.subAttributes.length === 0 && name.text.toLowerCase() === "value") return { findings: [], definition: parent };
  return { findings: [unknownSub(name, parent)], definition: undefined };
}

function inComparison({ path, operator, value, range }: ComparisonNode, scope: Scope): readonly FilterFinding[] {
  if (path === undefined) return [];
  const { findings, definition } = inPath(path, scope);
  const type = definition?.type;
  const op = operator?.text.toLowerCase();
  if (definition === undefined || type === undefined || op === undefined || op === "pr") return findings;
  if (!fitsOperator(op, type)) {
    const message = say`'${own(op)}' does not apply to '${foreign(definition.qualifiedName)}', which is of type ${own(type)}.`;
    return [...findings, { code: "filter-operator-type", message, range: operator?.range ?? range }];
  }
  const literal = value?.value;
  if (value === undefined || literal === undefined || literal === null || fitsValue(literal, type)) return findings;
  const message = say`'${foreign(definition.qualifiedName)}' is of type ${own(type)}, and ${own(value.text)} is not.`;
  return [...findings, { code: "filter-value-type", message, range: value.range }];
}

/** Order has no meaning for Booleans and binaries (RFC 7644 table 3); parts are parts of a text. */
function fitsOperator(operator: string, type: NonNullable<AttributeDefinition["type"]>): boolean {
  if (["gt", "ge", "lt", "le"].includes(operator)) return type !== "boolean" && type !== "binary";
  if (["co", "sw", "ew"].includes(operator)) return type === "string" || type === "reference" || type === "dateTime" || type === "complex";
  return true;
}

/** Entra writes Booleans as the texts "True" and "False". A complex attribute stands for its `value`. */
function fitsValue(value: string | number | boolean, type: NonNullable<AttributeDefinition["type"]>): boolean {
  switch (type) {
    case "boolean":
      return typeof value === "boolean" || (typeof value === "string" && /^(true|false)$/i.test(value));
    case "integer":
    case "decimal":
      return typeof value === "number";
    case "string":
    case "dateTime":
    case "binary":
    case "reference":
      return typeof value === "string";
    case "complex":
      return true;
  }
}

function only(code: FilterFinding["code"], name: NameText, hint: Part, sentence: Sentence): Resolution {
  return { findings: [{ code, message: paragraph(sentence, hint), range: name.range }], definition: undefined };
}

function unknownSub(name: NameText, parent: AttributeDefinition): FilterFinding {
  const names = parent.subAttributes.map((sub) => sub.name);
  const message = paragraph(say`'${foreign(parent.name)}' has no sub-attribute '${own(name.text)}'.`, suggestion(name.text, names));
  return { code: "unknown-sub-attribute", message, range: name.range };
}
