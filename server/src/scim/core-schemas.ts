import { enterpriseUserSchema } from "./core-schemas/enterprise-user.ts";
import { groupSchema } from "./core-schemas/group.ts";
import { userSchema } from "./core-schemas/user.ts";
import type { SchemaSource } from "./schema-catalog.ts";
import type { ResourceType, Schema } from "./schema.ts";
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from "./schema.ts";

/** The schemas of RFC 7643 §8.7.1 as they should have been published: with its errata, and with the common attributes of §3.1. */
export const coreSchemas: readonly Schema[] = [userSchema, groupSchema, enterpriseUserSchema];

/** The resource types of RFC 7643 §8.6; whether a service requires the extension is for the service to say. */
export const coreResourceTypes: readonly ResourceType[] = [
  { name: "User", endpoint: "/Users", schema: USER_URN, schemaExtensions: [{ schema: ENTERPRISE_USER_URN }] },
  { name: "Group", endpoint: "/Groups", schema: GROUP_URN, schemaExtensions: [] },
];

/** What the standard says, the lowest source of a catalog. */
export const rfcSource: SchemaSource = { source: "RFC 7643", schemas: coreSchemas, resourceTypes: coreResourceTypes };
