/** The source attribute that a target attribute is usually mapped from, as Entra's own defaults do; by canonical path in lower case. */
export const usualSources: ReadonlyMap<string, string> = new Map([
  ["username", "userPrincipalName"],
  ["externalid", "objectId"],
  ["name.givenname", "givenName"],
  ["name.familyname", "surname"],
  ["name.formatted", "displayName"],
  ["title", "jobTitle"],
  ["nickname", "mailNickname"],
  ['emails[type eq "work"].value', "mail"],
  ['phonenumbers[type eq "work"].value', "telephoneNumber"],
  ['phonenumbers[type eq "mobile"].value', "mobile"],
  ['phonenumbers[type eq "fax"].value', "facsimileTelephoneNumber"],
  ['addresses[type eq "work"].streetaddress', "streetAddress"],
  ['addresses[type eq "work"].locality', "city"],
  ['addresses[type eq "work"].region', "state"],
  ['addresses[type eq "work"].postalcode', "postalCode"],
  ['addresses[type eq "work"].country', "country"],
  ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:employeenumber", "employeeId"],
  ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:organization", "companyName"],
  ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:costcenter", "employeeOrgData.costCenter"],
  ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:user:division", "employeeOrgData.division"],
]);

/** Blocked, deleted and unassigned people are disabled at the target: Entra's own default for `active`. */
export const usualActive = 'Switch([IsSoftDeleted], , "False", "True", "True", "False")';
