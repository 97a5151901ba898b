import type { Connector } from "#model/connectors/connector";
import type { Resource } from "#scim/resource";
import { accountId, groupId } from "./seed-ids.ts";
import { accounts, accountsWithTwins } from "./seed-accounts.ts";
import { shapeOf } from "./seed-shapes.ts";
import { groups } from "./seed-groups.ts";

const meta = { created: "2026-01-15T08:00:00.000Z", lastModified: "2026-09-30T17:30:00.000Z" };
const GROUPTALK_GROUP_URN = "urn:ietf:params:scim:schemas:extension:grouptalk:2.0:Group";

/**
 * What a sandbox holds at first: the application's side of the story that `examples/people.json` tells. Most people there have an account
 * here: in sync, outdated, switched off, or still on although the person left. Some accounts belong to nobody in Entra ID. Ids never change.
 */
export function seedResources(connector: Connector): readonly Resource[] {
  const shape = shapeOf(connector);
  // Only where an address can be looked up do two accounts with one address make a matching fail.
  const people = connector.id === "grouptalk" || connector.id === "generic" ? accountsWithTwins : accounts;
  const users = people.map((account) => ({ id: accountId(account.key), ...shape(account), meta: { resourceType: "User", ...meta } }));
  const provisionsGroups = connector.resourceTypes === undefined || connector.resourceTypes["Group"] !== undefined;
  if (!provisionsGroups) return users;
  const describes = connector.schemas.some(({ id }) => id === GROUPTALK_GROUP_URN);
  return [
    ...users,
    ...groups.map(({ key, displayName, externalId, description, members }) => ({
      id: groupId(key),
      displayName,
      ...(externalId === undefined ? {} : { externalId }),
      members: members.map((member) => ({ value: accountId(member) })),
      ...(describes && description !== undefined ? { [GROUPTALK_GROUP_URN]: { description } } : {}),
      meta: { resourceType: "Group", ...meta },
    })),
  ];
}
