import { filterable as filterableByConnector } from "./connectors/index.ts";
import type { MappingModel } from "./mapping-model.ts";
import type { ResourceType, Schema } from "#scim/schema";
import type { SchemaSource } from "#scim/schema-catalog";
import type { DocumentTree } from "#syntax/parse";

/** What a connection test learnt about one target. */
export interface TargetKnowledge {
  readonly schemas: readonly Schema[];
  readonly resourceTypes: readonly ResourceType[];
  readonly filterable: readonly { readonly resourceType: string; readonly path: string; readonly filterable: boolean }[];
}

/** What is known of targets, by tenant URL. A closing slash makes no difference. */
export type KnownTargets = ReadonlyMap<string, TargetKnowledge>;

export function targetKey(tenantUrl: string): string {
  return tenantUrl.replace(/\/+$/, "").toLowerCase();
}

/** What is known of the target that a document names: its provision's, or else that of the first environment anything is known of. */
export function knowledgeFor(tree: DocumentTree, known: KnownTargets): TargetKnowledge | undefined {
  if (known.size === 0) return undefined;
  for (const url of tenantUrls(tree)) {
    const found = known.get(targetKey(url));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same object for the same knowledge, so that a document's names are looked up anew only after another connection test. */
export function asSource(knowledge: TargetKnowledge): SchemaSource {
  let source = sources.get(knowledge);
  if (source === undefined) {
    source = { source: "target", schemas: knowledge.schemas, resourceTypes: knowledge.resourceTypes };
    sources.set(knowledge, source);
  }
  return source;
}

const sources = new WeakMap<TargetKnowledge, SchemaSource>();

/** Who says whether the target can look resources up by an attribute, and what. */
export interface Filterability {
  readonly filterable: boolean;
  readonly statedBy: "target" | "connector";
}

/** Undefined where nobody says. A connection test wins over the application's documentation. */
export function filterability(
  model: MappingModel,
  knowledge: TargetKnowledge | undefined,
  resourceType: string,
  canonicalPath: string,
): Filterability | undefined {
  const wanted = canonicalPath.toLowerCase();
  const tried = knowledge?.filterable.find((fact) => fact.resourceType === resourceType && fact.path.toLowerCase() === wanted);
  if (tried !== undefined) return { filterable: tried.filterable, statedBy: "target" };
  const documented = filterableByConnector(model.connector, resourceType, canonicalPath);
  return documented === undefined ? undefined : { filterable: documented, statedBy: "connector" };
}

/** Tenant URLs of a document, the provision's before its environments'. */
function tenantUrls(tree: DocumentTree): readonly string[] {
  const found = tree.statements.flatMap(({ block, parsed: { node } }) => {
    if (node.kind !== "Setting" || node.name?.text !== "tenantUrl" || node.value?.kind !== "Text") return [];
    return [{ first: block === "provision", url: node.value.value }];
  });
  return [...found.filter(({ first }) => first), ...found.filter(({ first }) => !first)].map(({ url }) => url);
}
