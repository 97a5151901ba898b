import { own, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { TextRange } from "#base/text-range";
import type { AttributeMappingNode } from "#syntax/ast";
import type { DocumentTree, LinePosition, Statement } from "#syntax/parse";
import { positionOf } from "#syntax/parse";
import { textIn } from "#syntax/statement-text";
import type { DocumentSnapshot } from "#workspace/snapshot";

/** What an entry of the outline is. */
export type SymbolKind = "provision" | "environment" | "schema" | "source" | "attribute" | "let" | "map" | "filter" | "mapping" | "test";

/** An entry of the outline. `start` and `end` span the whole block, the selection its name. */
export interface OutlineEntry {
  readonly name: Part;
  readonly detail: Part;
  readonly kind: SymbolKind;
  readonly start: LinePosition;
  readonly end: LinePosition;
  readonly selectionStart: LinePosition;
  readonly selectionEnd: LinePosition;
  readonly children: readonly OutlineEntry[];
}

interface Title {
  readonly name: Part;
  readonly detail: Part;
  readonly kind: SymbolKind;
  /** The words that name the statement; the whole statement where they are missing. */
  readonly selection: TextRange | undefined;
}

/** What a document holds: provision with environments, schemas, sources, lets, maps with filters and mappings, tests. */
export function documentSymbols({ tree }: DocumentSnapshot): readonly OutlineEntry[] {
  const children = Map.groupBy(tree.statements, ({ opener }) => opener);
  const closers = new Map(
    tree.statements.flatMap((statement) => (statement.parsed.node.kind === "Close" ? [[statement.opener, statement] as const] : [])),
  );
  const entriesOf = (opener: number): readonly OutlineEntry[] => (children.get(opener) ?? []).flatMap((statement) => entryOf(statement));

  function entryOf(statement: Statement): readonly OutlineEntry[] {
    const title = titleOf(statement, tree);
    if (title === undefined) return [];
    const at = (offset: number): LinePosition => positionOf(tree, statement, offset);
    const { range } = statement.parsed.node;
    const selection = title.selection ?? range;
    const last = lastOfBlock(statement, children, closers);
    return [
      {
        name: title.name,
        detail: title.detail,
        kind: title.kind,
        start: at(range.start),
        end: positionOf(tree, last, last.parsed.node.range.end),
        selectionStart: at(selection.start),
        selectionEnd: at(selection.end),
        children: title.kind === "test" ? [] : entriesOf(statement.index),
      },
    ];
  }

  return entriesOf(-1);
}

/** The closing brace of a block, or what stands last in one that is not closed. */
function lastOfBlock(
  statement: Statement,
  children: ReadonlyMap<number, readonly Statement[]>,
  closers: ReadonlyMap<number, Statement>,
): Statement {
  const closer = closers.get(statement.index);
  if (closer !== undefined) return closer;
  const last = children.get(statement.index)?.at(-1);
  return last === undefined ? statement : lastOfBlock(last, children, closers);
}

function titleOf(statement: Statement, tree: DocumentTree): Title | undefined {
  const { node } = statement.parsed;
  switch (node.kind) {
    case "Provision":
      return { name: own(node.name?.value ?? "provision"), detail: own("provision"), kind: "provision", selection: node.name?.range };
    case "Environment":
      return { name: own(node.name?.text ?? "environment"), detail: own("environment"), kind: "environment", selection: node.name?.range };
    case "Schema":
      return {
        name: own(node.name?.text ?? "schema"),
        detail: own(node.urn?.text ?? "schema"),
        kind: "schema",
        selection: node.name?.range,
      };
    case "Source":
      return { name: own(node.name?.text ?? "source"), detail: say`source attributes`, kind: "source", selection: node.name?.range };
    case "AttributeDeclaration":
      return {
        name: own(node.name?.text ?? "attribute"),
        detail: own(`${node.type?.text ?? ""}${node.multiValued ? "[]" : ""}`),
        kind: "attribute",
        selection: node.name?.range,
      };
    case "Let":
      return { name: own(node.name?.text ?? "let"), detail: own("let"), kind: "let", selection: node.name?.range };
    case "Map":
      return {
        name: own(`${node.source?.text ?? "…"} → ${node.target?.text ?? "…"}`),
        detail: node.disabled ? say`map, disabled` : own("map"),
        kind: "map",
        selection: node.source?.range,
      };
    case "Where":
      return {
        name: own(node.title?.value ?? (node.alternative ? "or where" : "where")),
        detail: own(node.alternative ? "or where" : "where"),
        kind: "filter",
        selection: node.title?.range,
      };
    case "AttributeMapping":
      return mappingTitle(statement, node, tree);
    case "Test":
      return {
        name: own(node.name?.value ?? "test"),
        detail: say`test for ${own(node.target?.text ?? "…")}`,
        kind: "test",
        selection: node.name?.range,
      };
    case "Use":
    case "Setting":
    case "Actions":
    case "Given":
    case "Expect":
    case "ValueAssignment":
    case "Close":
    case "Unknown":
      return undefined;
  }
}

/** Named as it is written: the outline is searched for what people see. */
function mappingTitle(statement: Statement, node: AttributeMappingNode, tree: DocumentTree): Title {
  const name = node.target === undefined ? "" : textIn(tree, statement, node.target.range);
  const detail = node.modifiers.map(({ range }) => textIn(tree, statement, range)).join(" ");
  return { name: own(name === "" ? "…" : name), detail: own(detail), kind: "mapping", selection: node.target?.range };
}
