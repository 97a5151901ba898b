import { coreSchemas } from "#scim/core-schemas";
import type { AttributePath } from "#scim/filter/filter";
import { buildCatalog, subAttributeOf } from "#scim/schema-catalog";
import type { SchemaCatalog } from "#scim/schema-catalog";
import type { ResourceType } from "#scim/schema";
import type { ScimError } from "#scim/scim-error";
import type { ServiceProviderConfig } from "#scim/service-provider-config";
import type { ActiveMap, Check, Finding } from "./check.ts";
import { activeMaps } from "./check.ts";

/** The service says what it supports. */
export const serviceProviderConfig: Check = {
  id: "service-provider-config",
  title: "ServiceProviderConfig",
  reference: "RFC 7643 §5, RFC 7644 §4",
  async run({ reader }, facts) {
    const asked = "GET /ServiceProviderConfig";
    const answer = await reader.serviceProviderConfig();
    if (!answer.ok)
      return { asked, ...undiscovered(answer.error, "Without it, PATCH and filters are taken to be supported, and nothing else.") };
    facts.serviceProviderConfig = answer.value;
    const silent = silentParts(answer.value);
    const answered = describe(answer.value);
    if (silent.length === 0) return { grade: "pass", asked, answered, advice: null };
    return {
      grade: "deviation",
      asked,
      answered,
      advice: `The service says nothing usable about ${silent.join(" and ")}; RFC 7643 §5 requires it.`,
    };
  },
};

/** The attributes the mapping writes exist at the target and can be written. */
export const schemas: Check = {
  id: "schemas",
  title: "Schemas agree with the mapping",
  reference: "RFC 7643 §7, RFC 7644 §4; Entra reads /Schemas when a configuration is saved",
  async run({ reader, model }, facts) {
    const asked = "GET /Schemas";
    const answer = await reader.schemas();
    if (!answer.ok)
      return { asked, ...undiscovered(answer.error, "The mapping is checked against RFC 7643 and the connector's documentation instead.") };
    if (answer.value.length === 0) {
      return {
        grade: "deviation",
        asked,
        answered: "The service lists no schema.",
        advice: "Let the service list its schemas, so that the mapping can be checked against them.",
      };
    }
    facts.schemas = answer.value;
    const catalog = buildCatalog([{ source: "target", schemas: answer.value, resourceTypes: [] }]);
    return { asked, ...judgePaths(activeMaps(model), catalog, answer.value.length) };
  },
};

/** The resource types the mapping provisions exist at the target, where the mapping takes them to be. */
export const resourceTypes: Check = {
  id: "resource-types",
  title: "ResourceTypes agree with the mapping",
  reference: "RFC 7643 §6, RFC 7644 §4",
  async run({ reader, model }, facts) {
    const asked = "GET /ResourceTypes";
    const answer = await reader.resourceTypes();
    if (!answer.ok) return { asked, ...undiscovered(answer.error, "The endpoints '/Users' and '/Groups' are taken for granted.") };
    if (answer.value.length === 0) {
      return {
        grade: "deviation",
        asked,
        answered: "The service lists no resource type.",
        advice: "Let the service list User and Group as RFC 7643 §6 describes.",
      };
    }
    facts.resourceTypes = answer.value;
    return { asked, ...judgeTypes(activeMaps(model), answer.value) };
  },
};

function undiscovered(error: ScimError, consequence: string): Omit<Finding, "asked"> {
  return { grade: "deviation", answered: error.message, advice: `${consequence} Let the service offer it as RFC 7644 §4 requires.` };
}

function silentParts(config: ServiceProviderConfig): readonly string[] {
  return (["patch", "filter"] as const).filter((part) => config[part] === undefined).map((part) => `'${part}'`);
}

function describe(config: ServiceProviderConfig): string {
  const parts = (["patch", "filter", "bulk", "sort", "etag"] as const).map((part) => `${part} ${word(config[part])}`);
  const limit = config.filterMaxResults === undefined ? "" : `; at most ${config.filterMaxResults} results`;
  const schemes =
    config.authenticationSchemes.length === 0 ? "" : `; authentication ${config.authenticationSchemes.slice(0, 5).join(", ")}`;
  return `${parts.join(", ")}${limit}${schemes}.`;
}

function word(supported: boolean | undefined): string {
  if (supported === undefined) return "not stated";
  return supported ? "yes" : "no";
}

/** Common attributes belong to no schema and are missing in most `/Schemas` (RFC 7643 §3.1). */
const common: ReadonlySet<string> = new Set(["id", "externalid", "meta", "schemas"]);

