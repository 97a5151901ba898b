import { changedSpan, sameItems } from "#base/changed-span";
import { lazy } from "#base/lazy";
import { memo } from "#base/memo";
import { rfcSource } from "#scim/core-schemas";
import { buildCatalog } from "#scim/schema-catalog";
import type { SchemaCatalog, SchemaSource } from "#scim/schema-catalog";
import type { ExpressionNode, MapNode } from "#syntax/ast";
import { predeclaredAliases } from "./aliases.ts";
import { bindExpression } from "./bind-expression.ts";
import { bindStatement, namesOfMap } from "./bind-statement.ts";
import type { BlockContext, BoundStatement, MapHead, NameScope, ScopeParts, Unbound, UnreadableUse, UsedFiles } from "./binding.ts";
import { connectorOf } from "./bind-settings.ts";
import { connectorSource } from "./connectors/index.ts";
import { readDeclarations } from "./declarations.ts";
import type { Declarations } from "./declarations.ts";
import type { Expression, LetDefinition } from "./expression.ts";
import { KnownTarget } from "./known-target.ts";
import { letVerdicts } from "./let-sizes.ts";
import type { LetVerdict } from "./let-sizes.ts";
import { resourceTypeNamed } from "./resource-type-named.ts";
import type { TargetKnowledge } from "./target-knowledge.ts";

/** What decides the meaning of a document's names. */
export interface ScopeInput {
  /** The statements that declare something, in the order of the text, chunk by chunk. A chunk that no edit touched is the same object. */
  readonly declaring: ScopeParts["declaring"];
  /** What a connection test learnt from the target; it wins over everything else. */
  readonly target: TargetKnowledge | undefined;
  readonly used: UsedFiles;
}

/** The scope of a document; the previous one where nothing that decides it has changed. */
export function nameScope(input: ScopeInput, previous: NameScope | undefined): NameScope {
  const parts = partsOf(input);
  return previous !== undefined && sameParts(previous.parts, parts) ? previous : createScope(input, parts);
}

function partsOf({ declaring, target, used }: ScopeInput): ScopeParts {
  const files = [...used].flatMap(([name, file]) => [name, typeof file === "string" ? file : file.scope]);
  return { surroundings: [target, ...files], declaring };
}

function sameParts(before: ScopeParts, now: ScopeParts): boolean {
  return sameItems(before.surroundings, now.surroundings) && sameDeclarations(before.declaring, now.declaring);
}

/** Looks only into chunks that are others than before. */
function sameDeclarations(before: ScopeParts["declaring"], now: ScopeParts["declaring"]): boolean {
  const { from, oldTo, newTo } = changedSpan(before, now);
  const parsedIn = (chunks: ScopeParts["declaring"]): readonly unknown[] => chunks.flat().map(({ parsed }) => parsed);
  return sameItems(parsedIn(before.slice(from, oldTo)), parsedIn(now.slice(from, newTo)));
}

function createScope({ declaring, target, used }: ScopeInput, parts: ScopeParts): NameScope {
  const declarations = readDeclarations(declaring.flat());
  const connector = connectorOf(declarations.settings);
  const usedScopes = [...used.values()].flatMap((file) => (typeof file === "string" ? [] : [file.scope]));
  const fileSources = [...usedScopes.flatMap(({ fileSchemas }) => fileSchemas), schemasOfFile(declarations)];
  const published = target === undefined ? [] : [{ source: "target" as const, ...target }];
  const catalog = buildCatalog([...published, connectorSource(connector), ...fileSources, rfcSource]);
  const aliases = new Map([
    ...predeclaredAliases,
    ...usedScopes.flatMap((scope) => [...scope.aliases]),
    ...declarations.schemas.map(({ name, urn }) => [name, urn] as const),
  ]);
  const lets = new Map(usedScopes.flatMap((scope) => [...scope.lets]));
  const letExpressionOf = memo((node: ExpressionNode): Expression => bindExpression(node, lets));
  const verdicts = addOwnLets(declarations, lets, letExpressionOf);
  const scope: NameScope = {
    parts,
    target: new KnownTarget(catalog, connector, target),
    catalog,
    connector,
    aliases,
    lets,
    fileSchemas: fileSources,
    sources: [
      ...usedScopes.flatMap(({ sources }) => sources),
      ...declarations.sources.map(({ objectType, attributes }) => ({
        objectType,
        attributes: attributes.map(({ attribute }) => attribute),
      })),
    ],
    maps: declarations.maps.map((node) => headOf(node, catalog)),
    unreadableUses: new Map([...used].filter((use): use is [string, UnreadableUse] => typeof use[1] === "string")),
    letExpressionOf,
    verdictOnLet: (name) => verdicts().get(name.toLowerCase()),
    boundOf: (statement, context) => bound(statement, context),
  };
  const bound = statementsOf(scope);
  return scope;
}

/** The schemas that bodies declare, as one source of the catalog. A name without a body states nothing about its attributes. */
function schemasOfFile({ schemas }: Declarations): SchemaSource {
  const stated = schemas.flatMap(({ urn, name, attributes }) =>
    urn === undefined || attributes.length === 0 ? [] : [{ id: urn, name, attributes }],
  );
  return { source: "file", schemas: stated, resourceTypes: [] };
}

function headOf(node: MapNode, catalog: SchemaCatalog): MapHead {
  const { source, target } = namesOfMap(node);
  return { source, resourceType: node.targetQuoted ? undefined : resourceTypeNamed(target, catalog), disabled: node.disabled };
}

/** Kept with what was parsed, which no edit elsewhere changes, as long as its block is about the same. */
function statementsOf(scope: NameScope): NameScope["boundOf"] {
  const known = new WeakMap<Unbound["parsed"], { readonly context: BlockContext; readonly bound: BoundStatement }>();
  return (statement, context) => {
    const before = known.get(statement.parsed);
    if (before !== undefined && sameContext(before.context, context)) return before.bound;
    const bound = bindStatement(statement, context, scope);
    known.set(statement.parsed, { context, bound });
    return bound;
  };
}

/** Whether two blocks are about the same. */
export function sameContext(one: BlockContext, other: BlockContext): boolean {
  return one === other || (one.head === other.head && one.sourceType === other.sourceType && one.resourceType === other.resourceType);
}

/** The first let of a name counts. One may refer to any other; one that comes back to itself or grows too large has no expression. */
function addOwnLets(
  { lets: own }: Declarations,
  lets: Map<string, LetDefinition>,
  expressionOf: (node: ExpressionNode) => Expression,
): () => ReadonlyMap<string, LetVerdict> {
  const written = new Map<string, () => Expression | undefined>();
  const verdicts = lazy(() => letVerdicts(new Set(written.keys()), (name) => written.get(name)?.()));
  for (const { name, node } of own) {
    const key = name.toLowerCase();
    if (written.has(key)) continue;
    const bound = lazy(() => (node.expression === undefined ? undefined : expressionOf(node.expression)));
    written.set(key, bound);
    lets.set(key, { name, expression: lazy(() => (typeof verdicts().get(key) === "object" ? bound() : undefined)) });
  }
  return verdicts;
}
