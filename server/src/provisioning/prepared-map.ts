import type { PreparedExpression } from "#evaluation/evaluate";
import { prepare } from "#evaluation/evaluate";
import type { Expression } from "#model/expression";
import type { AttributeMapping, BoundTarget, ObjectMapping } from "#model/mapping-model";
import { throughLets } from "#model/through-lets";
import { attributeKey } from "#model/source-record";
import type { AttributeKey } from "#model/source-record";
import type { ResourceType } from "#scim/schema";
import type { AttributeDefinition, SchemaCatalog } from "#scim/schema-catalog";
import { subAttributeOf } from "#scim/schema-catalog";
import type { SourceLine } from "#plan/plan";
import { lineOf } from "#plan/source-line";
import { targetFit } from "./target-fit.ts";
import type { TargetFit } from "./target-fit.ts";

/** An object mapping ready to run for any number of objects. */
export interface PreparedMap {
  readonly map: ObjectMapping;
  readonly resourceType: ResourceType;
  readonly catalog: SchemaCatalog;
  readonly attributes: readonly PreparedAttribute[];
  /** Matching attributes in order of precedence. */
  readonly matching: readonly MatchingAttribute[];
  /** Whether any mapping reads `IsSoftDeleted`; without one, leaving the scope changes nothing. */
  readonly usesSoftDelete: boolean;
}

/** An attribute mapping ready to run. */
export interface PreparedAttribute {
  readonly mapping: AttributeMapping;
  /** Undefined when the target is Entra's own word. */
  readonly target: BoundTarget | undefined;
  /** Canonical path, or the quoted text. */
  readonly label: string;
  readonly fit: TargetFit;
  /** Undefined for `none`. */
  readonly evaluate: PreparedExpression | undefined;
  readonly readsSoftDelete: boolean;
  /** Object ids of the directory that become ids of the target; written in a second step. */
  readonly reference: ReferenceKind | undefined;
  /** App roles: two of the functions only ever add (Entra, "app role assignments"). */
  readonly roles: "add" | "replace" | undefined;
  readonly because: SourceLine;
}

/** One that accounts are looked for by. */
export interface MatchingAttribute extends PreparedAttribute {
  readonly target: BoundTarget;
}

/** How an attribute refers to other objects. */
export interface ReferenceKind {
  /** The source attribute when it is mapped as it is; its list is then read from the record. */
  readonly attribute: AttributeKey | undefined;
  readonly multiValued: boolean;
}

/** Undefined when the object mapping names no resource type we know; then nothing of it can be previewed. */
export function prepareMap(map: ObjectMapping, catalog: SchemaCatalog): PreparedMap | undefined {
  if (map.resourceType === undefined || map.sourceQuoted || map.targetQuoted) return undefined;
  const attributes = map.attributes.filter((mapping) => mapping.target.kind !== "missing").map(prepareAttribute);
  return {
    map,
    resourceType: map.resourceType,
    catalog,
    attributes,
    matching: attributes.filter(isMatching).sort((a, b) => (a.mapping.matchingPriority ?? 0) - (b.mapping.matchingPriority ?? 0)),
    usesSoftDelete: attributes.some((attribute) => attribute.readsSoftDelete),
  };
}

function isMatching(attribute: PreparedAttribute): attribute is MatchingAttribute {
  return attribute.mapping.matchingPriority !== undefined && attribute.target !== undefined;
}

/** One mapping on its own, ready to run. */
export function prepareAttribute(mapping: AttributeMapping): PreparedAttribute {
  const target = mapping.target.kind === "path" ? mapping.target : undefined;
  const expression = mapping.source.kind === "expression" ? mapping.source.expression : undefined;
  const label = target?.canonical ?? (mapping.target.kind === "quoted" ? mapping.target.text : "");
  return {
    mapping,
    target,
    label,
    fit: targetFit(mapping, target, label),
    evaluate: expression === undefined ? undefined : prepare(expression),
    readsSoftDelete:
      expression !== undefined &&
      [...throughLets(expression)].some((part) => part.kind === "attribute" && part.name.toLowerCase() === "issoftdeleted"),
    reference: referenceKind(target, expression),
    roles: expression === undefined ? undefined : rolesKind(target, expression),
    because: lineOf(mapping.place),
  };
}

/** A mapping to a complex attribute that points to users or groups, or one whose source is such a reference. */
function referenceKind(target: BoundTarget | undefined, expression: Expression | undefined): ReferenceKind | undefined {
  if (target === undefined || expression === undefined) return undefined;
  const attribute = directAttribute(expression);
  const isSourceReference = attribute === "manager" || attribute === "members";
  if (!isSourceReference && !(pointsToObjects(target.attribute) && [undefined, "value"].includes(target.path.sub?.toLowerCase())))
    return undefined;
  return {
    attribute: isSourceReference ? attributeKey(attribute) : undefined,
    multiValued: target.attribute?.multiValued ?? attribute === "members",
  };
}

function pointsToObjects(attribute: AttributeDefinition | undefined): boolean {
  const link = attribute === undefined ? undefined : (subAttributeOf(attribute, "$ref") ?? attribute);
  return (link?.referenceTypes ?? []).some((type) => type === "User" || type === "Group");
}

/** Also through a let, which stands for its expression. */
function directAttribute(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== "attribute") return undefined;
  return expression.definition === undefined ? expression.name.toLowerCase() : directAttribute(expression.definition.expression());
}

function rolesKind(target: BoundTarget | undefined, expression: Expression): "add" | "replace" | undefined {
  if (target?.path.attr.toLowerCase() !== "roles" || ![undefined, "value"].includes(target.path.sub?.toLowerCase())) return undefined;
  const kinds = new Set([...throughLets(expression)].map((part) => (part.kind === "call" ? part.signature?.roles : undefined)));
  return kinds.has("replace") ? "replace" : kinds.has("add") ? "add" : undefined;
}
