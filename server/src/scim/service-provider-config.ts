import { booleanOf, isList, listOf, memberOf, numberOf, textOf } from "./json-members.ts";
import type { JsonValue } from "./resource.ts";

/** What a service says it supports (RFC 7643 §5); each part parsed on its own, undefined where it said nothing usable. */
export interface ServiceProviderConfig {
  readonly patch: boolean | undefined;
  readonly bulk: boolean | undefined;
  readonly filter: boolean | undefined;
  readonly filterMaxResults: number | undefined;
  readonly sort: boolean | undefined;
  readonly etag: boolean | undefined;
  readonly authenticationSchemes: readonly string[];
}

/** Undefined when the JSON is no object. A wrong or missing part loses only itself. */
export function parseServiceProviderConfig(body: JsonValue): ServiceProviderConfig | undefined {
  const config = theObject(body);
  if (config === undefined) return undefined;
  return {
    patch: supported(config, "patch"),
    bulk: supported(config, "bulk"),
    filter: supported(config, "filter"),
    filterMaxResults: numberOf(memberOf(memberOf(config, "filter"), "maxResults")),
    sort: supported(config, "sort"),
    etag: supported(config, "etag"),
    authenticationSchemes: listOf(memberOf(config, "authenticationSchemes")).flatMap((scheme) => textOf(memberOf(scheme, "type")) ?? []),
  };
}

/** The document itself; some services wrap it in an array or a ListResponse. */
function theObject(body: JsonValue): JsonValue | undefined {
  if (isList(body)) return body.length === 1 ? theObject(body[0] ?? null) : undefined;
  if (typeof body !== "object" || body === null) return undefined;
  const wrapped = memberOf(body, "Resources");
  return isList(wrapped) ? theObject(wrapped) : body;
}

function supported(config: JsonValue, name: string): boolean | undefined {
  const part = memberOf(config, name);
  return booleanOf(part) ?? booleanOf(memberOf(part, "supported"));
}
