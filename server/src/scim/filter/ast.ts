import type { TextRange } from "#base/text-range";
import type { FilterValue } from "./filter.ts";

/** Syntax nodes of filters and paths. A missing piece is `undefined`: a half-typed filter is still one of these. */
export interface NameText {
  readonly text: string;
  readonly range: TextRange;
}

/** `[URN:]attribute[filter].subAttribute` as written. */
export interface AttributePathNode {
  readonly kind: "AttributePath";
  readonly range: TextRange;
  /** `urn:…:User:department.sub` or `alias:name.sub`, kept whole; binding splits it. Then `attribute` is undefined. */
  readonly uri: NameText | undefined;
  readonly attribute: NameText | undefined;
  /** Named before the bracket: `b` of `a.b[…].c`. */
  readonly outerSubAttribute: NameText | undefined;
  readonly valueFilter: ValueFilterNode | undefined;
  readonly subAttribute: NameText | undefined;
}

/** `[ … ]` with its brackets. */
export interface ValueFilterNode {
  readonly kind: "ValueFilter";
  readonly range: TextRange;
  readonly filter: FilterNode | undefined;
}

/** A literal as written (`text`) and what it stands for; `value` is undefined for a bare word that is no literal. */
export interface LiteralNode {
  readonly kind: "Literal";
  readonly range: TextRange;
  readonly text: string;
  readonly quoted: boolean;
  readonly value: FilterValue | undefined;
}

/** `attribute operator value`, or `attribute pr`. */
export interface ComparisonNode {
  readonly kind: "Comparison";
  readonly range: TextRange;
  readonly path: AttributePathNode | undefined;
  /** `eq`, `pr`, `matches`, … as written; Entra's own operator when `quotedOperator`. */
  readonly operator: NameText | undefined;
  readonly quotedOperator: boolean;
  readonly value: LiteralNode | undefined;
}

/** Conditions with `and` or `or` between them. */
export interface LogicalNode {
  readonly kind: "And" | "Or";
  readonly range: TextRange;
  readonly operands: readonly FilterNode[];
}

/** `not (…)`. */
export interface NotNode {
  readonly kind: "Not";
  readonly range: TextRange;
  readonly operand: FilterNode | undefined;
}

/** `emails[type eq "work"]` standing for "has such an element". */
export interface ValuePathNode {
  readonly kind: "ValuePath";
  readonly range: TextRange;
  readonly path: AttributePathNode;
}

/** Whatever can stand as a filter. */
export type FilterNode = ComparisonNode | LogicalNode | NotNode | ValuePathNode;
