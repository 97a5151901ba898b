/** What a filter means (RFC 7644 §3.4.2.2), free of positions. The spelling of names is the source's. */
export type CompareOperator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";
/** What an attribute is compared with: a JSON literal. */
export type FilterValue = string | number | boolean | null;

/** `[URN:]attribute[.subAttribute]` (RFC 7644 §3.10). */
export interface AttributeReference {
  readonly urn?: string;
  readonly attr: string;
  readonly sub?: string;
}

/** A condition, or conditions put together. Inside a value path names are those of sub-attributes. */
export type Filter =
  | { readonly op: "pr"; readonly path: AttributeReference }
  | { readonly op: CompareOperator; readonly path: AttributeReference; readonly value: FilterValue }
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly valuePath: AttributeReference; readonly filter: Filter };

/** A path with an optional value filter: `emails[type eq "work"].value` (RFC 7644 §3.5.2, rule PATH). */
export interface AttributePath {
  readonly urn?: string | undefined;
  readonly attr: string;
  readonly filter?: Filter | undefined;
  readonly sub?: string | undefined;
}
