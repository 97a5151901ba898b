import type { TextRange } from "#base/text-range";
import type { AttributePathNode, NameText } from "#scim/filter/ast";
import type { AttributePath } from "#scim/filter/filter";
import type { ResourceType } from "#scim/schema";
import type { AttributeDefinition, SchemaDefinition } from "#scim/schema-catalog";
import type { ExpressionNode } from "#syntax/ast";
import type { DocumentTree } from "#syntax/parse";
import type { Expression } from "./expression.ts";
import type { KnownTarget } from "./known-target.ts";
import type { MappingModel, ObjectMapping } from "./mapping-model.ts";
import type { FileIdentity } from "./place.ts";

/** A model together with what each statement's names mean: what diagnostics, hover and completion read. */
export interface Binding {
  readonly tree: DocumentTree;
  readonly file: FileIdentity;
  readonly model: MappingModel;
  /** By index of the statement. */
  readonly statements: ReadonlyMap<number, BoundStatement>;
  /** `use` statements whose file could not be taken in. */
  readonly unreadableUses: ReadonlyMap<number, UnreadableUse>;
  /** Kept for the next binding of the same document. */
  readonly scope: NameScope;
}

/** `cycle`: the file uses this one, directly or through others. `unknown`: this host cannot read files. */
export type UnreadableUse = "not-found" | "cycle" | "unknown";

export interface BoundStatement {
  /** The target path of a mapping or of an expected value. */
  readonly path?: ResolvedPath | undefined;
  /** The expression of a mapping or a let. */
  readonly expression?: Expression | undefined;
  /** Source attributes named outside expressions: in `where` and `given`. */
  readonly sourceNames?: readonly NameText[] | undefined;
  /** The mapping that a statement of a `map` block belongs to. */
  readonly mapping?: ObjectMapping | undefined;
  /** The kind of source object whose attributes are meant. */
  readonly sourceType?: string | undefined;
}

/** A target path with every name looked up. */
export interface ResolvedPath {
  readonly node: AttributePathNode;
  readonly resourceType: ResourceType | undefined;
  /** `gt` of `gt:label1`, with the URN it stands for if it is declared. */
  readonly alias: { readonly name: NameText; readonly urn: string | undefined } | undefined;
  /** The schema URN as written; undefined for an alias or a core attribute. */
  readonly urn: NameText | undefined;
  /** The schema the attribute is looked up in; undefined when nobody knows it. */
  readonly schema: SchemaDefinition | undefined;
  readonly attributeName: NameText | undefined;
  readonly attribute: AttributeDefinition | undefined;
  readonly subName: NameText | undefined;
  readonly subAttribute: AttributeDefinition | undefined;
  /** Names compared inside `[ ]`, each with the sub-attribute it means. */
  readonly filterNames: readonly ResolvedName[];
  /** Undefined when a piece is missing. */
  readonly path: AttributePath | undefined;
  readonly canonical: string | undefined;
}

export interface ResolvedName {
  readonly name: NameText;
  readonly definition: AttributeDefinition | undefined;
  /** The literal it is compared with, where it is a text. */
  readonly value: { readonly text: string; readonly range: TextRange } | undefined;
}

/**
 * What names mean throughout a document. It stays the same object while the statements that decide it stay the same, and with it what is
 * known of every statement that no edit touched: a keystroke binds one statement.
 */
export interface NameScope {
  /** What decides the meaning: equal parts, equal scope. */
  readonly parts: readonly unknown[];
  readonly target: KnownTarget;
  readonly expressionOf: (node: ExpressionNode) => Expression;
  readonly pathOf: (node: AttributePathNode, resourceType: ResourceType | undefined) => ResolvedPath;
}
