import { coreResourceTypes } from "#scim/core-schemas";
import type { ResourceType } from "#scim/schema";
import type { SchemaSource } from "#scim/schema-catalog";
import type { Connector } from "./connector.ts";
import { generic } from "./generic.ts";
import { grouptalk } from "./grouptalk.ts";
import { purecloud } from "./purecloud.ts";
import { ringcentral } from "./ringcentral.ts";
import { webex } from "./webex.ts";

export { generic };

/** Every application known by name, `generic` first. */
export const connectors: readonly Connector[] = [generic, purecloud, grouptalk, ringcentral, webex];

/** The connector of the name written after `connector`, letter by letter. */
export function findConnector(id: string): Connector | undefined {
  return connectors.find((connector) => connector.id === id);
}

/** What the application's documentation says, as one source of a schema catalog. */
export function connectorSource(connector: Connector): SchemaSource {
  const provisioned = Object.keys(connector.resourceTypes ?? {});
  const resourceTypes = coreResourceTypes.filter((type) => provisioned.includes(type.name));
  return { source: "connector", schemas: connector.schemas, resourceTypes: resourceTypes.map((type) => withExtensions(type, connector)) };
}

/** Extensions are told from each other by the resource type their URN ends with. */
function withExtensions(type: ResourceType, { schemas }: Connector): ResourceType {
  const extensions = schemas.filter(({ id }) => id !== type.schema && id.endsWith(`:${type.name}`));
  return { ...type, schemaExtensions: extensions.map(({ id }) => ({ schema: id })) };
}
