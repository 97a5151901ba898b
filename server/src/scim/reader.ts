import type { Result } from "#base/result";
import type { ListFinding } from "./list-finding.ts";
import type { ListProof } from "./list-proof.ts";
import type { Resource } from "./resource.ts";
import type { ResourceType, Schema } from "./schema.ts";
import type { ScimError } from "./scim-error.ts";
import type { ServiceProviderConfig } from "./service-provider-config.ts";

/** Reads a SCIM service. It has no way to change anything: a preview that holds one cannot write. */
export interface ScimReader {
  /** The base URL asked, without credentials. */
  readonly baseUrl: string;
  /** A recording answers from what it holds, whatever a service would say today. */
  readonly origin: "service" | "recording";
  serviceProviderConfig(): Promise<Result<ServiceProviderConfig, ScimError>>;
  schemas(): Promise<Result<readonly Schema[], ScimError>>;
  resourceTypes(): Promise<Result<readonly ResourceType[], ScimError>>;
  /** One resource; undefined for 404. `endpoint` is a resource type's, for example `/Users`. */
  get(endpoint: string, id: string): Promise<Result<Resource | undefined, ScimError>>;
  /** What a filter query returns, every page of it. The filter is sent as it is written, and what comes is not held against it. */
  query(endpoint: string, filter: string, options?: ReadOptions): Promise<Result<ResourceList, ScimError>>;
  /** Every resource of an endpoint, page by page; stops when a page brings nothing new. */
  list(endpoint: string, options?: ReadOptions): Promise<Result<ResourceList, ScimError>>;
  /** What was asked so far. */
  readonly statistics: ReaderStatistics;
}

/** What of a list is read, and who hears of it as it comes. */
export interface ReadOptions {
  readonly excludedAttributes?: readonly string[] | undefined;
  readonly attributes?: readonly string[] | undefined;
  /** Resources wanted per page; the service may return fewer. */
  readonly pageSize?: number | undefined;
  /** Pages after which to stop; the list is then a part and carries no finding about being one. */
  readonly maxPages?: number | undefined;
  /** Whether to ask also for what proves that the list is whole. */
  readonly prove?: boolean | undefined;
  /** Called after each page with the number read so far. */
  readonly onProgress?: ((read: number) => void) | undefined;
  /** Takes the new resources of each page instead of keeping them: `resources` stays empty, so a whole target fits in bounded memory. */
  readonly onPage?: ((resources: readonly Resource[]) => void | Promise<void>) | undefined;
}

/** What came of reading a list. */
export interface ResourceList {
  /** Distinct by id, in the order received; `id` is text. One without an id is kept, because it exists, and named in the findings. */
  readonly resources: readonly Resource[];
  /** What the service claimed; undefined when it said nothing. More than came means: the list is incomplete. */
  readonly totalResults: number | undefined;
  readonly pages: number;
  /** Repeated pages, missing ids, a wrong `totalResults`. */
  readonly findings: readonly ListFinding[];
  /** Whether nothing is missing. A list that nobody asked to prove is a hint. */
  readonly proof: ListProof;
}

/** How much a reader asked and received. */
export interface ReaderStatistics {
  readonly requests: number;
  readonly bytes: number;
  readonly retries: number;
}
