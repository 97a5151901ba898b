import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { asJson, personal, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { ScimReader } from "#scim/reader";
import type { Resource } from "#scim/resource";
import { isInScope } from "./subject.ts";
import type { Subject } from "./subject.ts";

/**
 * The matched resource with what the listing left out: members are read by id, although Entra's own query leaves them out
 * (semantics page, "Preview"). The error says why that failed: not known is not empty.
 */
export async function readGroup(subject: Subject, listed: Resource, id: string, reader: ScimReader): Promise<Result<Resource, Sentence>> {
  const mapsMembers = subject.map.attributes.some((attribute) => attribute.reference?.multiValued === true);
  if (!mapsMembers || !isInScope(subject) || subject.conflict !== undefined) return success(listed);
  const answer = await reader.get(subject.map.resourceType.endpoint, id);
  const name = asJson(personal(subject.object.name));
  if (!answer.ok) return failure(say`The members of ${name} could not be read: ${answer.error.message}`);
  if (answer.value !== undefined) return success(answer.value);
  return failure(say`${name} was found at the target, but reading it by its id finds nothing.`);
}
