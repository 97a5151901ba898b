import type { TextRange } from "#base/text-range";
import type { AttributePathNode, NameText } from "#scim/filter/ast";
import type { AttributePath } from "#scim/filter/filter";
import type { Attribute, ResourceType } from "#scim/schema";
import type { AttributeDefinition, SchemaCatalog, SchemaDefinition, SchemaSource } from "#scim/schema-catalog";
import type { ExpressionNode, StatementNode } from "#syntax/ast";
import type { DocumentTree, Statement } from "#syntax/parse";
import type { Block, UnplacedStatement } from "#syntax/statement-list";
import type { Connector } from "./connectors/connector.ts";
import type { Expression, LetDefinition } from "./expression.ts";
import type { LetVerdict } from "./let-sizes.ts";
import type { KnownTarget } from "./known-target.ts";
import type { MappingModel } from "./mapping-model.ts";
import type { FileIdentity } from "./place.ts";

/** What each name of a document means: what diagnostics, hover and completion read. */
export interface Binding {
  readonly tree: DocumentTree;
  readonly file: FileIdentity;
  /** Everything the file means, put together when it is first asked for. */
  readonly model: MappingModel;
  readonly statements: BoundStatements;
  /** The files that `use` statements name, as they were read for this binding. */
  readonly used: UsedFiles;
  /** Kept for the next binding of the same document. */
  readonly scope: NameScope;
}

/** By the name that a `use` gives: what the file means, or why it could not be taken in. */
export type UsedFiles = ReadonlyMap<string, Binding | UnreadableUse>;

/**
 * `cycle`: the file uses this one, directly or through others. `unknown`: this host cannot read files. `not-relative`: the name is a whole path
 * or address. `not-a-file`: a folder, a device, or no text. `too-large`, `too-many`, `too-deep`: beyond the bounds of the language page §4.
 */
export type UnreadableUse = "not-found" | "cycle" | "unknown" | "not-relative" | "not-a-file" | "too-large" | "too-many" | "too-deep";

/** The statements of a document with what their names mean, each worked out when it is first asked for. */
export interface BoundStatements extends Iterable<readonly [index: number, statement: BoundStatement]> {
  /** By index of the statement. */
  get(index: number): BoundStatement | undefined;
  values(): Iterable<BoundStatement>;
  /** One that is at hand; `index` is where it stands. */
  bound(statement: UnplacedStatement, index: number): BoundStatement;
  /** What a block is about; `below` is the index of a statement in it. */
  contextIn(block: Block, below: number): BlockContext;
}

/**
 * One statement with what its names mean. It says nothing about where it stands, so it stays the same object while neither its own text nor
 * what its names mean changes, and whatever was found out about it stays with it.
 */
export interface BoundStatement<Node extends StatementNode = StatementNode> {
  readonly node: Node;
  readonly block: Statement["block"];
  readonly tokens: Statement["tokens"];
  readonly problems: Statement["parsed"]["problems"];
  /** What names mean around it. */
  readonly scope: NameScope;
  /** The target path of a mapping or of an expected value. */
  readonly path: ResolvedPath | undefined;
  /** The expression of a mapping or a let. */
  readonly expression: Expression | undefined;
  /** Every expression in that one, itself first, in the order of the text: most rules look at each. */
  readonly parts: readonly Expression[];
  /** Source attributes named outside expressions: in `where` and `given`. */
  readonly sourceNames: readonly NameText[];
  /** The kind of source object whose attributes are meant. */
  readonly sourceType: string | undefined;
  /** What its map leads to, or what its test is for; undefined where that is unknown or quoted. */
  readonly resourceType: ResourceType | undefined;
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

/** A name of a value filter, and what it means. */
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
  readonly parts: ScopeParts;
  readonly target: KnownTarget;
  /** `target.catalog` and `target.connector`, which most readers want. */
  readonly catalog: SchemaCatalog;
  readonly connector: Connector;
  /** URNs by their short names, the predeclared one included; undefined for a declaration whose URN is missing. */
  readonly aliases: ReadonlyMap<string, string | undefined>;
  /** Lets by name, in lower case. */
  readonly lets: ReadonlyMap<string, LetDefinition>;
  /** Schemas that files declare, those of used files before those of this one. */
  readonly fileSchemas: readonly SchemaSource[];
  readonly sources: readonly DeclaredSource[];
  readonly maps: readonly MapHead[];
  /** `use` statements whose file could not be taken in, by the name they give. */
  readonly unreadableUses: ReadonlyMap<string, UnreadableUse>;
  /** The expression of a let, the same one for all who ask. */
  readonly letExpressionOf: (node: ExpressionNode) => Expression;
  /** What comes of a let of this file; undefined where it has none of that name, which is compared without case. */
  readonly verdictOnLet: (name: string) => LetVerdict | undefined;
  /** What a statement's names mean; `context` is what its block is about. */
  readonly boundOf: (statement: Unbound, context: BlockContext) => BoundStatement;
}

/** What decides the meaning of names. */
export interface ScopeParts {
  /** What is known of the target, and the scopes of used files. */
  readonly surroundings: readonly unknown[];
  /** The statements that declare something, chunk by chunk. */
  readonly declaring: readonly (readonly Unbound[])[];
}

/** A statement, wherever it stands. */
export type Unbound = Pick<Statement, "parsed" | "block" | "tokens">;

/** What a block is about, for the statements in it. */
export interface BlockContext {
  /** The kind of its head; undefined at the top of a file. */
  readonly head: StatementNode["kind"] | undefined;
  readonly sourceType: string | undefined;
  readonly resourceType: ResourceType | undefined;
}

/** What `source User { … }` declares. */
export interface DeclaredSource {
  readonly objectType: string;
  readonly attributes: readonly Attribute[];
}

/** What the head of a map says. */
export interface MapHead {
  readonly source: string;
  readonly resourceType: ResourceType | undefined;
  readonly disabled: boolean;
}
