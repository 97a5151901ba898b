import { foreign, own, say } from "#base/sentence";
import { printPath } from "#scim/filter/print";
import type { AttributeDefinition } from "#scim/schema-catalog";
import { characteristics, connectorRow, describeAttribute } from "#describe/attribute";
import { describeAlias, describeSchema } from "#describe/schema";
import { itemAt } from "./item.ts";
import type { CompletionItem } from "./item.ts";
import { aliasesOf, resolveHead, siblings } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { schemasOf, targetPaths } from "./target-paths.ts";
import type { TargetPath } from "./target-paths.ts";

/** Paths to begin a statement with: what is required and not mapped yet first, what is mapped already last. */
export function targetItems(scope: Scope): readonly CompletionItem[] {
  const { text } = scope.cursor.word;
  if (/[:：]/.test(text)) return qualifiedItems(text, scope);
  const paths = pathsOf(scope);
  const mapped = mappedPaths(scope);
  const isMapped = ({ canonical }: TargetPath): boolean => mapped.has(canonical.toLowerCase());
  const open = paths.filter((path) => !isMapped(path));
  const required = open.filter((path) => isRequired(path, scope));
  const listed = open.filter((path) => !required.includes(path) && rowOf(path, scope) !== undefined);
  const others = open.filter((path) => !required.includes(path) && !listed.includes(path));
  const write = (path: TargetPath): CompletionItem => pathItem(path, shortest(path, scope), scope);
  return [...required, ...listed, ...others].map(write).concat(schemaItems(scope), paths.filter(isMapped).map(write));
}

/** Sub-attributes behind `emails[…].` or `name.`. */
export function subAttributeItems(attribute: AttributeDefinition | undefined, scope: Scope): readonly CompletionItem[] {
  return (attribute?.subAttributes ?? []).map((sub) => subAttributeItem(sub, "", scope));
}

/** The text of an alias or URN is one word, dots included, and is replaced as a whole. */
function qualifiedItems(typed: string, scope: Scope): readonly CompletionItem[] {
  const begin = typed.slice(0, typed.search(/[:：][^:：]*$/) + 1).toLowerCase();
  const dot = typed.lastIndexOf(".");
  const attribute = dot > begin.length ? resolveHead(typed.slice(0, dot), scope).attribute : undefined;
  if (attribute !== undefined) return attribute.subAttributes.map((sub) => subAttributeItem(sub, typed.slice(0, dot + 1), scope));
  const isUrn = /^urn[:：]/i.test(typed);
  const spell = isUrn ? spellWithUrn : (path: TargetPath) => spellWithAlias(path, typed.slice(0, begin.length - 1), scope);
  const attributes = pathsOf(scope).flatMap((path) => {
    const text = spell(path);
    return text?.toLowerCase().startsWith(begin) === true ? [pathItem(path, text, scope)] : [];
  });
  const schemas = isUrn
    ? schemaItems(scope).filter(({ label }) => label.toLowerCase().startsWith(begin) && label.length > begin.length)
    : [];
  return [...schemas, ...attributes];
}

/** Extension schemas by short name and by URN, up to the colon that an attribute follows. */
function schemaItems(scope: Scope): readonly CompletionItem[] {
  const { cursor, model, resourceType } = scope;
  if (resourceType === undefined) return [];
  const extensions = schemasOf(model.catalog, resourceType).filter(({ id }) => id.toLowerCase() !== resourceType.schema.toLowerCase());
  const aliases = [...aliasesOf(model)].filter(([, urn]) => extensions.some(({ id }) => id.toLowerCase() === urn?.toLowerCase()));
  return [
    ...aliases.map(([name, urn]) =>
      itemAt(cursor, { label: `${name}:`, kind: "schema", detail: own(urn ?? ""), documentation: () => describeAlias(name, urn, model) }),
    ),
    ...extensions.map(({ id, name }) =>
      itemAt(cursor, { label: `${id}:`, kind: "schema", detail: foreign(name), documentation: () => describeSchema(id, model) }),
    ),
  ];
}

function pathsOf({ model, resourceType }: Scope): readonly TargetPath[] {
  return resourceType === undefined ? [] : targetPaths(model.catalog, resourceType);
}

function mappedPaths(scope: Scope): ReadonlySet<string> {
  const { statements } = scope.snapshot.binding();
  return new Set(siblings(scope).flatMap(({ index }) => statements.get(index)?.path?.canonical?.toLowerCase() ?? []));
}

function rowOf({ canonical }: TargetPath, { model, resourceType }: Scope): ReturnType<typeof connectorRow> {
  return connectorRow({ model, resourceType: resourceType?.name, canonical });
}

/** An element of a list is never required by the standard, but may be by the application. */
function isRequired(path: TargetPath, scope: Scope): boolean {
  const isWhole = path.local.filter === undefined && path.local.sub === undefined;
  return rowOf(path, scope)?.required ?? (isWhole && path.definition.required === true);
}

function shortest(path: TargetPath, scope: Scope): string {
  const alias = [...aliasesOf(scope.model)].findLast(([, urn]) => urn?.toLowerCase() === path.schema.id.toLowerCase())?.[0];
  return (alias === undefined ? undefined : spellWithAlias(path, alias, scope)) ?? path.canonical;
}

function spellWithUrn(path: TargetPath): string {
  return `${path.schema.id}:${printPath(path.local)}`;
}

function spellWithAlias(path: TargetPath, alias: string, { model }: Scope): string | undefined {
  const urn = aliasesOf(model).get(alias);
  return urn?.toLowerCase() === path.schema.id.toLowerCase() ? `${alias}:${printPath(path.local)}` : undefined;
}

function pathItem(path: TargetPath, text: string, scope: Scope): CompletionItem {
  const { cursor, model, resourceType } = scope;
  const { definition, canonical, schema } = path;
  const context = { model, resourceType: resourceType?.name, canonical };
  return itemAt(cursor, {
    label: text,
    kind: "attribute",
    detail: say`${characteristics(definition)} · ${foreign(schema.name)}`,
    documentation: () => describeAttribute(definition, context),
  });
}

/** `head` is what stands in front of the name in the same word. */
function subAttributeItem(sub: AttributeDefinition, head: string, scope: Scope): CompletionItem {
  const context = { model: scope.model, resourceType: scope.resourceType?.name, canonical: undefined };
  return itemAt(scope.cursor, {
    label: sub.name,
    kind: "attribute",
    detail: characteristics(sub),
    documentation: () => describeAttribute(sub, context),
    insert: head + sub.name,
    filter: head + sub.name,
  });
}
