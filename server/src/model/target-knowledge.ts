import { perChunk } from "#base/chunked-list";
import type { ResourceType, Schema } from "#scim/schema";
import type { DocumentTree } from "#syntax/parse";
import type { Entry } from "#syntax/statement-list";

/** What connection tests learnt about one target; an empty list says that nothing was learnt of the kind. */
export interface TargetKnowledge {
  readonly schemas: readonly Schema[];
  readonly resourceTypes: readonly ResourceType[];
  /** Only what was tried. */
  readonly filterable: readonly FilterableFact[];
}

/** Whether the target could look resources of one type up by one attribute. */
export interface FilterableFact {
  /** Name of the resource type, for example `User`. */
  readonly resourceType: string;
  /** Canonical path: full URN for extensions, core URN left out. */
  readonly path: string;
  readonly filterable: boolean;
}

/** What is known of targets, by tenant URL. A closing slash makes no difference. */
export type KnownTargets = ReadonlyMap<string, TargetKnowledge>;

/** What is known after another test: what it read or tried replaces what was known of the same thing, and nothing else. */
export function mergeKnowledge(before: TargetKnowledge | undefined, learnt: TargetKnowledge): TargetKnowledge {
  if (before === undefined) return learnt;
  const keyOf = ({ resourceType, path }: FilterableFact): string => `${resourceType} ${path}`.toLowerCase();
  const tried = new Set(learnt.filterable.map(keyOf));
  return {
    schemas: learnt.schemas.length > 0 ? learnt.schemas : before.schemas,
    resourceTypes: learnt.resourceTypes.length > 0 ? learnt.resourceTypes : before.resourceTypes,
    filterable: [...before.filterable.filter((fact) => !tried.has(keyOf(fact))), ...learnt.filterable],
  };
}

/** How targets are told from each other: by tenant URL without regard to case and to slashes at its end. */
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

/** Tenant URLs of a document, the provision's before its environments'. */
function tenantUrls({ statements }: DocumentTree): readonly string[] {
  const found = urlsIn(statements.placed).flat();
  return [...found.filter(({ first }) => first), ...found.filter(({ first }) => !first)].map(({ url }) => url);
}

const urlsIn = perChunk((entries: readonly Entry[]) =>
  entries.flatMap(({ statement: { block, parsed } }) => {
    const { node } = parsed;
    if (node.kind !== "Setting" || node.name?.text !== "tenantUrl" || node.value?.kind !== "Text") return [];
    return [{ first: block === "provision", url: node.value.value }];
  }),
);
