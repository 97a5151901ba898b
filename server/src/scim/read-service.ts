import { withoutCredentials } from "#base/credentials";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { personal } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { otherJson } from "./answer-messages.ts";
import { isObject } from "./json-members.ts";
import { readListPage, withTextId } from "./list-page.ts";
import type { ListPage, PageStart } from "./list-page.ts";
import { hint } from "./list-proof.ts";
import { createPacer, systemClock } from "#http/pacing";
import type { Pacer, ReaderClock } from "#http/pacing";
import { readPages } from "./paging.ts";
import { parseResourceTypes, parseSchemas } from "./parse-discovery.ts";
import { excerptOf } from "./excerpt.ts";
import { listFindings } from "./list-finding.ts";
import { readAnswer } from "./read-answer.ts";
import type { ReadOptions, ReaderStatistics, ResourceList, ScimReader } from "./reader.ts";
import { parseBaseUrl, printBaseUrl, requestUrl } from "./request-url.ts";
import type { BaseUrl, QueryParameters, ScimRequest } from "./request-url.ts";
import type { HttpRequest, HttpTransport } from "#http/request";
import type { JsonValue, Resource } from "./resource.ts";
import type { ResourceType, Schema } from "./schema.ts";
import { isNotFound, transportFailure } from "./scim-error.ts";
import type { ScimError } from "./scim-error.ts";
import { sendWithRetries } from "#http/send-with-retries";
import type { RetryLimits } from "#http/send-with-retries";
import { parseServiceProviderConfig } from "./service-provider-config.ts";
import type { ServiceProviderConfig } from "./service-provider-config.ts";

/** Bounds on what a service can make a reader do. */
export interface ReaderLimits extends RetryLimits {
  /** Milliseconds for one request. */
  readonly timeout: number;
  /** Bytes of one answer. */
  readonly maxBytes: number;
  readonly maxPages: number;
  /** Resources asked for per page by `list`. */
  readonly pageSize: number;
  /** Requests under way at the same time. */
  readonly concurrency: number;
  /** Undefined: as fast as answers come. */
  readonly requestsPerMinute: number | undefined;
}

const defaultLimits: ReaderLimits = {
  timeout: 30_000,
  maxBytes: 64 * 1024 * 1024,
  maxPages: 20_000,
  pageSize: 100,
  concurrency: 8,
  requestsPerMinute: undefined,
  attempts: 4,
  backOff: 500,
  maxRetryAfter: 120,
  maxRedirects: 3,
};

/** Which service is read, and through what. */
export interface ReaderOptions {
  /** The tenant URL; its query (`?aadOptscim062020`) goes with every request. */
  readonly baseUrl: string;
  readonly transport: HttpTransport;
  readonly clock?: ReaderClock | undefined;
  readonly limits?: Partial<ReaderLimits> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A reader of one SCIM service. Sends GET and nothing else; every failure, a wrong URL included, is a value. */
export function createReader(options: ReaderOptions): ScimReader {
  return new ServiceReader(options);
}

/** Quirk: `Accept: application/scim+json` alone is refused by services whose answer would be just that. */
const accept = "application/scim+json, application/json;q=0.9, */*;q=0.1";

class ServiceReader implements ScimReader {
  readonly baseUrl: string;
  readonly origin = "service";
  readonly #base: Result<BaseUrl, ScimError>;
  readonly #options: ReaderOptions;
  readonly #limits: ReaderLimits;
  readonly #clock: ReaderClock;
  readonly #inTurn: Pacer;
  readonly #counts = { requests: 0, bytes: 0, retries: 0 };

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#base = parseBaseUrl(options.baseUrl);
    this.baseUrl = withoutCredentials(this.#base.ok ? printBaseUrl(this.#base.value) : options.baseUrl);
    this.#limits = { ...defaultLimits, ...options.limits };
    this.#clock = options.clock ?? systemClock;
    this.#inTurn = createPacer(this.#limits, this.#clock, options.signal);
  }

