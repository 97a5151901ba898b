import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import type { ScimError } from "./scim-error.ts";
import { refused } from "./read-answer.ts";

/** A tenant URL taken apart: what requests are built from. No user name, password or fragment is kept. */
export interface BaseUrl {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Without a trailing slash; empty for the root. */
  readonly path: string;
  /** `?aadOptscim062020` as written, or empty: feature flags ride on the tenant URL and go with every request. */
  readonly query: string;
}

export function parseBaseUrl(text: string): Result<BaseUrl, ScimError> {
  const url = URL.parse(text.trim());
  if (url === null)
    return failure(refused(`'${text}' is not a URL. Write the tenant URL with its scheme, for example 'https://example.com/scim'.`));
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return failure(
      refused(`'${text}' does not begin with 'https:'. SCIM is spoken over HTTPS (RFC 7644 §7.1); write the tenant URL with https.`),
    );
  }
  return success({ origin: url.origin, path: url.pathname.replace(/\/+$/, ""), query: url.search });
}

export function printBaseUrl(base: BaseUrl): string {
  return base.origin + base.path + base.query;
}

/** One `name=value`; undefined values are left out. Values are encoded once, a space as `%20`. */
export type QueryParameters = Readonly<Record<string, string | number | undefined>>;

/**
 * The URL of an endpoint (`/Users`, relative to the base as resource types state it) and, with `id`, of one resource of it.
 * Every segment is encoded: an id may be an e-mail address or hold a slash.
 */
export function requestUrl(base: BaseUrl, endpoint: string, id?: string, parameters: QueryParameters = {}): Result<string, ScimError> {
  const segments = endpoint.split("/").filter((segment) => segment !== "");
  if (id !== undefined) segments.push(id);
  const impossible = segments.find((segment) => segment === "." || segment === ".." || segment === "");
  if (impossible !== undefined) {
    return failure(
      refused(`'${impossible}' cannot be a part of a URL, so nothing can be asked for under it. Look up the resource by a filter instead.`),
    );
  }
  const path = segments.map((segment) => `/${encode(segment)}`).join("");
  const query = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encode(String(value))}`]));
  return success(base.origin + base.path + path + joinQuery(base.query, query));
}

function joinQuery(fixed: string, parts: readonly string[]): string {
  if (parts.length === 0) return fixed;
  return fixed === "" || fixed === "?" ? `?${parts.join("&")}` : `${fixed}&${parts.join("&")}`;
}

/** `encodeURIComponent` throws on half a surrogate pair; a directory value may hold one. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
