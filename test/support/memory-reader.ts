import { success } from "#base/result";
import type { Result } from "#base/result";
import { say } from "#base/sentence";
import { rfcSource } from "#scim/core-schemas";
import { matchesFilter } from "#scim/filter/evaluate";
import { hint, whole } from "#scim/list-proof";
import type { ListProof } from "#scim/list-proof";
import type { ResourceList, ScimReader } from "#scim/reader";
import type { Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";
import type { ScimError } from "#scim/scim-error";
import { understoodFilter } from "./understood-filter.ts";

/** Resources by endpoint, for example `/Users`. */
export type TargetContents = Readonly<Record<string, readonly Resource[]>>;

/** How a target differs from one that answers everything rightly. */
export interface ReaderFaults {
  /** Claimed instead of the real number of resources. */
  readonly totalResults?: number;
  readonly ignoresFilter?: boolean;
  readonly listFails?: ScimError;
  readonly queryFails?: ScimError;
  readonly getFails?: ScimError;
  /** Left out of lists, found by query. */
  readonly unlisted?: readonly string[];
  /** Called with every question before it is answered. */
  readonly onAsk?: (question: string) => void;
}

const catalog = buildCatalog([rfcSource]);
const notUnderstood: ScimError = { kind: "scim", status: 400, scimType: "invalidFilter", message: say`The filter was not understood.` };

/** A reader over resources in memory; `asked` is what was asked, in order. */
export function memoryReader(contents: TargetContents, faults: ReaderFaults = {}): ScimReader & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  const ask = (question: string): void => {
    asked.push(question);
    faults.onAsk?.(question);
  };
  const listing = (resources: readonly Resource[], totalResults = resources.length): Result<ResourceList, ScimError> =>
    success({ resources, totalResults, pages: 1, findings: [], proof: proofOf(resources.length, totalResults) });
  const unused = (): Promise<never> => Promise.reject(new Error("A preview does not ask for this."));
  return {
    baseUrl: "https://scim.example.com/v2",
    origin: "service",
    asked,
    statistics: { requests: 0, bytes: 0, retries: 0 },
    serviceProviderConfig: unused,
    schemas: unused,
    resourceTypes: unused,
    list: (endpoint, options) => {
      ask(`list ${endpoint}`);
      if (faults.listFails !== undefined) return Promise.resolve({ ok: false, error: faults.listFails });
      const resources = (contents[endpoint] ?? []).filter(({ id }) => typeof id !== "string" || !(faults.unlisted ?? []).includes(id));
      return Promise.resolve(
        listing(
          resources.map((resource) => without(resource, options?.excludedAttributes)),
          faults.totalResults,
        ),
      );
    },
    query: (endpoint, filter, options) => {
      ask(`query ${endpoint} ${filter}`);
      if (faults.queryFails !== undefined) return Promise.resolve({ ok: false, error: faults.queryFails });
      const understood = understoodFilter(filter);
      if (understood === undefined) return Promise.resolve({ ok: false, error: notUnderstood });
      const found = (contents[endpoint] ?? []).filter(
        (resource) => faults.ignoresFilter === true || matchesFilter(understood, resource, catalog),
      );
      return Promise.resolve(listing(found.map((resource) => without(resource, options?.excludedAttributes))));
    },
    get: (endpoint, id) => {
      ask(`get ${endpoint}/${id}`);
      if (faults.getFails !== undefined) return Promise.resolve({ ok: false, error: faults.getFails });
      return Promise.resolve(success((contents[endpoint] ?? []).find((resource) => resource["id"] === id)));
    },
  };
}

function proofOf(ids: number, total: number): ListProof {
  return ids === total ? whole("end-empty") : hint("ids-below-total", { total, ids });
}

function without(resource: Resource, names: readonly string[] = []): Resource {
  return Object.fromEntries(Object.entries(resource).filter(([name]) => !names.includes(name)));
}
