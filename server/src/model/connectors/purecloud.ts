import { phrase } from "#base/sentence";
import type { Connector, ConnectorAttribute, ConnectorResourceType } from "./connector.ts";
import { deriveSchemas } from "./derive-schemas.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const genesys = "urn:ietf:params:scim:schemas:extension:genesys:purecloud:2.0:User";
const printedQuotes = phrase("The tutorial prints typographic quotes around the authority; Entra ID wants straight ones.");

const userAttributes: readonly ConnectorAttribute[] = [
  { path: "userName", type: "string", filterable: true, required: true },
  {
    path: "active",
    type: "boolean",
    filterable: false,
    required: true,
    note: phrase("Translated copies of the tutorial translate this name too."),
  },
  { path: "displayName", type: "string", filterable: false, required: true },
  { path: 'emails[type eq "work"].value', type: "string", filterable: false, required: false },
  { path: "title", type: "string", filterable: false, required: false },
  { path: 'phoneNumbers[type eq "mobile"].value', type: "string", filterable: false, required: false },
  { path: 'phoneNumbers[type eq "work"].value', type: "string", filterable: false, required: false },
  { path: 'phoneNumbers[type eq "work2"].value', type: "string", filterable: false, required: false, since: "2021-05-18" },
  { path: 'phoneNumbers[type eq "work3"].value', type: "string", filterable: false, required: false, since: "2021-05-18" },
  { path: 'phoneNumbers[type eq "work4"].value', type: "string", filterable: false, required: false, since: "2021-05-18" },
  { path: 'phoneNumbers[type eq "home"].value', type: "string", filterable: false, required: false, since: "2021-05-18" },
  { path: 'phoneNumbers[type eq "microsoftteams"].value', type: "string", filterable: false, required: false, since: "2021-05-18" },
  {
    path: "roles",
    type: "string",
    filterable: false,
    required: false,
    multiValued: true,
    since: "2021-05-18",
    note: phrase("Listed as plain text without a filter; taken to hold several roles."),
  },
  { path: `${enterprise}:department`, type: "string", filterable: false, required: false },
  { path: `${enterprise}:manager`, type: "reference", filterable: false, required: false },
  { path: `${enterprise}:employeeNumber`, type: "string", filterable: false, required: false, since: "2020-09-10" },
  {
    path: `${enterprise}:division`,
    type: "string",
    filterable: false,
    required: false,
    note: phrase("In the table of the tutorial, but in no entry of its change log."),
  },
  {
    path: `${genesys}:externalIds[authority eq "microsoftteams"].value`,
    type: "string",
    filterable: false,
    required: false,
    since: "2021-05-18",
    note: printedQuotes,
  },
  {
    path: `${genesys}:externalIds[authority eq "ringcentral"].value`,
    type: "string",
    filterable: false,
    required: false,
    since: "2021-05-18",
    note: printedQuotes,
  },
  {
    path: `${genesys}:externalIds[authority eq "zoomphone"].value`,
    type: "string",
    filterable: false,
    required: false,
    since: "2021-05-18",
    note: phrase(
      "The tutorial prints typographic quotes around the authority; Entra ID wants straight ones. Here it also lacks the closing one.",
    ),
  },
];

const groupAttributes: readonly ConnectorAttribute[] = [
  { path: "displayName", type: "string", filterable: true, required: true },
  { path: "externalId", type: "string", filterable: false, required: false },
  { path: "members", type: "reference", filterable: false, required: false },
];

const resourceTypes: Readonly<Record<string, ConnectorResourceType>> = {
  User: { actions: ["create", "update", "delete"], matching: "userName", attributes: userAttributes },
  Group: { actions: ["update"], matching: "displayName", attributes: groupAttributes },
};

/** PureCloud by Genesys, in the gallery today as "Genesys Cloud for Azure". */
export const purecloud: Connector = {
  id: "purecloud",
  displayName: "PureCloud by Genesys",
  documentation: "https://learn.microsoft.com/entra/identity/saas-apps/purecloud-by-genesys-provisioning-tutorial",
  tenantUrl: {
    pattern: "{apiUrl}/api/v2/scim/v2",
    placeholders: {
      apiUrl: phrase("Address of the API of the region the PureCloud organisation is in, from Genesys' developer centre."),
    },
  },
  credential: {
    kind: "secret-token",
    description: phrase(
      "An OAuth token of the PureCloud organisation, obtained with an OAuth client of the grant type client credentials. Check the lifetime set on that client: the tutorial names none.",
    ),
  },
  defaultAccess: "skip",
  softDelete: true,
  rateLimit: undefined,
  resourceTypes,
  schemas: deriveSchemas("PureCloud by Genesys", resourceTypes),
  notes: [
    phrase("Groups can be updated, but neither created nor deleted."),
    phrase("To provision memberships, create each group in PureCloud first, with exactly the name it has in Entra ID."),
    phrase("The gallery lists the application as Genesys Cloud for Azure today."),
    phrase("The 2020 tutorials say that people whose only role is Default Access are not provisioned."),
  ],
};
