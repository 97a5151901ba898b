import { lazy } from "#base/lazy";
import { asSentence, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { memberOf, textOf } from "#scim/json-members";
import type { ScimReader } from "#scim/reader";
import type { JsonValue, Resource } from "#scim/resource";
import { isRefused } from "#scim/scim-error";
import type { ScimError } from "#scim/scim-error";
import { comparisonKey } from "./compare-values.ts";
import type { MatchingAttribute, PreparedMap } from "./prepared-map.ts";
import { readTarget } from "./target-values.ts";

/** Every resource of one type that was listed, found by matching value in memory. */
export interface TargetAccounts {
  readonly resources: readonly Resource[];
  /** Whether the list is proved whole; where it is not, "not found" proves nothing. */
  readonly whole: boolean;
  /** Why the list proves nothing; undefined where it is whole. */
  readonly doubt: Sentence | undefined;
  /** Why nothing can be asked either; undefined when something was read, or when only the list was refused. */
  readonly failure: Sentence | undefined;
  /** How the target answered. */
  readonly findings: readonly Sentence[];
  /** Resources whose matching attribute equals the value as the target compares it. */
  find(attribute: MatchingAttribute, value: JsonValue): readonly Resource[];
  /** Whether any of them shows a value of the attribute. */
  shows(attribute: MatchingAttribute): boolean;
  /** The one that was listed with this id. */
  withId(id: string | undefined): Resource | undefined;
}

/** Pages through a resource type once; members are left out, as Entra does for groups (provisioning page §4). */
export async function readAccounts(reader: ScimReader, map: PreparedMap, onRead: (read: number) => void): Promise<TargetAccounts> {
  const { endpoint, name } = map.resourceType;
  const members = map.attributes.some((attribute) => attribute.label.toLowerCase() === "members");
  const answer = await reader.list(endpoint, { prove: true, onProgress: onRead, ...(members ? { excludedAttributes: ["members"] } : {}) });
  if (!answer.ok) return unlisted(answer.error, map);
  const { resources, proof, findings } = answer.value;
  return {
    ...indexed(resources, map),
    whole: proof.whole,
    doubt: proof.whole ? undefined : say`${own(name)} resources: ${proof.message}`,
    failure: undefined,
    findings: findings.map(({ message }) => asSentence(message)),
  };
}

/** A service that refuses to list can still be asked for one account at a time; one that does not answer cannot. */
function unlisted(error: ScimError, map: PreparedMap): TargetAccounts {
  const type = own(map.resourceType.name);
  const why = say`The ${type} resources of the target could not be read: ${error.message}`;
  return { ...indexed([], map), whole: false, doubt: why, failure: isRefused(error) ? undefined : why, findings: [] };
}

function indexed(resources: readonly Resource[], map: PreparedMap): Pick<TargetAccounts, "resources" | "find" | "shows" | "withId"> {
  const byId = lazy(() => new Map(resources.map((resource) => [idOf(resource), resource])));
  const indexes = new Map<MatchingAttribute, ReadonlyMap<string, readonly Resource[]>>();
  const indexOf = (attribute: MatchingAttribute): ReadonlyMap<string, readonly Resource[]> => {
    const index = indexes.get(attribute) ?? indexBy(resources, attribute, map);
    indexes.set(attribute, index);
    return index;
  };
  return {
    resources,
    find: (attribute, value) => indexOf(attribute).get(comparisonKey(value, attribute.target.definition)) ?? [],
    shows: (attribute) => indexOf(attribute).size > 0,
    withId: (id) => (id === undefined ? undefined : byId().get(id)),
  };
}

function indexBy(resources: readonly Resource[], attribute: MatchingAttribute, map: PreparedMap): ReadonlyMap<string, readonly Resource[]> {
  const index = new Map<string, Resource[]>();
  for (const resource of resources) {
    const keys = readTarget(resource, attribute.target, map.catalog).map((value) => comparisonKey(value, attribute.target.definition));
    for (const key of new Set(keys)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [resource]);
      else known.push(resource);
    }
  }
  return index;
}

/** What requests name a resource by; undefined where it has none, which an empty text is. */
export function idOf(resource: Resource): string | undefined {
  const id = textOf(memberOf(resource, "id"));
  return id === "" ? undefined : id;
}

/** Each resource once, however often it came; one without an id counts, because it exists. */
export function distinctById(resources: readonly Resource[]): readonly Resource[] {
  const seen = new Set<string>();
  return resources.filter((resource) => {
    const id = idOf(resource);
    const isNew = id === undefined || !seen.has(id);
    if (id !== undefined) seen.add(id);
    return isNew;
  });
}
