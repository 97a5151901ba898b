import { phrase } from "#base/sentence";
import type { SourceAttribute } from "./source-attribute.ts";
import { flag, reference, text, texts } from "./source-attribute.ts";

/** Source attributes of a group. */
export const groupAttributes: readonly SourceAttribute[] = [
  text("objectId", phrase("The group's unique identifier in Entra ID. It never changes, which makes it a good source for externalId.")),
  text("displayName", phrase("Name of the group, the usual matching attribute."), {
    notes: [phrase("It should be unique, and special characters in it make matching fail.")],
  }),
  reference("members", phrase("The group's direct members: users and other groups."), {
    multiValued: true,
    notes: [phrase("Members of nested groups are not read."), phrase("A member that is not provisioned itself is left out.")],
  }),
  text("description", phrase("What the group is for.")),
  text("mail", phrase("The group's e-mail address."), { notes: [phrase("Empty for groups without a mailbox.")] }),
  text("mailNickname", phrase("The group's mail alias, the part of its address before the @.")),
  flag("mailEnabled", phrase("Whether the group receives mail.")),
  flag("securityEnabled", phrase("Whether the group can be given access. Entra provisions an assigned group's members only if it is.")),
  texts("proxyAddresses", phrase("All mail addresses of the group with their kind in front.")),
  text(
    "onPremisesSecurityIdentifier",
    phrase("Security identifier (SID) of the group in Active Directory, if it is synchronised from there."),
  ),
  flag("dirSyncEnabled", phrase("Whether the group is synchronised from Active Directory.")),
];
