import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { foreign, say } from "#base/sentence";
import { isObject, listOf, memberOf, textOf } from "./json-members.ts";
import { idOf, readListPage } from "./list-page.ts";
import type { ListPage } from "./list-page.ts";
import { hint, whole } from "./list-proof.ts";
import type { ListProof } from "./list-proof.ts";
import { parseResourceTypes, parseSchemas } from "./parse-discovery.ts";
import type { ScimReader } from "./reader.ts";
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
  const pages = documents.map(pageOf);
  const known = new Map<string, HeldType>();
  const ofType = (type: string): HeldType => {
    const key = type.toLowerCase();
    const held = known.get(key) ?? heldOf(key, pages, catalog);
    known.set(key, held);
    return held;
  };
  const at = (endpoint: string): HeldType => {
    const type = catalog.resourceTypes.find((one) => one.endpoint.toLowerCase() === endpoint.toLowerCase());
    return ofType(type?.name ?? endpoint.replace(/^\/|s$/g, ""));
  };
  return {
    baseUrl: name,
    origin: "recording",
    serviceProviderConfig: () => {
      const [config] = ofType("ServiceProviderConfig").resources.map(parseServiceProviderConfig);
      return Promise.resolve(config === undefined ? noConfiguration(name) : success(config));
    },
    schemas: () => Promise.resolve(success(parseSchemas(ofType("Schema").resources) ?? [])),
    resourceTypes: () => Promise.resolve(success(parseResourceTypes(ofType("ResourceType").resources) ?? [])),
    get: (endpoint, id) => {
      const { byId, proof } = at(endpoint);
      const found = byId.get(id);
      return Promise.resolve(found === undefined && !proof.whole ? notRecorded(name) : success(found));
    },
    query: () => Promise.resolve(notRecorded(name)),
    list: (endpoint) => {
      const { resources, proof } = at(endpoint);
      return Promise.resolve(success({ resources, totalResults: resources.length, pages: 1, findings: [], proof }));
    },
    statistics: { requests: 0, bytes: 0, retries: 0 },
  };
}

function pageOf(document: JsonValue): ListPage {
  const alone = { received: 1, totalResults: undefined, nextCursor: undefined, shape: "single-resource" } as const;
  return readListPage(document) ?? { ...alone, resources: isObject(document) ? [document] : [] };
}

/** What a recording holds of one resource type. */
interface HeldType {
  /** Each once. */
  readonly resources: readonly Resource[];
  /** As somebody asked for it alone, else as it was listed: a list may leave members out. */
  readonly byId: ReadonlyMap<string, Resource>;
  readonly proof: ListProof;
}

function heldOf(type: string, pages: readonly ListPage[], catalog: SchemaCatalog): HeldType {
  const isOfType = (resource: Resource): boolean => typeOf(resource, catalog) === type;
  const listed = pages.filter(({ shape }) => shape !== "single-resource").flatMap(({ resources }) => resources.filter(isOfType));
  const alone = pages.filter(({ shape }) => shape === "single-resource").flatMap(({ resources }) => resources.filter(isOfType));
  const ids = listed.flatMap((resource) => idOf(resource) ?? []);
  const known = new Set(ids);
  const resources = [...distinct(listed), ...alone.filter((resource) => !known.has(idOf(resource) ?? ""))];
  const counts = { total: statedFor(type, pages, catalog), ids: resources.length };
  const repeats = known.size < ids.length;
  return {
    resources,
    byId: new Map([...listed, ...alone].map((resource) => [idOf(resource) ?? "", resource])),
    proof:
      (counts.total ?? 0) > counts.ids
        ? hint("recording-holds-less", counts)
        : repeats
          ? hint("recording-repeats-id", counts)
          : whole("recording-states"),
  };
}

function distinct(resources: readonly Resource[]): readonly Resource[] {
  const seen = new Set<string>();
  return resources.filter((resource) => {
    const id = idOf(resource);
    const isNew = id === undefined || !seen.has(id);
    if (id !== undefined) seen.add(id);
    return isNew;
  });
}

/** How many resources of the type there are by what the recorded lists state; of a list of several types that is no statement about one. */
function statedFor(type: string, pages: readonly ListPage[], catalog: SchemaCatalog): number | undefined {
  const totals = pages
    .filter(({ resources }) => resources.length > 0 && resources.every((resource) => typeOf(resource, catalog) === type))
    .flatMap(({ totalResults }) => totalResults ?? []);
  return totals.length === 0 ? undefined : Math.max(...totals);
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
