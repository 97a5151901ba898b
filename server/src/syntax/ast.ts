import type { TextRange } from "#base/text-range";
import type { AttributePathNode, FilterNode, LiteralNode, NameText } from "#scim/filter/ast";

/** Blocks decide what a statement inside them can be. `document` is the file itself. */
export type BlockKind = "document" | "provision" | "environment" | "schema" | "source" | "map" | "test" | "given" | "expect";

/** A quoted text: `value` after escapes, `range` with its quotes. */
export interface TextNode {
  readonly kind: "Text";
  readonly range: TextRange;
  readonly value: string;
}

// --- expressions (language page §2) -------------------------------------------------------------------------------

/** Whatever can stand behind the `=` of a mapping. */
export type ExpressionNode =
  CallNode | SourceReferenceNode | TextNode | NumberNode | WordNode | ConcatenationNode | ComparisonExpressionNode;

/** `Name(…)`. */
export interface CallNode {
  readonly kind: "Call";
  readonly range: TextRange;
  readonly callee: NameText;
  /** One entry per position; an empty argument ("not given") is undefined. */
  readonly arguments: readonly ArgumentNode[];
  readonly closed: boolean;
}

/** One position between commas. `expression` is undefined where nothing stands. */
export interface ArgumentNode {
  readonly range: TextRange;
  readonly expression: ExpressionNode | undefined;
}

/** `[employeeOrgData.costCenter]` with its brackets; `name` is what stands between them. */
export interface SourceReferenceNode {
  readonly kind: "SourceReference";
  readonly range: TextRange;
  readonly name: NameText | undefined;
}

/** A number as written, hexadecimal ones included. */
export interface NumberNode {
  readonly kind: "Number";
  readonly range: TextRange;
  /** As written: `12`, `-1.5`, `&HF7`. */
  readonly text: string;
}

/** One of Entra's bare words, or `none`. */
export interface WordNode {
  readonly kind: "Word";
  readonly range: TextRange;
  readonly name: string;
}

/** Operands with `&` between them. */
export interface ConcatenationNode {
  readonly kind: "Concatenation";
  readonly range: TextRange;
  readonly operands: readonly ExpressionNode[];
}

/** `left = right` inside an argument (IIF, CBool). */
export interface ComparisonExpressionNode {
  readonly kind: "ComparisonExpression";
  readonly range: TextRange;
  readonly operator: "=" | "<>" | "<" | "<=" | ">" | ">=";
  readonly left: ExpressionNode | undefined;
  readonly right: ExpressionNode | undefined;
}

// --- statements -----------------------------------------------------------------------------------------------------

/** `use "file"`. */
export interface UseNode {
  readonly kind: "Use";
  readonly range: TextRange;
  readonly file: TextNode | undefined;
}

/** `provision "…" {`. */
export interface ProvisionNode {
  readonly kind: "Provision";
  readonly range: TextRange;
  readonly name: TextNode | undefined;
}

/** `environment name {`. */
export interface EnvironmentNode {
  readonly kind: "Environment";
  readonly range: TextRange;
  readonly name: NameText | undefined;
}

/** `name value` in `provision` and `environment`. */
export interface SettingNode {
  readonly kind: "Setting";
  readonly range: TextRange;
  readonly name: NameText | undefined;
  readonly value: TextNode | NumberNode | WordNode | undefined;
}

/** `schema name = urn`, with or without a block. */
export interface SchemaNode {
  readonly kind: "Schema";
  readonly range: TextRange;
  readonly name: NameText | undefined;
  readonly urn: NameText | undefined;
}

/** `source User {`. */
export interface SourceNode {
  readonly kind: "Source";
  readonly range: TextRange;
  readonly name: NameText | undefined;
}

/** `name type characteristics` in `schema` and `source`. */
export interface AttributeDeclarationNode {
  readonly kind: "AttributeDeclaration";
  readonly range: TextRange;
  readonly name: NameText | undefined;
  readonly type: NameText | undefined;
  readonly multiValued: boolean;
  readonly characteristics: readonly NameText[];
}

/** `let name = expression`. */
export interface LetNode {
  readonly kind: "Let";
  readonly range: TextRange;
  readonly name: NameText | undefined;
  readonly expression: ExpressionNode | undefined;
}

/** `map User -> User {`: a quoted name is Entra's own. */
export interface MapNode {
  readonly kind: "Map";
  readonly range: TextRange;
  readonly source: NameText | undefined;
  readonly sourceQuoted: boolean;
  readonly target: NameText | undefined;
  readonly targetQuoted: boolean;
  readonly disabled: boolean;
}

/** `actions create update delete`. */
export interface ActionsNode {
  readonly kind: "Actions";
  readonly range: TextRange;
  readonly actions: readonly NameText[];
}

/** `where "title" filter`, or `or where …`. */
export interface WhereNode {
  readonly kind: "Where";
  readonly range: TextRange;
  /** `or where` rather than `where`. */
  readonly alternative: boolean;
  readonly title: TextNode | undefined;
  readonly filter: FilterNode | undefined;
}

/** `target = source`. A half-typed line is still one of these, with pieces missing. */
export interface AttributeMappingNode {
  readonly kind: "AttributeMapping";
  readonly range: TextRange;
  readonly target: AttributePathNode | TextNode | undefined;
  readonly expression: ExpressionNode | undefined;
  readonly modifiers: readonly ModifierNode[];
}

/** What stands behind an expression: `match`, `default` and `on`. */
export type ModifierNode =
  | { readonly kind: "Match"; readonly range: TextRange; readonly precedence: NumberNode | undefined }
  | { readonly kind: "Default"; readonly range: TextRange; readonly value: TextNode | undefined }
  | { readonly kind: "On"; readonly range: TextRange; readonly flow: NameText | TextNode | undefined };

/** `test "…" for User {`. */
export interface TestNode {
  readonly kind: "Test";
  readonly range: TextRange;
  readonly name: TextNode | undefined;
  readonly target: NameText | undefined;
}

/** `given {`. */
export interface GivenNode {
  readonly kind: "Given";
  readonly range: TextRange;
}

/** `expect create {`, or `expect skip`. */
export interface ExpectNode {
  readonly kind: "Expect";
  readonly range: TextRange;
  readonly expectation: NameText | undefined;
}

/** `name = value` of a `given` or an `expect` block. */
export interface ValueAssignmentNode {
  readonly kind: "ValueAssignment";
  readonly range: TextRange;
  /** A source attribute in `given`, a target path in `expect`. */
  readonly target: AttributePathNode | TextNode | undefined;
  readonly value: ValueNode | undefined;
}

/** Whatever can stand behind the `=` of `given` and `expect`. */
export type ValueNode = LiteralNode | ListNode;

/** `[a, b]`. */
export interface ListNode {
  readonly kind: "List";
  readonly range: TextRange;
  readonly items: readonly ValueNode[];
}

/** `}`. */
export interface CloseNode {
  readonly kind: "Close";
  readonly range: TextRange;
}

/** A line that is no statement of its block; its tokens are kept, its problem says what was expected. */
export interface UnknownNode {
  readonly kind: "Unknown";
  readonly range: TextRange;
}

/** Whatever a statement can be. */
export type StatementNode =
  | UseNode
  | ProvisionNode
  | EnvironmentNode
  | SettingNode
  | SchemaNode
  | SourceNode
  | AttributeDeclarationNode
  | LetNode
  | MapNode
  | ActionsNode
  | WhereNode
  | AttributeMappingNode
  | TestNode
  | GivenNode
  | ExpectNode
  | ValueAssignmentNode
  | CloseNode
  | UnknownNode;
