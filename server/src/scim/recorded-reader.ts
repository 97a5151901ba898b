import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { foreign, say } from "#base/sentence";
import { isObject, listOf, memberOf, textOf } from "./json-members.ts";
import { readListPage } from "./list-page.ts";
import { whole } from "./list-proof.ts";
import { parseResourceTypes, parseSchemas } from "./parse-discovery.ts";
import type { ResourceList, ScimReader } from "./reader.ts";
import type { JsonValue, Resource } from "./resource.ts";
import type { SchemaCatalog } from "./schema-catalog.ts";
import { refused } from "./scim-error.ts";
import type { ScimError } from "./scim-error.ts";
import { parseServiceProviderConfig } from "./service-provider-config.ts";

/** What a recording is read from. */
export interface Recording {
  /** Stands for the tenant URL, in the plan too: the folder as it was named. */
  readonly name: string;
  /** ListResponses, lists of resources or single resources. */
  readonly documents: readonly JsonValue[];
  readonly catalog: SchemaCatalog;
}

/** Answers from recorded documents what a service listed, so that a preview also runs offline. What it was not asked, nobody can say. */
export function recordedReader({ name, documents, catalog }: Recording): ScimReader {
  const resources = documents.flatMap(resourcesIn);
  const ofType = (type: string): readonly Resource[] => resources.filter((resource) => typeOf(resource, catalog) === type.toLowerCase());
  const at = (endpoint: string): readonly Resource[] => {
    const type = catalog.resourceTypes.find((known) => known.endpoint.toLowerCase() === endpoint.toLowerCase());
    return ofType(type?.name ?? endpoint.replace(/^\/|s$/g, ""));
  };
  const list = (found: readonly Resource[]): Promise<Result<ResourceList, ScimError>> => {
    return Promise.resolve(
      success({ resources: found, totalResults: found.length, pages: 1, findings: [], proof: whole("recording-states") }),
    );
  };
  return {
    baseUrl: name,
    origin: "recording",
    serviceProviderConfig: () => {
      const [config] = ofType("ServiceProviderConfig").map(parseServiceProviderConfig);
      return Promise.resolve(config === undefined ? noConfiguration(name) : success(config));
    },
    schemas: () => Promise.resolve(success(parseSchemas(ofType("Schema")) ?? [])),
    resourceTypes: () => Promise.resolve(success(parseResourceTypes(ofType("ResourceType")) ?? [])),
    get: (endpoint, id) => Promise.resolve(success(at(endpoint).find((resource) => textOf(memberOf(resource, "id")) === id))),
    query: () => Promise.resolve(notRecorded(name)),
    list: (endpoint) => list(at(endpoint)),
    statistics: { requests: 0, bytes: 0, retries: 0 },
  };
}

function resourcesIn(document: JsonValue): readonly Resource[] {
  return readListPage(document)?.resources ?? (isObject(document) ? [document] : []);
}

/** By `meta.resourceType`, else by the schemas it names (RFC 7643 §3.1). */
function typeOf(resource: Resource, catalog: SchemaCatalog): string | undefined {
  const stated = textOf(memberOf(memberOf(resource, "meta"), "resourceType"));
  if (stated !== undefined) return stated.toLowerCase();
  const urns = listOf(memberOf(resource, "schemas")).map((urn) => textOf(urn)?.toLowerCase());
  const known = catalog.resourceTypes.find(({ schema }) => urns.includes(schema.toLowerCase()));
  // The documents about a service name their kind last: `urn:ietf:params:scim:schemas:core:2.0:Schema`.
  return known?.name.toLowerCase() ?? urns[0]?.slice(urns[0].lastIndexOf(":") + 1);
}

function notRecorded(name: string): Result<never, ScimError> {
  return failure(refused(say`The recording '${foreign(name)}' holds no answer to this query.`));
}

function noConfiguration(name: string): Result<never, ScimError> {
  return failure({ kind: "scim", status: 404, message: say`The recording '${foreign(name)}' has no ServiceProviderConfig.` });
}
