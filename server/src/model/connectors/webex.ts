import { phrase } from "#base/sentence";
import type { Connector, ConnectorAttribute, ConnectorResourceType } from "./connector.ts";
import { deriveSchemas } from "./derive-schemas.ts";

const userAttributes: readonly ConnectorAttribute[] = [
  { path: "userName", type: "string", filterable: true, required: true },
  { path: "name.givenName", type: "string", filterable: false, required: false },
  { path: "name.familyName", type: "string", filterable: false, required: false },
  { path: "active", type: "boolean", filterable: false, required: false },
  { path: "displayName", type: "string", filterable: false, required: false },
  { path: "externalId", type: "string", filterable: false, required: false },
];

const groupAttributes: readonly ConnectorAttribute[] = [
  { path: "displayName", type: "string", filterable: true, required: true, since: "2023-02-07" },
  { path: "members", type: "reference", filterable: false, required: false, since: "2023-02-07" },
  { path: "externalId", type: "string", filterable: false, required: false, since: "2023-02-07" },
];

const resourceTypes: Readonly<Record<string, ConnectorResourceType>> = {
  User: { actions: ["create", "update", "delete"], matching: "userName", attributes: userAttributes },
  Group: { actions: ["create", "update", "delete"], matching: "displayName", attributes: groupAttributes },
};

/** Cisco Webex provisions people and, since 2023, groups. */
export const webex: Connector = {
  id: "webex",
  displayName: "Cisco Webex",
  documentation: "https://learn.microsoft.com/entra/identity/saas-apps/cisco-webex-provisioning-tutorial",
  tenantUrl: {
    pattern: "https://api.ciscospark.com/v1/scim/{orgId}",
    placeholders: {
      orgId: phrase("Organisation id from Cisco Webex Control Hub: choose the organisation's name at the bottom left."),
    },
  },
  credential: {
    kind: "secret-token",
    description: phrase(
      "A bearer token, valid for 365 days. A full Webex administrator signs in through the link in the tutorial; the page it ends on cannot be reached, which is expected, and the token stands in the address bar.",
    ),
  },
  defaultAccess: "skip",
  softDelete: true,
  rateLimit: undefined,
  resourceTypes,
  schemas: deriveSchemas("Cisco Webex", resourceTypes),
  notes: [
    phrase("Groups are provisioned since 7 February 2023; whether they are deleted too is not documented."),
    phrase("People who lose access are disabled."),
    phrase("The connector is a preview, and Webex's side of it an early field trial."),
    phrase("The token comes to light in a URL, so keep it out of browser history and screenshots."),
    phrase("The tutorial says that people whose only role is Default Access are not provisioned."),
  ],
};
