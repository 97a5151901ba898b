import { phrase } from "#base/sentence";
import type { SourceAttribute } from "./source-attribute.ts";
import { date, flag, reference, text, texts } from "./source-attribute.ts";

const unconfirmed = phrase("No document of Entra's lists it as a source attribute: check that the portal offers it.");
const synchronised = phrase("Filled only for people synchronised from Active Directory.");
const rarelyUseful = phrase("Rarely useful to an application.");

const identity: readonly SourceAttribute[] = [
  text("objectId", phrase("The person's unique identifier in Entra ID. It never changes, which makes it a good source for externalId.")),
  text("userPrincipalName", phrase("The name the person signs in with, for example adele@contoso.com. Everybody has one."), {
    notes: [phrase("For guests it comes without #EXT# and the tenant's domain; originalUserPrincipalName has the full form.")],
  }),
  text("originalUserPrincipalName", phrase("The user principal name in full, for guests with #EXT# and the tenant's domain.")),
  flag(
    "IsSoftDeleted",
    phrase("True when the person is unassigned, out of scope, deleted or blocked from signing in. Entra computes it; map it to active."),
    {
      notes: [
        phrase("It is stored nowhere, so exports of people lack it."),
        phrase("Without a mapping of it, none of the four events does anything at the target."),
      ],
    },
  ),
  flag("accountEnabled", phrase("Whether the person may sign in to Entra ID."), {
    notes: [phrase("Mapped to active in place of IsSoftDeleted, it follows blocking only and not unassignment.")],
  }),
  texts("appRoleAssignments", phrase("The app roles the person has in this application."), {
    notes: [phrase("Map it only through SingleAppRoleAssignment, AppRoleAssignmentsComplex or AssertiveAppRoleAssignmentsComplex.")],
  }),
  text("userType", phrase("Whether the person is a member or a guest of the tenant."), {
    notes: [phrase("Entra documents it as not available as a source for applications, and not in scoping filters either.")],
    availableInMappings: false,
    availableInScoping: false,
  }),
  text("creationType", phrase("How the account came about, for example by invitation."), { notes: [rarelyUseful] }),
  date("createdDateTime", phrase("When the account was created."), { notes: [rarelyUseful] }),
];

const person: readonly SourceAttribute[] = [
  text("displayName", phrase("The name shown for the person.")),
  text("givenName", phrase("First name.")),
  text("surname", phrase("Family name.")),
  text("mail", phrase("The person's main e-mail address."), {
    notes: [phrase("Empty unless the person has a mailbox or somebody filled it in.")],
  }),
  text("mailNickname", phrase("The mail alias, the part of an address before the @."), {
    notes: [phrase("Entra's default source of externalId, though it is neither unique nor always there: objectId is better.")],
  }),
  texts("otherMails", phrase("Further e-mail addresses.")),
  texts("proxyAddresses", phrase("All mail addresses with their kind in front, such as SMTP:adele@contoso.com for the main one.")),
  text("sipProxyAddress", phrase("Address for calls and chat.")),
  text("preferredLanguage", phrase("Language the person prefers, for example en-US.")),
  text("usageLocation", phrase("Two-letter code of the country where the person's licences are used.")),
  flag("showInAddressList", phrase("Whether the person appears in the address list."), {
    notes: [phrase("Documented for synchronisation between tenants.")],
  }),
  text("ageGroup", phrase("Age group, for people under age in schools and the like."), { notes: [rarelyUseful] }),
  text("consentProvidedForMinor", phrase("Whether consent was obtained for a minor."), { notes: [rarelyUseful] }),
  text("legalAgeGroupClassification", phrase("Age group that follows from ageGroup and consentProvidedForMinor."), {
    notes: [rarelyUseful],
  }),
];

const work: readonly SourceAttribute[] = [
  text("jobTitle", phrase("Job title.")),
  text("department", phrase("Department the person works in.")),
  text("companyName", phrase("Company the person belongs to.")),
  text("employeeId", phrase("Employee number given by the organisation.")),
  text("employeeType", phrase("Kind of employment, such as Employee, Contractor or Intern.")),
  text("employeeOrgData.costCenter", phrase("Cost centre the person is charged to."), { notes: [unconfirmed] }),
  text("employeeOrgData.division", phrase("Division the person works in."), { notes: [unconfirmed] }),
  date("employeeHireDate", phrase("The day the person starts, or started, work.")),
  date("employeeLeaveDateTime", phrase("When the person leaves, or left, the organisation."), { notes: [unconfirmed] }),
  reference("manager", phrase("The person's manager, another user."), {
    notes: [
      phrase("It is written in a second request, and only if the manager is provisioned too."),
      phrase("Switch is not to be used on it, and removing it in Entra ID does not clear it at the target."),
    ],
  }),
];

const whereabouts: readonly SourceAttribute[] = [
  text("streetAddress", phrase("Street and house number.")),
  text("city", phrase("City or town.")),
  text("state", phrase("State, province or county.")),
  text("postalCode", phrase("Postal code.")),
  text("country", phrase("Country, as it was typed in: a name or a code.")),
  text("physicalDeliveryOfficeName", phrase("Office location. Microsoft Graph calls it officeLocation.")),
  text("telephoneNumber", phrase("Work telephone number. Microsoft Graph calls it businessPhones.")),
  text("mobile", phrase("Mobile telephone number. Microsoft Graph calls it mobilePhone.")),
  text("facsimileTelephoneNumber", phrase("Fax number. Microsoft Graph calls it faxNumber.")),
];

const synchronisation: readonly SourceAttribute[] = [
  flag("dirSyncEnabled", phrase("Whether the person is synchronised from Active Directory."), {
    notes: [phrase("It has no value for people who were created in Entra ID and never synchronised.")],
  }),
  text("immutableId", phrase("Identifier that ties the person to the account in Active Directory."), { notes: [synchronised] }),
  text("onPremisesSecurityIdentifier", phrase("Security identifier (SID) of the account in Active Directory."), { notes: [synchronised] }),
  text("onPremisesDistinguishedName", phrase("Distinguished name of the account in Active Directory."), {
    notes: [synchronised, unconfirmed],
  }),
  text("onPremisesUserPrincipalName", phrase("User principal name of the account in Active Directory."), {
    notes: [synchronised, unconfirmed],
  }),
  text("onPremisesSamAccountName", phrase("Account name in Active Directory (sAMAccountName)."), {
    notes: [
      synchronised,
      phrase("Entra documents it as not available as a source: synchronise it into a directory extension and map that."),
    ],
    availableInMappings: false,
    availableInScoping: false,
  }),
];

const extensions: readonly SourceAttribute[] = Array.from({ length: 15 }, (_, index) =>
  text(`extensionAttribute${index + 1}`, phrase("One of fifteen attributes free for the organisation's own use."), {
    notes: [phrase("For people synchronised from Active Directory it is filled there.")],
  }),
);

const internals: readonly SourceAttribute[] = [
  text("passwordProfile.password", phrase("Initial password. Entra ID never provisions passwords."), {
    notes: [phrase("Entra's sample schema lists it, but no value flows.")],
    availableInMappings: false,
  }),
  text("passwordPolicies", phrase("Password rules that apply to the person, such as a password that never expires."), {
    notes: [rarelyUseful],
  }),
  texts("assignedPlans", phrase("Service plans assigned to the person."), { notes: [rarelyUseful] }),
  texts("provisionedPlans", phrase("Service plans set up for the person."), { notes: [rarelyUseful] }),
  date("refreshTokensValidFromDateTime", phrase("Sign-ins from before this moment are no longer valid."), { notes: [rarelyUseful] }),
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
