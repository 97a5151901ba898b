import { attributeKey } from "#model/source-record";
import { isList, isObject, memberOf, textOf } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import { nameOf } from "./directory-object.ts";
import type { OpenGroup } from "./directory-snapshot.ts";
import type { ReadRecord } from "./read-record.ts";

/** Graph's `$expand=members` gives so many, and no sign that there are more (reference page on Entra's directory data). */
const expandedAtMost = 20;

const membersKey = attributeKey("members");

/** Why nobody knows who is in a group, or not completely; undefined where its record says it. */
export function openBecause({ values, record }: Pick<ReadRecord, "values" | "record">): OpenGroup["why"] | undefined {
  if (!values.has(membersKey)) return "members-not-fetched";
  const members = record["members"];
  if (textOf(memberOf(record, "members@odata.nextLink")) !== undefined || isExpandedFully(members)) return "members-cut";
  const hidden = textOf(memberOf(record, "visibility"))?.toLowerCase() === "hiddenmembership";
  return hidden && isList(members) && members.length === 0 ? "members-hidden" : undefined;
}

function isExpandedFully(members: JsonValue | undefined): boolean {
  return isList(members) && members.length === expandedAtMost && members.every(isObject);
}

/** A group of which it is not known who is in it. */
export function openGroup(group: ReadRecord, why: OpenGroup["why"]): OpenGroup {
  return { id: group.id, name: nameOf(group.values) ?? group.id, why };
}
