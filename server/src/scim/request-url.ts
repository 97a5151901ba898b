import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { foreign, joined, personal, say } from "#base/sentence";
import type { Asked } from "./asked.ts";
import { refused } from "./scim-error.ts";
import type { ScimError } from "./scim-error.ts";

/** A tenant URL taken apart: what requests are built from. No user name, password or fragment is kept. */
export interface BaseUrl {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Without a trailing slash; empty for the root. */
  readonly path: string;
  /** `?aadOptscim062020` as written, or empty: feature flags ride on the tenant URL and go with every request. */
  readonly query: string;
}

/** Takes a tenant URL apart; an error when nothing could be asked of it. */
export function parseBaseUrl(text: string): Result<BaseUrl, ScimError> {
  const url = URL.parse(text.trim());
  if (url === null)
    return failure(
      refused(say`'${foreign(text)}' is not a URL. Write the tenant URL with its scheme, for example 'https://example.com/scim'.`),
    );
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    return failure(
      refused(
        say`'${foreign(text)}' does not begin with 'https:'. SCIM is spoken over HTTPS (RFC 7644 §7.1); write the tenant URL with https.`,
      ),
    );
  }
  return success({ origin: url.origin, path: url.pathname.replace(/\/+$/, ""), query: url.search });
}

/** A tenant URL put together again, without user name, password and fragment. Parameters stay, for they go with every request. */
export function printBaseUrl(base: BaseUrl): string {
  return base.origin + base.path + base.query;
}

/** One `name=value`; undefined values are left out. Values are encoded once, a space as `%20`. */
export type QueryParameters = Readonly<Record<string, string | number | undefined>>;

/** A URL to ask, and how messages name it. */
export interface ScimRequest {
  readonly url: string;
  readonly asked: Asked;
}

/**
 * The URL of an endpoint (`/Users`, relative to the base as resource types state it) and, with `id`, of one resource of it.
 * Every segment is encoded: an id may be an e-mail address or hold a slash.
 */
export function requestUrl(base: BaseUrl, endpoint: string, id?: string, parameters: QueryParameters = {}): Result<ScimRequest, ScimError> {
  const segments = endpoint.split("/").filter((segment) => segment !== "");
  const impossible = [...segments, ...(id === undefined ? [] : [id])].find((part) => part === "." || part === ".." || part === "");
  if (impossible !== undefined) {
    return failure(
      refused(
        say`'${personal(impossible)}' cannot be a part of a URL, so nothing can be asked for under it. Look up the resource by a filter instead.`,
      ),
    );
  }
  const place = base.origin + base.path + segments.map((segment) => `/${encode(segment)}`).join("");
  const query = Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encode(String(value))}`]));
  if (id === undefined) return success({ url: place + joinQuery(base.query, query), asked: { place: foreign(place) } });
  const url = `${place}/${encode(id)}${joinQuery(base.query, query)}`;
  return success({ url, asked: { place: joined([foreign(`${place}/`), personal(id)], "") } });
}

function joinQuery(fixed: string, parts: readonly string[]): string {
  if (parts.length === 0) return fixed;
  return fixed === "" || fixed === "?" ? `?${parts.join("&")}` : `${fixed}&${parts.join("&")}`;
}

/** `encodeURIComponent` throws on half a surrogate pair; a directory value may hold one. */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\uFFFD"));
}
