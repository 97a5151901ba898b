import { phrase } from "#base/sentence";
import type { Connector, ConnectorAttribute, ConnectorResourceType } from "./connector.ts";
import { deriveSchemas } from "./derive-schemas.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const extension = "urn:ietf:params:scim:schemas:extension:grouptalk:2.0";

const userAttributes: readonly ConnectorAttribute[] = [
  { path: "userName", type: "string", filterable: true, required: null },
  { path: 'phoneNumbers[type eq "mobile"].value', type: "string", filterable: true, required: null },
  { path: 'emails[type eq "work"].value', type: "string", filterable: true, required: null },
  {
    path: "active",
    type: "boolean",
    filterable: false,
    required: null,
    note: phrase("Translated copies of the tutorial translate this name too."),
  },
  { path: "name.givenName", type: "string", filterable: false, required: null },
  { path: "name.familyName", type: "string", filterable: false, required: null },
  { path: "externalId", type: "string", filterable: false, required: null },
  { path: `${enterprise}:costCenter`, type: "string", filterable: false, required: null },
  { path: `${enterprise}:organization`, type: "string", filterable: false, required: null },
  {
    path: `${extension}:User:label1`,
    type: "string",
    filterable: false,
    required: null,
    note: phrase("The first of GroupTalk's five user labels."),
  },
  {
    path: `${extension}:User:label2`,
    type: "string",
    filterable: false,
    required: null,
    note: phrase("The second of GroupTalk's five user labels."),
  },
  {
    path: `${extension}:User:label3`,
    type: "string",
    filterable: false,
    required: null,
    note: phrase("The third of GroupTalk's five user labels."),
  },
  {
    path: `${extension}:User:label4`,
    type: "string",
    filterable: false,
    required: null,
    note: phrase("The fourth of GroupTalk's five user labels."),
  },
  {
    path: `${extension}:User:label5`,
    type: "string",
    filterable: false,
    required: null,
    note: phrase("The fifth of GroupTalk's five user labels."),
  },
];

const groupAttributes: readonly ConnectorAttribute[] = [
  { path: "displayName", type: "string", filterable: true, required: null },
  { path: "members", type: "reference", filterable: false, required: null },
  { path: "externalId", type: "string", filterable: false, required: null },
  {
    path: `${extension}:Group:description`,
    type: "string",
    filterable: false,
    required: null,
    note: phrase("What the group is for. GroupTalk adds it to groups with an extension of its own."),
  },
];

const resourceTypes: Readonly<Record<string, ConnectorResourceType>> = {
  User: { actions: ["create", "update", "delete"], matching: "userName", attributes: userAttributes },
  Group: { actions: ["create", "update", "delete"], matching: "displayName", attributes: groupAttributes },
};

/** GroupTalk provisions people and groups, with labels of its own. */
export const grouptalk: Connector = {
  id: "grouptalk",
  displayName: "GroupTalk",
  documentation: "https://learn.microsoft.com/entra/identity/saas-apps/grouptalk-provisioning-tutorial",
  tenantUrl: { pattern: "https://api.grouptalk.com/api/scim/", placeholders: {} },
  credential: {
    kind: "secret-token",
    description: phrase(
      "A JSON web token that GroupTalk Admin shows at the organisation's Entra ID (Azure AD) integration. GroupTalk support enables the integration once it knows the tenant's name and id; a new token can be fetched there at any time.",
    ),
  },
  defaultAccess: "skip",
  softDelete: true,
  rateLimit: undefined,
  resourceTypes,
  schemas: deriveSchemas("GroupTalk", resourceTypes),
  notes: [
    phrase("People can be found by userName, by mobile number and by work address; which one matches by default is not documented."),
    phrase("Adding the gallery application leads to GroupTalk's sign-up page. Its error that the user does not exist is expected."),
    phrase("GroupTalk support can enable a report in GroupTalk Admin that logs provisioning from their side."),
    phrase("The attribute table does not say what is required."),
    phrase("The 2020 tutorial says that people whose only role is Default Access are not provisioned."),
  ],
};
