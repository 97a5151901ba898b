import { lazy } from "#base/lazy";
import { rfcSource } from "#scim/core-schemas";
import type { AttributePathNode } from "#scim/filter/ast";
import { ENTERPRISE_USER_URN } from "#scim/schema";
import type { ResourceType } from "#scim/schema";
import { buildCatalog } from "#scim/schema-catalog";
import type { ExpressionNode } from "#syntax/ast";
import type { DocumentTree } from "#syntax/parse";
import { bindExpression, walkExpression } from "./bind-expression.ts";
import { resolvePath } from "./bind-path.ts";
import { schemasOfFile } from "./bind-schemas.ts";
import type { NameScope, ResolvedPath } from "./binding.ts";
import type { Connector } from "./connectors/connector.ts";
import { connectorSource } from "./connectors/index.ts";
import type { Expression, LetDefinition } from "./expression.ts";
import { KnownTarget } from "./known-target.ts";
import type { MappingModel, SchemaAlias } from "./mapping-model.ts";
import type { TargetKnowledge } from "./target-knowledge.ts";

export interface ScopeInput {
  readonly tree: DocumentTree;
  readonly connector: Connector;
  readonly target: TargetKnowledge | undefined;
  readonly used: readonly MappingModel[];
  /** The document's own and those of used files. */
  readonly aliases: readonly SchemaAlias[];
}

/** The scope of a document; the previous one where nothing that decides it has changed. */
export function nameScope(input: ScopeInput, previous: NameScope | undefined): NameScope {
  const parts = partsOf(input);
  return previous !== undefined && sameParts(previous.parts, parts) ? previous : createScope(input, parts);
}

function partsOf({ tree, connector, target, used }: ScopeInput): readonly unknown[] {
  const statements = tree.statements.filter(
    ({ parsed: { node }, block }) => node.kind === "Let" || node.kind === "Schema" || block === "schema",
  );
  return [connector, target, used.length, ...used, ...statements.map(({ parsed }) => parsed)];
}

function sameParts(before: readonly unknown[], now: readonly unknown[]): boolean {
  return before.length === now.length && before.every((part, index) => part === now[index]);
}

function createScope({ tree, connector, target, used, aliases }: ScopeInput, parts: readonly unknown[]): NameScope {
  const published = target === undefined ? [] : [{ source: "target" as const, ...target }];
  const catalog = buildCatalog([...published, connectorSource(connector), schemasOfFile(aliases), rfcSource]);
  const urns = new Map([["enterprise", ENTERPRISE_USER_URN], ...aliases.map(({ name, urn }) => [name, urn] as const)]);
  const expressions = new WeakMap<ExpressionNode, Expression>();
  const lets = new Map<string, LetDefinition>();
  const expressionOf = (node: ExpressionNode): Expression => remember(expressions, node, () => bindExpression(node, lets));
  for (const { name, expression } of used.flatMap((model) => model.lets))
    lets.set(name.toLowerCase(), { name, expression: () => expression });
  addOwnLets(tree, lets, expressionOf);
  const paths = new Map<ResourceType | undefined, WeakMap<AttributePathNode, ResolvedPath>>();
  return {
    parts,
    target: new KnownTarget(catalog, connector, target),
    expressionOf,
    pathOf(node, resourceType) {
      let known = paths.get(resourceType);
      if (known === undefined) paths.set(resourceType, (known = new WeakMap()));
      return remember(known, node, () => resolvePath(node, resourceType, { catalog, aliases: urns }));
    },
  };
}

/** The first let of a name counts; one inside a block is misplaced and declares nothing. One may refer to any other; one that comes back to itself has no expression. */
function addOwnLets(tree: DocumentTree, lets: Map<string, LetDefinition>, expressionOf: (node: ExpressionNode) => Expression): void {
  const written = new Map<string, () => Expression | undefined>();
  for (const { parsed, block } of tree.statements) {
    const { node } = parsed;
    if (node.kind !== "Let" || node.name === undefined || block !== "document") continue;
    const key = node.name.text.toLowerCase();
    if (written.has(key)) continue;
    const bound = lazy(() => (node.expression === undefined ? undefined : expressionOf(node.expression)));
    written.set(key, bound);
    lets.set(key, { name: node.name.text, expression: lazy(() => (comesBack(key, key, written, new Set()) ? undefined : bound())) });
  }
}

/** Whether following the lets that `from` names leads to `start`. */
function comesBack(start: string, from: string, written: ReadonlyMap<string, () => Expression | undefined>, seen: Set<string>): boolean {
  const expression = written.get(from)?.();
  if (expression === undefined) return false;
  for (const part of walkExpression(expression)) {
    if (part.kind !== "attribute") continue;
    const name = part.name.toLowerCase();
    if (name === start) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    if (comesBack(start, name, written, seen)) return true;
  }
  return false;
}

function remember<K extends WeakKey, V>(known: WeakMap<K, V>, key: K, compute: () => V): V {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = compute()));
  return value;
}
