import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { say } from "#base/sentence";
import type { ReaderClock } from "#http/pacing";
import type { HttpRequest, HttpResponse, HttpTransport } from "#http/request";
import type { TransportError } from "#http/transport-error";
import { coreResourceTypes, coreSchemas, rfcSource } from "#scim/core-schemas";
import { matchesFilter } from "#scim/filter/evaluate";
import type { Filter } from "#scim/filter/filter";
import { parseFilter } from "#scim/filter/parse";
import type { JsonValue, Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";
import type { Store, StoreType } from "./world.ts";

/** How somebody came upon a resource. */
export type How = "list" | "filter" | "id";

/** A request as a service gets it. */
export interface FaultRequest {
  readonly url: URL;
  readonly accept: string;
  /** Counts requests from 0, for what happens now and then. */
  readonly turn: number;
}

/** What a service answers. A text is sent as it is, anything else as JSON. */
export interface FaultAnswer {
  readonly status: number;
  readonly body?: JsonValue;
  readonly headers?: Readonly<Record<string, string>>;
  /** Milliseconds that pass before. */
  readonly after?: number;
}

/** An answer, or how there is none. */
export type Delivery = FaultAnswer | "drop" | "timeout" | "too-large";

/** One page of a result. */
export interface FaultPage {
  readonly slice: readonly Resource[];
  readonly total: number | undefined;
  readonly startIndex: number;
  readonly nextCursor?: string;
}

/** Which resources a filter means. */
export type Predicate = (resource: Resource) => boolean;

/** A document of a service about itself. */
export type DocumentName = "ServiceProviderConfig" | "Schemas" | "ResourceTypes";

/** A service as functions in a row, each of which a fault may wrap. */
export interface ServiceStages {
  readonly store: Store;
  /** What the token may see. */
  visible(how: How, type: StoreType, all: readonly Resource[]): readonly Resource[];
  /** What a filter means, or what is answered instead. */
  understand(text: string, type: StoreType): Predicate | FaultAnswer;
  /** Order and repetition of a whole result. */
  arrange(all: readonly Resource[], request: FaultRequest): readonly Resource[];
  /** One page of it, or what is answered instead. */
  page(all: readonly Resource[], request: FaultRequest): FaultPage | FaultAnswer;
  /** A resource as it is shown. */
  show(resource: Resource, how: How, request: FaultRequest): Resource;
  /** A list's body. */
  envelope(page: FaultPage): JsonValue;
  document(name: DocumentName): FaultAnswer;
  /** The whole answer, last. */
  answer(request: FaultRequest, inner: () => FaultAnswer): Delivery;
}

/** What a fault replaces, knowing what was there before. */
export type Wrap = (next: ServiceStages) => Partial<ServiceStages>;

const catalog = buildCatalog([rfcSource]);
const listResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";
/** RFC 7644 §3.4.2.4 lets a service give less than was asked for. */
const LARGEST_PAGE = 200;

/** An error as RFC 7644 §3.12 has it. */
export function problem(status: number, detail: string, scimType?: string): FaultAnswer {
  const more = scimType === undefined ? {} : { scimType };
  return { status, body: { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: String(status), detail, ...more } };
}

/** A service as RFC 7644 and Entra's documents want it: both spellings of a question, pages by index, no cursors. */
export function soundService(store: Store): ServiceStages {
  return {
    store,
    visible: (_how, _type, all) => all,
    understand: (text) => {
      const filter = filterOf(text);
      return filter === undefined
        ? problem(400, "Filter not understood", "invalidFilter")
        : (resource) => matchesFilter(filter, resource, catalog);
    },
    arrange: (all) => all,
    page: (all, { url }) => {
      const startIndex = Math.max(1, Number(url.searchParams.get("startIndex") ?? 1));
      const count = Math.min(LARGEST_PAGE, Number(url.searchParams.get("count") ?? 100));
      return { slice: all.slice(startIndex - 1, startIndex - 1 + count), total: all.length, startIndex };
    },
    show: (resource, _how, { url }) => without(resource, (url.searchParams.get("excludedAttributes") ?? "").split(",")),
    envelope: ({ slice, total, startIndex, nextCursor }) => ({
      schemas: [listResponse],
      ...(total === undefined ? {} : { totalResults: total }),
      startIndex,
      itemsPerPage: slice.length,
      ...(nextCursor === undefined ? {} : { nextCursor }),
      Resources: slice,
    }),
    document: (name) => ({ status: 200, body: documents[name] }),
    answer: (_request, inner) => inner(),
  };
}

const filters = new Map<string, Filter | undefined>();

function filterOf(text: string): Filter | undefined {
  if (!filters.has(text)) filters.set(text, parseFilter(inStandardForm(text)).filter);
  return filters.get(text);
}

/** `emails[type eq "work"].value eq "x"`, as Entra asks, in the words of RFC 7644 §3.4.2.2. */
export function inStandardForm(text: string): string {
  const entra = /^([^[\]\s]+)\[([^\]]+)\]\.(\w+) eq (.+)$/su.exec(text);
  if (entra === null) return text;
  const [, attribute, condition, sub, value] = entra;
  return `${attribute}[${condition} and ${sub} eq ${value}]`;
}

