import { rfcSource } from "#scim/core-schemas";
import { matchesFilter } from "#scim/filter/evaluate";
import type { JsonValue, Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";
import { textOf } from "#scim/json-members";
import { createReader } from "#scim/read-service";
import type { ScimReader } from "#scim/reader";
import { json, scriptedTransport, testClock } from "./scripted-transport.ts";
import type { Answer } from "./scripted-transport.ts";
import { understoodFilter } from "./understood-filter.ts";

/** What a service shows and how it answers. What is left out is right. */
export interface ListeningService {
  readonly users?: readonly Resource[];
  readonly groups?: readonly Resource[];
  /** Left out of lists, found by filter. */
  readonly unlisted?: readonly string[];
  /** Another answer to a filter; `found` is the right one. Undefined lets the right one stand. */
  readonly onFilter?: (filter: string, found: readonly Resource[]) => readonly Resource[] | Answer | undefined;
  readonly refusesToList?: boolean;
  /** What a page says beside its resources, and how large it is at most. */
  readonly page?: { readonly largest: number; readonly total: (page: number, all: number) => number | undefined };
}

/** A reader over a service in memory, with every filter that it was asked. */
export function listen(service: ListeningService): { readonly reader: ScimReader; readonly filters: readonly string[] } {
  const filters: string[] = [];
  const transport = scriptedTransport(({ url }) => answer(new URL(url), service, filters));
  return { reader: createReader({ baseUrl: "https://scim.example.com/v2", transport, clock: testClock() }), filters };
}

const catalog = buildCatalog([rfcSource]);

function answer(url: URL, service: ListeningService, filters: string[]): Answer {
  const [, , endpoint, id] = url.pathname.split("/").map(decodeURIComponent);
  const all = (endpoint === "Groups" ? service.groups : service.users) ?? [];
  const filter = url.searchParams.get("filter");
  if (id !== undefined) return json(all.find((resource) => resource["id"] === id) ?? {});
  if (filter === null && service.refusesToList === true) return refusal(400);
  if (filter === null)
    return page(
      all.filter((resource) => !(service.unlisted ?? []).includes(textOf(resource["id"]) ?? "")),
      url,
      service,
    );
  filters.push(filter);
  const understood = understoodFilter(filter);
  if (understood === undefined) return refusal(400);
  const found = all.filter((resource) => matchesFilter(understood, resource, catalog));
  const other = service.onFilter?.(filter, found) ?? found;
  return "ok" in other ? other : list(other, other.length);
}

function page(all: readonly Resource[], url: URL, { page: limits }: ListeningService): Answer {
  const start = Number(url.searchParams.get("startIndex") ?? 1) - 1;
  const count = Math.min(Number(url.searchParams.get("count") ?? 100), limits?.largest ?? 100);
  const some = all.slice(start, start + count);
  return list(some, limits === undefined ? all.length : limits.total(some.length, all.length));
}

function list(resources: readonly Resource[], totalResults: number | undefined): Answer {
  return json({ ...(totalResults === undefined ? {} : { totalResults }), Resources: resources } satisfies JsonValue);
}

/** An error of the service's own. */
export function refusal(status: number): Answer {
  return json({ schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], status: String(status), detail: "Not like this." }, status);
}