  get statistics(): ReaderStatistics {
    return { ...this.#counts };
  }

  async serviceProviderConfig(): Promise<Result<ServiceProviderConfig, ScimError>> {
    return parsed(await this.#read("/ServiceProviderConfig"), parseServiceProviderConfig, (excerpt) =>
      otherJson.configuration(personal(excerpt)),
    );
  }

  async schemas(): Promise<Result<readonly Schema[], ScimError>> {
    return parsed(await this.#read("/Schemas"), parseSchemas, (excerpt) => otherJson.schemas(personal(excerpt)));
  }

  async resourceTypes(): Promise<Result<readonly ResourceType[], ScimError>> {
    return parsed(await this.#read("/ResourceTypes"), parseResourceTypes, (excerpt) => otherJson.resourceTypes(personal(excerpt)));
  }

  async get(endpoint: string, id: string): Promise<Result<Resource | undefined, ScimError>> {
    const answer = await this.#read(endpoint, id);
    if (!answer.ok) return isNotFound(answer.error) ? success(undefined) : answer;
    return parsed(
      answer,
      (body) => (isObject(body) ? withTextId(body) : undefined),
      (excerpt) => otherJson.resource(personal(excerpt)),
    );
  }

  async query(endpoint: string, filter: string, options: ReadOptions = {}): Promise<Result<ResourceList, ScimError>> {
    const fixed = { ...selection(options), filter };
    const result = await this.#pages(endpoint, fixed, options.pageSize, options);
    if (result.ok || !isNotFound(result.error)) return result;
    const proof = hint("not-proved", { total: 0, ids: 0 });
    return success({ resources: [], totalResults: 0, pages: 1, findings: [listFindings.notFoundForNone], proof });
  }

  list(endpoint: string, options: ReadOptions = {}): Promise<Result<ResourceList, ScimError>> {
    return this.#pages(endpoint, selection(options), options.pageSize ?? this.#limits.pageSize, options);
  }

  #pages(
    endpoint: string,
    fixed: QueryParameters,
    first: number | undefined,
    options: ReadOptions,
  ): Promise<Result<ResourceList, ScimError>> {
    const fetch = async (start: PageStart, count: number | undefined): Promise<Result<ListPage, ScimError>> =>
      parsed(await this.#read(endpoint, undefined, { ...fixed, ...pageParameters(start, count) }), readListPage, (excerpt) =>
        otherJson.list(personal(excerpt)),
      );
    return readPages(fetch, { count: first, maxPages: this.#limits.maxPages, parallel: this.#limits.concurrency }, options);
  }

  async #read(endpoint: string, id?: string, parameters?: QueryParameters): Promise<Result<JsonValue, ScimError>> {
    if (!this.#base.ok) return this.#base;
    const request = requestUrl(this.#base.value, endpoint, id, parameters);
    return request.ok ? this.#inTurn(() => this.#send(request.value)) : request;
  }

  async #send({ url, asked }: ScimRequest): Promise<Result<JsonValue, ScimError>> {
    const { timeout, maxBytes } = this.#limits;
    const request: HttpRequest = { method: "GET", url, headers: { accept }, timeout, maxBytes, signal: this.#options.signal };
    const { result, retryAfter } = await sendWithRetries(request, this.#options.transport, this.#limits, this.#clock, (attempt) => {
      this.#counts.requests += 1;
      if (attempt > 1) this.#counts.retries += 1;
    });
    if (!result.ok) return failure(transportFailure(result.error));
    this.#counts.bytes += result.value.body.length;
    return readAnswer(result.value, asked, retryAfter);
  }
}

/** The first page of a filter query goes without paging parameters: Entra sends none, and simple services know none. */
function pageParameters(start: PageStart, count: number | undefined): QueryParameters {
  if ("cursor" in start) return { cursor: start.cursor, count };
  return { startIndex: start.startIndex === 1 && count === undefined ? undefined : start.startIndex, count };
}

function selection(options: ReadOptions): QueryParameters {
  return { attributes: options.attributes?.join(","), excludedAttributes: options.excludedAttributes?.join(",") };
}

function parsed<T>(
  answer: Result<JsonValue, ScimError>,
  parse: (body: JsonValue) => T | undefined,
  otherwise: (excerpt: string) => Sentence,
): Result<T, ScimError> {
  if (!answer.ok) return answer;
  const value = parse(answer.value);
  if (value !== undefined) return success(value);
  const excerpt = excerptOf(JSON.stringify(answer.value));
  return failure({ kind: "unexpected-content", status: 200, excerpt, message: otherwise(excerpt) });
}
