import type { Result } from "#base/result";
import { isList, isObject, keyOf, listOf, memberOf, numberOf, textOf } from "./json-members.ts";
import type { JsonObject } from "./json-members.ts";
import type { JsonValue, Resource } from "./resource.ts";
import type { ScimError } from "./scim-error.ts";

/** Where a page begins: an index from 1 (RFC 7644 §3.4.2.4) or a cursor (RFC 9865). */
export type PageStart = { readonly startIndex: number } | { readonly cursor: string };
/** Asks for one page of so many resources; undefined lets the service decide. */
export type FetchPage = (start: PageStart, count: number | undefined) => Promise<Result<ListPage, ScimError>>;

/** One page of a list answer (RFC 7644 §3.4.2), read tolerantly. */
export interface ListPage {
  readonly resources: readonly Resource[];
  /** Entries received, unusable ones included: paging goes on from here. */
  readonly received: number;
  readonly totalResults: number | undefined;
  /** RFC 9865. */
  readonly nextCursor: string | undefined;
  /** What the answer was instead of a ListResponse. */
  readonly shape: "list" | "bare-array" | "single-resource";
}

/** Undefined when the JSON is no list answer at all. `Resources` missing or null means none; keys compare without case. */
export function readListPage(body: JsonValue): ListPage | undefined {
  if (isList(body)) return page(body, "bare-array");
  if (!isObject(body)) return undefined;
  const resources = memberOf(body, "Resources");
  if (resources === undefined && !saysItIsAList(body))
    return memberOf(body, "id") === undefined ? undefined : page([body], "single-resource");
  const totalResults = numberOf(memberOf(body, "totalResults"));
  return { ...page(listOf(resources), "list"), totalResults, nextCursor: textOf(memberOf(body, "nextCursor")) };
}

function saysItIsAList(body: JsonObject): boolean {
  if (keyOf(body, "totalResults") !== undefined || keyOf(body, "itemsPerPage") !== undefined) return true;
  return listOf(memberOf(body, "schemas")).some((urn) => /:ListResponse$/i.test(textOf(urn) ?? ""));
}

function page(entries: readonly JsonValue[], shape: ListPage["shape"]): ListPage {
  return {
    resources: entries.filter(isObject).map(withTextId),
    received: entries.length,
    totalResults: undefined,
    nextCursor: undefined,
    shape,
  };
}

/** `id` under its own name and as text, so that nobody after the reader has to look for `ID` or 7. */
export function withTextId(resource: Resource): Resource {
  if (typeof resource["id"] === "string") return resource;
  const key = keyOf(resource, "id");
  const id = key === undefined ? undefined : resource[key];
  if (key === undefined || (typeof id !== "string" && typeof id !== "number")) return resource;
  return Object.fromEntries(Object.entries(resource).map(([name, value]) => (name === key ? ["id", String(id)] : [name, value])));
}

/** The cursor of the page that follows, where one does. */
export function cursorOf({ nextCursor }: ListPage): string | undefined {
  return nextCursor === "" ? undefined : nextCursor;
}

/** Undefined when the service left it out. */
export function idOf(resource: Resource): string | undefined {
  const id = textOf(resource["id"]);
  return id === "" ? undefined : id;
}
