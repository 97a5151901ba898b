import type { SourceAttribute } from "./source-attribute.ts";
import { date, flag, reference, text, texts } from "./source-attribute.ts";

const unconfirmed = "No document of Entra's lists it as a source attribute: check that the portal offers it.";
const synchronised = "Filled only for people synchronised from Active Directory.";
const rarelyUseful = "Rarely useful to an application.";

const identity: readonly SourceAttribute[] = [
  text("objectId", "The person's unique identifier in Entra ID. It never changes, which makes it a good source for externalId."),
  text("userPrincipalName", "The name the person signs in with, for example adele@contoso.com. Everybody has one.", {
    notes: ["For guests it comes without #EXT# and the tenant's domain; originalUserPrincipalName has the full form."],
  }),
  text("originalUserPrincipalName", "The user principal name in full, for guests with #EXT# and the tenant's domain."),
  flag(
    "IsSoftDeleted",
    "True when the person is unassigned, out of scope, deleted or blocked from signing in. Entra computes it; map it to active.",
    {
      notes: [
        "It is stored nowhere, so exports of people lack it.",
        "Without a mapping of it, none of the four events does anything at the target.",
      ],
    },
  ),
  flag("accountEnabled", "Whether the person may sign in to Entra ID.", {
    notes: ["Mapped to active in place of IsSoftDeleted, it follows blocking only and not unassignment."],
  }),
  texts("appRoleAssignments", "The app roles the person has in this application.", {
    notes: ["Map it only through SingleAppRoleAssignment, AppRoleAssignmentsComplex or AssertiveAppRoleAssignmentsComplex."],
  }),
  text("userType", "Whether the person is a member or a guest of the tenant.", {
    notes: ["Entra documents it as not available as a source for applications, and not in scoping filters either."],
    availableInMappings: false,
    availableInScoping: false,
  }),
  text("creationType", "How the account came about, for example by invitation.", { notes: [rarelyUseful] }),
  date("createdDateTime", "When the account was created.", { notes: [rarelyUseful] }),
];

const person: readonly SourceAttribute[] = [
  text("displayName", "The name shown for the person."),
  text("givenName", "First name."),
  text("surname", "Family name."),
  text("mail", "The person's main e-mail address.", { notes: ["Empty unless the person has a mailbox or somebody filled it in."] }),
  text("mailNickname", "The mail alias, the part of an address before the @.", {
    notes: ["Entra's default source of externalId, though it is neither unique nor always there: objectId is better."],
  }),
  texts("otherMails", "Further e-mail addresses."),
  texts("proxyAddresses", "All mail addresses with their kind in front, such as SMTP:adele@contoso.com for the main one."),
  text("sipProxyAddress", "Address for calls and chat."),
  text("preferredLanguage", "Language the person prefers, for example en-US."),
  text("usageLocation", "Two-letter code of the country where the person's licences are used."),
  flag("showInAddressList", "Whether the person appears in the address list.", {
    notes: ["Documented for synchronisation between tenants."],
  }),
  text("ageGroup", "Age group, for people under age in schools and the like.", { notes: [rarelyUseful] }),
  text("consentProvidedForMinor", "Whether consent was obtained for a minor.", { notes: [rarelyUseful] }),
  text("legalAgeGroupClassification", "Age group that follows from ageGroup and consentProvidedForMinor.", { notes: [rarelyUseful] }),
];

const work: readonly SourceAttribute[] = [
  text("jobTitle", "Job title."),
  text("department", "Department the person works in."),
  text("companyName", "Company the person belongs to."),
  text("employeeId", "Employee number given by the organisation."),
  text("employeeType", "Kind of employment, such as Employee, Contractor or Intern."),
  text("employeeOrgData.costCenter", "Cost centre the person is charged to.", { notes: [unconfirmed] }),
  text("employeeOrgData.division", "Division the person works in.", { notes: [unconfirmed] }),
  date("employeeHireDate", "The day the person starts, or started, work."),
  date("employeeLeaveDateTime", "When the person leaves, or left, the organisation.", { notes: [unconfirmed] }),
  reference("manager", "The person's manager, another user.", {
    notes: [
      "It is written in a second request, and only if the manager is provisioned too.",
      "Switch is not to be used on it, and removing it in Entra ID does not clear it at the target.",
    ],
  }),
];

const whereabouts: readonly SourceAttribute[] = [
  text("streetAddress", "Street and house number."),
  text("city", "City or town."),
  text("state", "State, province or county."),
  text("postalCode", "Postal code."),
  text("country", "Country, as it was typed in: a name or a code."),
  text("physicalDeliveryOfficeName", "Office location. Microsoft Graph calls it officeLocation."),
  text("telephoneNumber", "Work telephone number. Microsoft Graph calls it businessPhones."),
  text("mobile", "Mobile telephone number. Microsoft Graph calls it mobilePhone."),
  text("facsimileTelephoneNumber", "Fax number. Microsoft Graph calls it faxNumber."),
];

const synchronisation: readonly SourceAttribute[] = [
  flag("dirSyncEnabled", "Whether the person is synchronised from Active Directory.", {
    notes: ["It has no value for people who were created in Entra ID and never synchronised."],
  }),
  text("immutableId", "Identifier that ties the person to the account in Active Directory.", { notes: [synchronised] }),
  text("onPremisesSecurityIdentifier", "Security identifier (SID) of the account in Active Directory.", { notes: [synchronised] }),
  text("onPremisesDistinguishedName", "Distinguished name of the account in Active Directory.", { notes: [synchronised, unconfirmed] }),
  text("onPremisesUserPrincipalName", "User principal name of the account in Active Directory.", { notes: [synchronised, unconfirmed] }),
  text("onPremisesSamAccountName", "Account name in Active Directory (sAMAccountName).", {
    notes: [synchronised, "Entra documents it as not available as a source: synchronise it into a directory extension and map that."],
    availableInMappings: false,
    availableInScoping: false,
  }),
];

const extensions: readonly SourceAttribute[] = Array.from({ length: 15 }, (_, index) =>
  text(`extensionAttribute${index + 1}`, "One of fifteen attributes free for the organisation's own use.", {
    notes: ["For people synchronised from Active Directory it is filled there."],
  }),
);

const internals: readonly SourceAttribute[] = [
  text("passwordProfile.password", "Initial password. Entra ID never provisions passwords.", {
    notes: ["Entra's sample schema lists it, but no value flows."],
    availableInMappings: false,
  }),
  text("passwordPolicies", "Password rules that apply to the person, such as a password that never expires.", { notes: [rarelyUseful] }),
  texts("assignedPlans", "Service plans assigned to the person.", { notes: [rarelyUseful] }),
  texts("provisionedPlans", "Service plans set up for the person.", { notes: [rarelyUseful] }),
  date("refreshTokensValidFromDateTime", "Sign-ins from before this moment are no longer valid.", { notes: [rarelyUseful] }),
];

/** Source attributes of a user; `extension_…` attributes come on top, per tenant. */
export const userAttributes: readonly SourceAttribute[] = [
  ...identity,
  ...person,
  ...work,
  ...whereabouts,
  ...synchronisation,
  ...extensions,
  ...internals,
];
