import { phrase } from "#base/sentence";
import type { Connector } from "./connector.ts";

/** Any SCIM 2.0 service: nothing is known of it but the standard, so every attribute and action is allowed. */
export const generic: Connector = {
  id: "generic",
  displayName: "SCIM 2.0 service",
  documentation: undefined,
  tenantUrl: undefined,
  credential: { kind: "secret-token", description: phrase("A bearer token that the service's administration issues for SCIM.") },
  defaultAccess: null,
  softDelete: true,
  rateLimit: undefined,
  resourceTypes: undefined,
  schemas: [],
  notes: [],
};
