import type { AttributePath, AttributeReference, Filter, FilterValue } from "./filter.ts";

/**
 * The filter that finds what has this value at a path: `userName eq "x"`. A path with a value filter becomes a value path,
 * `emails[type eq "work" and value eq "x"]`: the form that Entra sends, `emails[type eq "work"].value eq "x"`, is not in the grammar.
 */
export function equalityFilter(path: AttributePath, value: FilterValue): Filter {
  const attribute: AttributeReference = { ...(path.urn === undefined ? {} : { urn: path.urn }), attr: path.attr };
  if (path.filter === undefined) {
    return { op: "eq", path: path.sub === undefined ? attribute : { ...attribute, sub: path.sub }, value };
  }
  const comparison: Filter = { op: "eq", path: { attr: path.sub ?? "value" }, value };
  const conditions = "and" in path.filter ? path.filter.and : [path.filter];
  return { valuePath: attribute, filter: { and: [...conditions, comparison] } };
}
