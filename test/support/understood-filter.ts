import { equalityFilter } from "#scim/filter/equality";
import type { Filter, FilterValue } from "#scim/filter/filter";
import { parseFilter, parsePath } from "#scim/filter/parse";

/** What a service that knows both the standard's filters and Entra's own spelling of filtered paths understands; undefined is 400. */
export function understoodFilter(text: string): Filter | undefined {
  return parseFilter(text).filter ?? entraFilter(text);
}

/** `emails[type eq "work"].value eq "x"`, which no rule of RFC 7644 makes. */
function entraFilter(text: string): Filter | undefined {
  const [, pathText = "", value = ""] = /^([^\]]*\](?:\.[\w$-]+)?) eq (.+)$/su.exec(text) ?? [];
  const { path } = parsePath(pathText);
  if (path === undefined) return undefined;
  try {
    return equalityFilter(path, JSON.parse(value) as FilterValue);
  } catch {
    return undefined;
  }
}
