import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { coreResourceTypes, coreSchemas, rfcSource } from "#scim/core-schemas";
import { matchesFilter } from "#scim/filter/evaluate";
import type { JsonValue, Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";
import { understoodFilter } from "./understood-filter.ts";

/** A small SCIM service in memory for tests: reads only, on loopback, wrong on demand. */
export interface FakeService {
  /** Base URL without a trailing slash. */
  readonly url: string;
  /** In the order of arrival. `url` is path and query as sent. */
  readonly requests: readonly FakeRequest[];
  stop(): Promise<void>;
}

export interface FakeRequest {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
}

export interface FakeAnswer {
  readonly status: number;
  /** Text is sent as it is; anything else as SCIM JSON. */
  readonly body?: JsonValue | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** Each a way in which services were seen to differ from RFC 7644. */
export interface Quirks {
  readonly ignoresFilter?: boolean;
  readonly ignoresPaging?: boolean;
  readonly totalIsPageSize?: boolean;
  readonly notFoundForNone?: boolean;
  readonly lowerCaseKeys?: boolean;
  readonly nullResources?: boolean;
  readonly noDiscovery?: boolean;
  readonly bareDiscoveryArrays?: boolean;
  readonly largestPage?: number;
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Answers before everything else; undefined lets the service go on. `"drop"` closes the connection. `index` counts requests from 0. */
  readonly intercept?: (url: URL, index: number) => FakeAnswer | "drop" | undefined;
}

export interface FakeServiceOptions {
  readonly users?: readonly Resource[];
  readonly groups?: readonly Resource[];
  /** Without one anybody may read. */
  readonly token?: string;
  readonly quirks?: Quirks;
  readonly serviceProviderConfig?: JsonValue;
}

const catalog = buildCatalog([rfcSource]);
const scimError = "urn:ietf:params:scim:api:messages:2.0:Error";
const listResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

const fullServiceProviderConfig: JsonValue = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: false },
  authenticationSchemes: [{ type: "oauthbearertoken", name: "Bearer token", description: "A secret token." }],
};

export async function startScimService(options: FakeServiceOptions = {}): Promise<FakeService> {
  const requests: FakeRequest[] = [];
  const server = createServer((request, response) => {
    const index = requests.length;
    requests.push({ method: request.method ?? "", url: request.url ?? "", authorization: request.headers.authorization });
    const answer = decide(request, index, options);
    if (answer === "drop") request.socket.destroy();
    else write(response, answer, options.quirks?.headers ?? {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/scim`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function decide(request: IncomingMessage, index: number, options: FakeServiceOptions): FakeAnswer | "drop" {
  const url = new URL(request.url ?? "/", "http://service.test");
  const intercepted = options.quirks?.intercept?.(url, index);
  if (intercepted !== undefined) return intercepted;
  if (options.token !== undefined && request.headers.authorization !== `Bearer ${options.token}`) return problem(401, "Unauthorized");
  if (request.method !== "GET") return problem(405, "This service only reads");
  return read(url, options);
}

function read(url: URL, options: FakeServiceOptions): FakeAnswer {
  const [, base, endpoint, id, ...rest] = url.pathname.split("/").map(decodeURIComponent);
  if (base !== "scim" || rest.length > 0) return problem(404, "No such path");
  if (endpoint === "Users") return readResources(options.users ?? [], id, url.searchParams, options.quirks ?? {});
  if (endpoint === "Groups") return readResources(options.groups ?? [], id, url.searchParams, options.quirks ?? {});
  if (options.quirks?.noDiscovery === true) return problem(404, "No discovery here");
  if (endpoint === "ServiceProviderConfig") return { status: 200, body: options.serviceProviderConfig ?? fullServiceProviderConfig };
  if (endpoint === "Schemas") return discovery(coreSchemas as unknown as readonly JsonValue[], options.quirks);
  if (endpoint === "ResourceTypes") return discovery(coreResourceTypes as unknown as readonly JsonValue[], options.quirks);
  return problem(404, "No such endpoint");
}

function discovery(entries: readonly JsonValue[], quirks: Quirks | undefined): FakeAnswer {
  if (quirks?.bareDiscoveryArrays === true) return { status: 200, body: entries };
  return { status: 200, body: { schemas: [listResponse], totalResults: entries.length, Resources: entries } };
}

function readResources(all: readonly Resource[], id: string | undefined, query: URLSearchParams, quirks: Quirks): FakeAnswer {
  if (id !== undefined) {
    const found = all.find((resource) => resource["id"] === id);
    return found === undefined ? problem(404, `Resource ${id} not found`) : { status: 200, body: found };
  }
  const filter = query.get("filter");
  const parsed = filter === null ? undefined : understoodFilter(filter);
  if (filter !== null && parsed === undefined) return problem(400, "Filter not understood", "invalidFilter");
  const passing =
    parsed === undefined || quirks.ignoresFilter === true ? all : all.filter((resource) => matchesFilter(parsed, resource, catalog));
  if (passing.length === 0 && filter !== null && quirks.notFoundForNone === true) return problem(404, "Nothing found");
  return list(passing, query, quirks);
}

function list(passing: readonly Resource[], query: URLSearchParams, quirks: Quirks): FakeAnswer {
  const start = quirks.ignoresPaging === true ? 1 : Math.max(1, Number(query.get("startIndex") ?? 1));
  const asked = query.get("count") === null || quirks.ignoresPaging === true ? 100 : Number(query.get("count"));
  const page = passing.slice(start - 1, start - 1 + Math.min(asked, quirks.largestPage ?? 1000));
  const totalResults = quirks.totalIsPageSize === true ? page.length : passing.length;
  const resources = page.length === 0 && quirks.nullResources === true ? null : page;
  const body = { schemas: [listResponse], totalResults, startIndex: start, itemsPerPage: page.length };
  return {
    status: 200,
    body: quirks.lowerCaseKeys === true ? { ...body, totalresults: totalResults, resources } : { ...body, Resources: resources },
  };
}

function problem(status: number, detail: string, scimType?: string): FakeAnswer {
  return { status, body: { schemas: [scimError], status: String(status), detail, ...(scimType === undefined ? {} : { scimType }) } };
}

function write(response: ServerResponse, answer: FakeAnswer, headers: Readonly<Record<string, string>>): void {
  const text = typeof answer.body === "string" ? answer.body : answer.body === undefined ? "" : JSON.stringify(answer.body);
  response.writeHead(answer.status, { "content-type": "application/scim+json", ...headers, ...answer.headers });
  response.end(text);
}

/** A user with the attributes Entra's default mapping touches. */
function aUser(number: number, more: Resource = {}): Resource {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"],
    id: `u-${number}`,
    userName: `user${number}@example.com`,
    active: true,
    displayName: `User ${number}`,
    name: { givenName: "User", familyName: String(number) },
    emails: [{ type: "work", value: `user${number}@example.com`, primary: true }],
    meta: { resourceType: "User" },
    ...more,
  };
}

export function aGroup(number: number, more: Resource = {}): Resource {
  return {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"],
    id: `g-${number}`,
    displayName: `Group ${number}`,
    meta: { resourceType: "Group" },
    ...more,
  };
}

export function users(number: number): readonly Resource[] {
  return Array.from({ length: number }, (_, index) => aUser(index + 1));
}
