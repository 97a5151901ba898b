import type { SourceAttribute } from "./source-attribute.ts";
import { flag, reference, text, texts } from "./source-attribute.ts";

/** Source attributes of a group. */
export const groupAttributes: readonly SourceAttribute[] = [
  text("objectId", "The group's unique identifier in Entra ID. It never changes, which makes it a good source for externalId."),
  text("displayName", "Name of the group, the usual matching attribute.", {
    notes: ["It should be unique, and special characters in it make matching fail."],
  }),
  reference("members", "The group's direct members: users and other groups.", {
    multiValued: true,
    notes: ["Members of nested groups are not read.", "A member that is not provisioned itself is left out."],
  }),
  text("description", "What the group is for."),
  text("mail", "The group's e-mail address.", { notes: ["Empty for groups without a mailbox."] }),
  text("mailNickname", "The group's mail alias, the part of its address before the @."),
  flag("mailEnabled", "Whether the group receives mail."),
  flag("securityEnabled", "Whether the group can be given access. Entra provisions an assigned group's members only if it is."),
  texts("proxyAddresses", "All mail addresses of the group with their kind in front."),
  text("onPremisesSecurityIdentifier", "Security identifier (SID) of the group in Active Directory, if it is synchronised from there."),
  flag("dirSyncEnabled", "Whether the group is synchronised from Active Directory."),
];
