import type { FilterNode, NameText } from "#scim/filter/ast";
import { dottedName, walkFilter } from "#scim/filter/walk";
import type { LetNode, StatementNode, ValueAssignmentNode } from "#syntax/ast";
import { bindExpression, walkExpression } from "./bind-expression.ts";
import { resolvePath } from "./bind-path.ts";
import type { BlockContext, BoundStatement, NameScope, Unbound } from "./binding.ts";
import { mapOfTest } from "./map-of-test.ts";
import { resourceTypeNamed } from "./resource-type-named.ts";

type Meaning = Pick<BoundStatement, "path" | "expression" | "sourceNames" | "sourceType" | "resourceType">;

/** Looks up the names of one statement. Total: what is unknown or missing stays undefined. */
export function bindStatement({ parsed, block, tokens }: Unbound, context: BlockContext, scope: NameScope): BoundStatement {
  const { node, problems } = parsed;
  const { path, expression, sourceNames, sourceType, resourceType } = meaningOf(node, block, context, scope);
  const parts = expression === undefined ? noParts : walkExpression(expression);
  return { node, block, tokens, problems, scope, path, expression, parts, sourceNames, sourceType, resourceType };
}

const noParts: BoundStatement["parts"] = [];

/** What the block that `head` opens is about; `outer` is what `head` stands in. */
export function contextOf({ parsed: { node } }: Pick<Unbound, "parsed">, outer: BlockContext, scope: NameScope): BlockContext {
  if (node.kind === "Map" || node.kind === "Test") return { head: node.kind, ...objectsOf(node, scope) };
  const inTest = (node.kind === "Given" || node.kind === "Expect") && outer.head === "Test";
  return { ...(inTest ? outer : nowhere), head: node.kind };
}

/** The top of a file, which is about nothing in particular. */
export const nowhere: BlockContext = { head: undefined, sourceType: undefined, resourceType: undefined };

type HeadNode = Extract<StatementNode, { kind: "Map" | "Test" }>;

function objectsOf(node: HeadNode, scope: NameScope): Pick<BlockContext, "sourceType" | "resourceType"> {
  if (node.kind === "Map") {
    const { source, target } = namesOfMap(node);
    return { sourceType: source, resourceType: node.targetQuoted ? undefined : resourceTypeNamed(target, scope.catalog) };
  }
  const resourceType = resourceTypeNamed(node.target?.text ?? "", scope.catalog);
  const map = mapOfTest(scope.maps, resourceType);
  return { sourceType: map?.source ?? resourceType?.name, resourceType };
}

/** A head that lost one of its names still says what its block is about. */
export function namesOfMap({ source, target }: Extract<StatementNode, { kind: "Map" }>): {
  readonly source: string;
  readonly target: string;
} {
  return { source: source?.text ?? target?.text ?? "", target: target?.text ?? source?.text ?? "" };
}

const noNames: readonly NameText[] = [];
const nothing: Meaning = { path: undefined, expression: undefined, sourceNames: noNames, sourceType: undefined, resourceType: undefined };

function meaningOf(node: StatementNode, block: Unbound["block"], context: BlockContext, scope: NameScope): Meaning {
  const { sourceType, resourceType } = context;
  switch (node.kind) {
    case "Let":
      return letMeaning(node, block, scope);
    case "Map":
    case "Test":
      return { path: undefined, expression: undefined, sourceNames: noNames, ...objectsOf(node, scope) };
    case "Where": {
      if (context.head !== "Map") return nothing;
      const sourceNames = node.filter === undefined ? noNames : namesIn(node.filter);
      return { path: undefined, expression: undefined, sourceNames, sourceType, resourceType };
    }
    case "AttributeMapping": {
      if (context.head !== "Map") return nothing;
      const path = node.target?.kind === "AttributePath" ? resolvePath(node.target, resourceType, scope) : undefined;
      const expression = node.expression === undefined ? undefined : bindExpression(node.expression, scope.lets);
      return { path, expression, sourceNames: noNames, sourceType, resourceType };
    }
    case "Actions":
      return { path: undefined, expression: undefined, sourceNames: noNames, sourceType, resourceType };
    case "ValueAssignment":
      return valueMeaning(node, block, context, scope);
    case "Use":
    case "Provision":
    case "Environment":
    case "Setting":
    case "Schema":
    case "Source":
    case "AttributeDeclaration":
    case "Given":
    case "Expect":
    case "Close":
    case "Unknown":
      return nothing;
  }
}

/** One inside a block is misplaced and declares nothing. */
function letMeaning({ name, expression }: LetNode, block: Unbound["block"], scope: NameScope): Meaning {
  if (block !== "document" || name === undefined || expression === undefined) return nothing;
  return { ...nothing, expression: scope.letExpressionOf(expression) };
}

/** A source attribute in `given`, a target path in `expect`. */
function valueMeaning({ target }: ValueAssignmentNode, block: Unbound["block"], context: BlockContext, scope: NameScope): Meaning {
  const { sourceType, resourceType } = context;
  if (target?.kind !== "AttributePath") return nothing;
  if (block === "expect") return { ...nothing, path: resolvePath(target, resourceType, scope), resourceType };
  const name = dottedName(target);
  return { ...nothing, sourceType, resourceType, sourceNames: name === undefined ? [] : [name] };
}

/** Source attributes that a scoping filter names. */
function namesIn(filter: FilterNode): readonly NameText[] {
  return [...walkFilter(filter)].flatMap((part) => {
    const path = part.kind === "Comparison" || part.kind === "ValuePath" ? part.path : undefined;
    return (path && dottedName(path)) ?? [];
  });
}
