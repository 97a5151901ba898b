import { asSentence, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { memberOf, textOf } from "#scim/json-members";
import type { ScimReader } from "#scim/reader";
import type { JsonValue, Resource } from "#scim/resource";
import { comparisonKey } from "./compare-values.ts";
import type { MatchingAttribute, PreparedMap } from "./prepared-map.ts";
import { readTarget } from "./target-values.ts";

/** Every resource of one type at the target, found by matching value in memory. */
export interface TargetAccounts {
  readonly resources: readonly Resource[];
  /** False when reading failed or the list is not proved whole; then "not found" proves nothing. */
  readonly complete: boolean;
  /** Why the list is not taken for whole; undefined when it is, and when nothing was read. */
  readonly hint: Sentence | undefined;
  /** Why nothing could be read; undefined when something was. */
  readonly failure: Sentence | undefined;
  /** How the target answered. */
  readonly findings: readonly Sentence[];
  /** Resources whose matching attribute equals the value as the target compares it. */
  find(attribute: MatchingAttribute, value: JsonValue): readonly Resource[];
}

/** Pages through a resource type once; members are left out, as Entra does for groups (provisioning page §4). */
export async function readAccounts(reader: ScimReader, map: PreparedMap, onRead: (read: number) => void): Promise<TargetAccounts> {
  const { endpoint, name } = map.resourceType;
  const members = map.attributes.some((attribute) => attribute.label.toLowerCase() === "members");
  const answer = await reader.list(endpoint, { prove: true, onProgress: onRead, ...(members ? { excludedAttributes: ["members"] } : {}) });
  if (!answer.ok) {
    return {
      ...indexed([], map),
      complete: false,
      hint: undefined,
      failure: say`The ${own(name)} resources of the target could not be read: ${answer.error.message}`,
      findings: [],
    };
  }
  const { resources, proof, findings } = answer.value;
  const hint = proof.whole ? undefined : proof.message;
  const messages = findings.map(({ message }) => asSentence(message));
  return { ...indexed(resources, map), complete: proof.whole, hint, failure: undefined, findings: messages };
}

function indexed(resources: readonly Resource[], map: PreparedMap): Pick<TargetAccounts, "resources" | "find"> {
  const indexes = new Map<MatchingAttribute, ReadonlyMap<string, readonly Resource[]>>();
  return {
    resources,
    find(attribute, value) {
      let index = indexes.get(attribute);
      if (index === undefined) {
        index = indexBy(resources, attribute, map);
        indexes.set(attribute, index);
      }
      return index.get(comparisonKey(value, attribute.target.definition)) ?? [];
    },
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