const rfcCatalog = buildCatalog([{ source: "RFC 7643", schemas: coreSchemas, resourceTypes: [] }]);

function judgePaths(maps: readonly ActiveMap[], catalog: SchemaCatalog, schemaCount: number): Omit<Finding, "asked"> {
  const unknown = new Set<string>();
  const unlisted = new Set<string>();
  const readOnly = new Set<string>();
  for (const { path, canonical, schema } of maps.flatMap(targetsOf)) {
    if (path.urn === undefined && common.has(path.attr.toLowerCase())) continue;
    const found = lookUp(catalog, schema, path);
    if (found === "missing") (lookUp(rfcCatalog, schema, path) === "missing" ? unknown : unlisted).add(canonical);
    else if (found === "readOnly") readOnly.add(canonical);
  }
  const advice: string[] = [];
  if (unknown.size > 0) advice.push(`No schema of the service has ${list(unknown)}: correct or remove these targets.`);
  if (readOnly.size > 0) advice.push(`The service assigns ${list(readOnly)} itself: remove these mappings.`);
  if (unlisted.size > 0) advice.push(`The service does not list ${list(unlisted)}, which RFC 7643 defines: check that it keeps the value.`);
  const grade = unknown.size + readOnly.size > 0 ? "fail" : unlisted.size > 0 ? "deviation" : "pass";
  const answered = `${schemaCount} ${schemaCount === 1 ? "schema" : "schemas"}; ${grade === "pass" ? "every mapped attribute is in them" : "not every mapped attribute is in them, or can be written"}.`;
  return { grade, answered, advice: advice.length === 0 ? null : advice.join(" ") };
}

function targetsOf({
  map,
  resourceType,
}: ActiveMap): readonly { readonly path: AttributePath; readonly canonical: string; readonly schema: string }[] {
  return map.attributes.flatMap(({ target }) =>
    target.kind === "path" ? [{ path: target.path, canonical: target.canonical, schema: target.path.urn ?? resourceType.schema }] : [],
  );
}

function lookUp(catalog: SchemaCatalog, schema: string, path: AttributePath): "missing" | "readOnly" | "writable" {
  const attribute = catalog.attribute(schema, path.attr);
  if (attribute === undefined) return "missing";
  if (attribute.mutability === "readOnly") return "readOnly";
  // A service that lists no sub-attributes at all says nothing about the one that is mapped.
  if (path.sub === undefined || attribute.subAttributes.length === 0) return "writable";
  const sub = subAttributeOf(attribute, path.sub);
  if (sub === undefined) return "missing";
  return sub.mutability === "readOnly" ? "readOnly" : "writable";
}

function judgeTypes(maps: readonly ActiveMap[], offered: readonly ResourceType[]): Omit<Finding, "asked"> {
  const missing: string[] = [];
  const advice: string[] = [];
  for (const active of maps) {
    const type = offered.find(({ schema, name }) => same(schema, active.resourceType.schema) || same(name, active.resourceType.name));
    if (type === undefined) missing.push(active.resourceType.name);
    else advice.push(...differences(active, type));
  }
  const answered = `The service offers ${list(offered.slice(0, 10).map(({ name, endpoint }) => `${name} at ${endpoint}`))}.`;
  if (missing.length > 0)
    return {
      grade: "fail",
      answered,
      advice: [`The service has no resource type ${list(missing)}: disable or remove that object mapping.`, ...advice].join(" "),
    };
  return { grade: advice.length === 0 ? "pass" : "deviation", answered, advice: advice.length === 0 ? null : advice.join(" ") };
}

function differences({ map, resourceType }: ActiveMap, offered: ResourceType): readonly string[] {
  const found: string[] = [];
  if (offered.endpoint !== resourceType.endpoint) {
    found.push(
      `The service has ${resourceType.name} at '${offered.endpoint}', but Entra always asks '${resourceType.endpoint}': offer it there too.`,
    );
  }
  const urns = new Set(
    map.attributes.flatMap(({ target }) => (target.kind === "path" && target.path.urn !== undefined ? [target.path.urn] : [])),
  );
  const unlisted = [...urns].filter(
    (urn) => !same(urn, offered.schema) && !offered.schemaExtensions.some(({ schema }) => same(schema, urn)),
  );
  if (unlisted.length > 0)
    found.push(
      `${offered.name} does not list the ${unlisted.length === 1 ? "extension" : "extensions"} ${list(unlisted)} that the mapping writes: check that the service keeps them.`,
    );
  return found;
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

function list(names: Iterable<string>): string {
  return [...names].map((name) => `'${name}'`).join(", ");
}
