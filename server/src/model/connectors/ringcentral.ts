import { phrase } from "#base/sentence";
import type { Connector, ConnectorAttribute, ConnectorResourceType } from "./connector.ts";
import { deriveSchemas } from "./derive-schemas.ts";

const userAttributes: readonly ConnectorAttribute[] = [
  { path: "userName", type: "string", filterable: null, required: null },
  { path: "externalId", type: "string", filterable: null, required: null },
  { path: "active", type: "boolean", filterable: null, required: null },
  { path: "title", type: "string", filterable: null, required: null },
  {
    path: 'emails[type eq "work"].value',
    type: "string",
    filterable: null,
    required: null,
    note: phrase("Mapped from mail by default since 28 October 2021."),
  },
  { path: 'addresses[type eq "work"].country', type: "string", filterable: null, required: null },
  { path: 'addresses[type eq "work"].region', type: "string", filterable: null, required: null },
  { path: 'addresses[type eq "work"].locality', type: "string", filterable: null, required: null },
  { path: 'addresses[type eq "work"].postalCode', type: "string", filterable: null, required: null },
  { path: 'addresses[type eq "work"].streetAddress', type: "string", filterable: null, required: null },
  { path: "name.givenName", type: "string", filterable: null, required: null },
  { path: "name.familyName", type: "string", filterable: null, required: null },
  { path: 'phoneNumbers[type eq "mobile"].value', type: "string", filterable: null, required: null },
  { path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", type: "string", filterable: null, required: null },
];

const resourceTypes: Readonly<Record<string, ConnectorResourceType>> = {
  User: { actions: ["create", "update", "delete"], matching: null, attributes: userAttributes },
};

/** RingCentral provisions people only. */
export const ringcentral: Connector = {
  id: "ringcentral",
  displayName: "RingCentral",
  documentation: "https://learn.microsoft.com/entra/identity/saas-apps/ringcentral-provisioning-tutorial",
  tenantUrl: { pattern: "https://platform.ringcentral.com/scim/v2", placeholders: {} },
  credential: {
    kind: "oauth-code-grant",
    description: phrase(
      "The portal's Authorize button: sign in there with a RingCentral administrator's account. Until 15 March 2021 it was a SCIM token that RingCentral support sent by e-mail.",
    ),
  },
  defaultAccess: "skip",
  softDelete: true,
  rateLimit: { readPerMinute: 300, writePerMinute: 1000 },
  resourceTypes,
  schemas: deriveSchemas("RingCentral", resourceTypes),
  notes: [
    phrase("Only people are provisioned, no groups."),
    phrase("In RingCentral's administration the directory integration must be set to SCIM first."),
    phrase("RingCentral accepts 300 reads and 1000 writes a minute."),
    phrase("Licences are assigned in RingCentral in a separate step."),
    phrase("displayName and manager were taken out of the attribute list on 10 September 2020."),
    phrase("The current tutorial shows no tenant URL, because the portal's Authorize button sets it; this one is from 2019."),
    phrase("The tutorial names no matching attribute and does not say which attributes can be filtered."),
    phrase("The 2019 tutorial says that people whose only role is Default Access are not provisioned."),
  ],
};
