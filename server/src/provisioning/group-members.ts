import { inEnglish } from "#base/render-sentence";
import type { ScimReader } from "#scim/reader";
import type { Resource } from "#scim/resource";
import { isInScope } from "./subject.ts";
import type { Subject } from "./subject.ts";

/**
 * The matched resource with what the listing left out: members are read by id, although Entra's own query leaves them out
 * (semantics page, "Preview"). A text says why that failed: not known is not empty.
 */
export async function readGroup(subject: Subject, listed: Resource, id: string, reader: ScimReader): Promise<Resource | string> {
  const mapsMembers = subject.map.attributes.some((attribute) => attribute.reference?.multiValued === true);
  if (!mapsMembers || !isInScope(subject) || subject.conflict !== undefined) return listed;
  const answer = await reader.get(subject.map.resourceType.endpoint, id);
  if (!answer.ok) return `The members of ${JSON.stringify(subject.object.name)} could not be read: ${inEnglish(answer.error.message)}`;
  return answer.value ?? `${JSON.stringify(subject.object.name)} was in the target's list, but reading it by its id finds nothing.`;
}