/** A resource without some of its attributes. */
export function without(resource: Resource, names: readonly string[]): Resource {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));
}

const documents: Readonly<Record<DocumentName, JsonValue>> = {
  ServiceProviderConfig: {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: 200 },
    changePassword: { supported: false },
    sort: { supported: false },
    etag: { supported: false },
    authenticationSchemes: [{ type: "oauthbearertoken", name: "Bearer token", description: "A secret token." }],
  },
  Schemas: listed(coreSchemas as unknown as readonly JsonValue[]),
  ResourceTypes: listed(coreResourceTypes as unknown as readonly JsonValue[]),
};

function listed(entries: readonly JsonValue[]): JsonValue {
  return { schemas: [listResponse], totalResults: entries.length, startIndex: 1, itemsPerPage: entries.length, Resources: entries };
}

/** What the stages together answer to one request. */
export function respond(stages: ServiceStages, request: FaultRequest): Delivery {
  return stages.answer(request, () => route(stages, request));
}

function route(stages: ServiceStages, request: FaultRequest): FaultAnswer {
  const [, base, endpoint = "", id, ...rest] = request.url.pathname.split("/").map(decodeURIComponent);
  if (base !== "scim" || rest.length > 0) return problem(404, "No such path");
  if (endpoint === "Users" || endpoint === "Groups")
    return id === undefined ? many(stages, request, endpoint) : one(stages, request, endpoint, id);
  if (endpoint in documents) return stages.document(endpoint as DocumentName);
  return problem(404, "No such endpoint");
}

function one(stages: ServiceStages, request: FaultRequest, type: StoreType, id: string): FaultAnswer {
  const found = stages.visible("id", type, stages.store[type]).find((resource) => resource["id"] === id);
  return found === undefined ? problem(404, `Resource ${id} not found`) : { status: 200, body: stages.show(found, "id", request) };
}

function many(stages: ServiceStages, request: FaultRequest, type: StoreType): FaultAnswer {
  const text = request.url.searchParams.get("filter");
  const how = text === null ? "list" : "filter";
  const meant = text === null ? () => true : stages.understand(text, type);
  if (typeof meant !== "function") return meant;
  const all = stages.visible(how, type, stages.store[type]).filter(meant);
  const page = stages.page(stages.arrange(all, request), request);
  if ("status" in page) return page;
  return { status: 200, body: stages.envelope({ ...page, slice: page.slice.map((resource) => stages.show(resource, how, request)) }) };
}

/** The stages behind a transport: everything in memory, on the clock of a test. */
export function transportOf(stages: ServiceStages, clock: ReaderClock): HttpTransport & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    asked,
    async send(request) {
      const turn = asked.length;
      asked.push(request.url);
      const delivery = respond(stages, { url: new URL(request.url), accept: request.headers["accept"] ?? "", turn });
      if (typeof delivery !== "string" && delivery.after !== undefined) await clock.wait(delivery.after, request.signal);
      return received(delivery, request);
    },
  };
}

function received(delivery: Delivery, request: HttpRequest): Result<HttpResponse, TransportError> {
  if (delivery === "drop") return failure({ kind: "network", message: say`The connection was dropped.` });
  if (delivery === "timeout" || (typeof delivery !== "string" && (delivery.after ?? 0) > request.timeout))
    return failure({ kind: "timeout", message: say`No answer came in time.` });
  if (delivery === "too-large") return failure({ kind: "too-large", message: say`The answer is too large.` });
  const { status, body, headers } = delivery;
  const text = typeof body === "string" ? body : body === undefined ? "" : JSON.stringify(body);
  return success({ status, headers: { "content-type": "application/scim+json", ...headers }, body: text });
}
