import { resourceTypeOf } from "#model/connectors/connector";
import type { Connector } from "#model/connectors/connector";
import { memberOf } from "#scim/json-members";
import { isAssigned } from "#scim/read-values";
import type { Resource } from "#scim/resource";
import type { PreparedMap } from "./prepared-map.ts";
import { readTarget } from "./target-values.ts";

/** Attributes that the target must be given on create and would not get: by its schema (RFC 7643 §7) or its own attribute table. */
export function missingRequired(map: PreparedMap, created: Resource, connector: Connector): readonly string[] {
  return [...new Set([...requiredBySchema(map), ...requiredByTable(map, connector)])].filter((name) => !hasValue(map, created, name));
}

function requiredBySchema({ catalog, resourceType }: PreparedMap): readonly string[] {
  const attributes = catalog.schema(resourceType.schema)?.attributes ?? [];
  return attributes
    .filter(
      ({ required, mutability, name }) =>
        required === true && mutability !== "readOnly" && !["schemas", "id", "meta"].includes(name.toLowerCase()),
    )
    .map(({ name }) => name);
}

function requiredByTable({ resourceType }: PreparedMap, connector: Connector): readonly string[] {
  return (resourceTypeOf(connector, resourceType.name)?.attributes ?? []).filter((row) => row.required === true).map((row) => row.path);
}

/** References come in a second step, so a POST never carries them. */
function hasValue(map: PreparedMap, created: Resource, name: string): boolean {
  const mapped = map.attributes.filter((attribute) => attribute.label.toLowerCase() === name.toLowerCase());
  if (
    mapped.some(
      ({ reference, target }) => reference !== undefined || (target !== undefined && readTarget(created, target, map.catalog).length > 0),
    )
  )
    return true;
  return isAssigned(memberOf(created, name)) && memberOf(created, name) !== "";
}
