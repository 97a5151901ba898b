import { inEnglish } from "#base/render-sentence";
import { expect, test } from "vitest";
import { findSourceAttribute, graphNames, isDirectoryExtension, sourceAttributes } from "#model/source-attributes";

// Copied by hand from Entra's documented source attributes of users and groups; extensionAttribute1 to 15 follow below.
const userNames = `
  objectId IsSoftDeleted accountEnabled appRoleAssignments userPrincipalName originalUserPrincipalName displayName givenName surname mail
  mailNickname otherMails proxyAddresses jobTitle department companyName employeeId employeeType employeeHireDate employeeOrgData.costCenter
  employeeOrgData.division employeeLeaveDateTime manager streetAddress city state postalCode country physicalDeliveryOfficeName
  telephoneNumber mobile facsimileTelephoneNumber preferredLanguage usageLocation dirSyncEnabled immutableId onPremisesSecurityIdentifier
  onPremisesDistinguishedName onPremisesUserPrincipalName onPremisesSamAccountName passwordProfile.password showInAddressList userType
  sipProxyAddress creationType passwordPolicies ageGroup consentProvidedForMinor legalAgeGroupClassification assignedPlans provisionedPlans
  refreshTokensValidFromDateTime createdDateTime`
  .trim()
  .split(/\s+/);
const groupNames =
  "objectId displayName members mail mailNickname mailEnabled securityEnabled description proxyAddresses onPremisesSecurityIdentifier dirSyncEnabled".split(
    " ",
  );

const namesWhere = (objectType: "User" | "Group", property: "availableInMappings" | "availableInScoping") =>
  sourceAttributes(objectType)
    .filter((attribute) => !attribute[property])
    .map(({ name }) => name)
    .toSorted();

test("every documented source attribute is listed, and nothing else", () => {
  const numbered = Array.from({ length: 15 }, (_, index) => `extensionAttribute${index + 1}`);
  const names = (objectType: "User" | "Group") => sourceAttributes(objectType).map(({ name }) => name);
  expect(names("User").toSorted()).toEqual([...userNames, ...numbered].toSorted());
  expect(names("Group").toSorted()).toEqual(groupNames.toSorted());
});

test("types and numbers of values are as documented", () => {
  const typed = (type: string) =>
    sourceAttributes("User")
      .filter((attribute) => attribute.type === type)
      .map(({ name }) => name)
      .toSorted();
  expect(typed("Boolean")).toEqual(["IsSoftDeleted", "accountEnabled", "dirSyncEnabled", "showInAddressList"]);
  expect(typed("Reference")).toEqual(["manager"]);
  expect(typed("DateTime")).toEqual(["createdDateTime", "employeeHireDate", "employeeLeaveDateTime", "refreshTokensValidFromDateTime"]);
  expect(
    sourceAttributes("User")
      .flatMap(({ name, multiValued }) => (multiValued ? [name] : []))
      .toSorted(),
  ).toEqual(["appRoleAssignments", "assignedPlans", "otherMails", "provisionedPlans", "proxyAddresses"]);
  expect(findSourceAttribute("Group", "members")).toMatchObject({ type: "Reference", multiValued: true });
});

test("what Entra documents as no source is marked so", () => {
  expect(namesWhere("User", "availableInMappings")).toEqual(["onPremisesSamAccountName", "passwordProfile.password", "userType"]);
  expect(namesWhere("Group", "availableInMappings")).toEqual([]);
});

test("references, dates, several values and what is no source cannot stand in a scoping filter", () => {
  expect(namesWhere("User", "availableInScoping")).toEqual([
    "appRoleAssignments",
    "assignedPlans",
    "createdDateTime",
    "employeeHireDate",
    "employeeLeaveDateTime",
    "manager",
    "onPremisesSamAccountName",
    "otherMails",
    "provisionedPlans",
    "proxyAddresses",
    "refreshTokensValidFromDateTime",
    "userType",
  ]);
  expect(namesWhere("Group", "availableInScoping")).toEqual(["members", "proxyAddresses"]);
});

test("names are found in any case, and only for their object type", () => {
  expect(findSourceAttribute("User", "userprincipalname")?.name).toBe("userPrincipalName");
  expect(findSourceAttribute("User", "ISSOFTDELETED")?.name).toBe("IsSoftDeleted");
  expect(findSourceAttribute("Group", "userPrincipalName")).toBeUndefined();
  expect(findSourceAttribute("User", "members")).toBeUndefined();
});

test("directory extensions are told by their name", () => {
  expect(isDirectoryExtension("extension_9d98ed114c4840d298fad781915f27e4_costCode")).toBe(true);
  expect(isDirectoryExtension("extension_9d98ed114c4840d298fad781915f27e4")).toBe(false);
  expect(isDirectoryExtension("extensionAttribute1")).toBe(false);
});

test("Microsoft Graph's names lead to attributes of the table", () => {
  expect([...graphNames.values()].filter((name) => findSourceAttribute("User", name)?.name !== name)).toEqual([]);
  expect([...graphNames.keys()].filter((name) => findSourceAttribute("User", name) !== undefined)).toEqual([]);
  expect(graphNames.get("id")).toBe("objectId");
  expect(graphNames.get("businessPhones[0]")).toBe("telephoneNumber");
  expect(graphNames.get("onPremisesExtensionAttributes.extensionAttribute15")).toBe("extensionAttribute15");
});

test("every attribute is described in whole sentences", () => {
  const sentences = [...sourceAttributes("User"), ...sourceAttributes("Group")].flatMap(({ description, notes = [] }) => [
    description,
    ...notes,
  ]);
  expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(inEnglish(sentence)))).toEqual([]);
});
