import { isDeclaration, readDeclarations } from "./declarations.ts";
import type { Declarations } from "./declarations.ts";
import type { TextRange } from "#base/text-range";
import type { AttributeMappingNode, MapNode, WhereNode } from "#syntax/ast";
import { positionOf, type DocumentTree, type Statement } from "#syntax/parse";
import { textIn } from "#syntax/statement-text";
import { actionsIn, allActions } from "./actions.ts";
import { bindSettings } from "./bind-settings.ts";
import { namesOfMap } from "./bind-statement.ts";
import { bindTests } from "./bind-tests.ts";
import type { BoundStatement, BoundStatements, NameScope, UsedFiles } from "./binding.ts";
import type { Action, AttributeMapping, MappingModel, MappingTarget, ObjectMapping, Provision, ScopingFilter } from "./mapping-model.ts";
import type { FileIdentity, Place } from "./place.ts";

/** What a model is put together from. */
export interface ModelInput {
  readonly tree: DocumentTree;
  readonly file: FileIdentity;
  readonly scope: NameScope;
  readonly used: UsedFiles;
  readonly statements: BoundStatements;
}

/** Everything a file means, with lines and columns: for previews, tests, hovers and completions. Diagnostics do without it. */
export function bindModel(input: ModelInput): MappingModel {
  return new ModelBinder(input).bind();
}

class ModelBinder {
  readonly #tree: DocumentTree;
  readonly #file: FileIdentity;
  readonly #scope: NameScope;
  readonly #used: readonly MappingModel[];
  readonly #statements: BoundStatements;
  readonly #declared: Declarations<Statement>;
  readonly #children: ReadonlyMap<number, readonly Statement[]>;

  constructor({ tree, file, scope, used, statements }: ModelInput) {
    this.#tree = tree;
    this.#file = file;
    this.#scope = scope;
    this.#used = [...used.values()].flatMap((each) => (typeof each === "string" ? [] : [each.model]));
    this.#statements = statements;
    this.#declared = readDeclarations(tree.statements.filter(isDeclaration));
    this.#children = Map.groupBy(tree.statements, (statement) => statement.opener);
  }

  bind(): MappingModel {
    const { connector, catalog, target } = this.#scope;
    return {
      provision: this.#bindProvision(),
      connector,
      catalog,
      target,
      maps: this.#bindMaps(),
      lets: [...this.#used.flatMap(({ lets }) => lets), ...this.#bindLets()],
      aliases: [...this.#used.flatMap(({ aliases }) => aliases), ...this.#bindAliases()],
      sources: [...this.#used.flatMap(({ sources }) => sources), ...this.#bindSources()],
      tests: bindTests({
        tree: this.#tree,
        childrenOf: (opener) => this.#childrenOf(opener),
        place: (statement, range) => this.#place(statement, range),
        statements: this.#statements,
      }),
    };
  }

  #bindProvision(): Provision {
    const { connector } = this.#scope;
    const { settings } = this.#declared;
    const opener = this.#tree.statements.find(({ parsed }) => parsed.node.kind === "Provision");
    const environments = this.#tree.statements.flatMap((statement) => {
      const { node } = statement.parsed;
      if (node.kind !== "Environment" || node.name === undefined) return [];
      const own = this.#childrenOf(statement)
        .map((child) => child.parsed.node)
        .filter((child) => child.kind === "Setting");
      return [{ name: node.name.text, place: this.#place(statement), settings: bindSettings([...settings, ...own], connector) }];
    });
    const node = opener?.parsed.node;
    return {
      name: node?.kind === "Provision" ? node.name?.value : undefined,
      place: opener === undefined ? undefined : this.#place(opener),
      settings: bindSettings(settings, connector),
      environments,
    };
  }

  #bindLets(): MappingModel["lets"] {
    return this.#declared.lets.map(({ statement, node, name }) => ({
      name,
      place: this.#place(statement, node.name?.range),
      expression: this.#bound(statement)?.expression,
    }));
  }

  #bindAliases(): MappingModel["aliases"] {
    return this.#declared.schemas.map(({ statement, ...schema }) => ({ ...schema, place: this.#place(statement) }));
  }

  #bindSources(): MappingModel["sources"] {
    return this.#declared.sources.map(({ statement, objectType, attributes }) => ({
      objectType,
      place: this.#place(statement),
      attributes: attributes.map((declared) => ({ ...declared.attribute, place: this.#place(declared.statement) })),
    }));
  }

  #bindMaps(): readonly ObjectMapping[] {
    return this.#tree.statements.flatMap((statement) => {
      const { node } = statement.parsed;
      return node.kind === "Map" ? [this.#bindMap(statement, node)] : [];
    });
  }

  #bindMap(statement: Statement, node: MapNode): ObjectMapping {
    const attributes: AttributeMapping[] = [];
    const scopingFilters: ScopingFilter[] = [];
    let actions: readonly Action[] = allActions;
    for (const child of this.#childrenOf(statement)) {
      const { node: inner } = child.parsed;
      if (inner.kind === "Actions") actions = actionsIn(inner);
      else if (inner.kind === "Where") scopingFilters.push(this.#bindWhere(child, inner, scopingFilters.length));
      else if (inner.kind === "AttributeMapping") attributes.push(this.#bindAttribute(child, inner));
    }
    return {
      place: this.#place(statement),
      ...namesOfMap(node),
      sourceQuoted: node.sourceQuoted,
      targetQuoted: node.targetQuoted,
      resourceType: this.#bound(statement)?.resourceType,
      disabled: node.disabled,
      actions,
      scopingFilters,
      attributes,
    };
  }

  #bindWhere(statement: Statement, node: WhereNode, index: number): ScopingFilter {
    return { place: this.#place(statement), title: node.title?.value ?? `Filter ${String(index + 1)}`, filter: node.filter };
  }

  #bindAttribute(statement: Statement, node: AttributeMappingNode): AttributeMapping {
    const bound = this.#bound(statement);
    const expression = bound?.expression;
    const fallback = node.modifiers.find((modifier) => modifier.kind === "Default");
    const none = expression?.kind === "word" && expression.name === "none";
    return {
      place: this.#place(statement),
      target: this.#bindTarget(statement, node, bound?.path),
      source: none ? { kind: "none" } : { kind: "expression", expression: expression ?? { kind: "missing", range: node.range } },
      matchingPriority: matchingPriorityOf(node),
      defaultValue: fallback?.value?.value,
      flowType: flowTypeOf(node),
    };
  }

  #bindTarget(statement: Statement, node: AttributeMappingNode, resolved: BoundStatement["path"]): MappingTarget {
    const place = this.#place(statement, node.target?.range);
    if (node.target?.kind === "Text") return { kind: "quoted", text: node.target.value, place };
    if (resolved?.path === undefined || resolved.canonical === undefined) return { kind: "missing", place };
    return {
      kind: "path",
      place,
      text: textIn(this.#tree, statement, resolved.node.range),
      path: resolved.path,
      canonical: resolved.canonical,
      attribute: resolved.attribute,
      subAttribute: resolved.subAttribute,
      definition: resolved.subName === undefined ? resolved.attribute : resolved.subAttribute,
    };
  }

  #bound({ index }: Statement): BoundStatement | undefined {
    return this.#statements.get(index);
  }

  #childrenOf(opener: Statement): readonly Statement[] {
    return this.#children.get(opener.index) ?? [];
  }

  #place(statement: Statement, range: TextRange = statement.parsed.node.range): Place {
    const { line, character } = positionOf(this.#tree, statement, range.start);
    return { file: this.#file, statement: statement.index, range, line, column: character };
  }
}

/** What stands behind `match`, 1 where nothing does; undefined for an attribute that nobody is matched by. */
export function matchingPriorityOf({ modifiers }: AttributeMappingNode): number | undefined {
  const match = modifiers.find((modifier) => modifier.kind === "Match");
  return match === undefined ? undefined : Number(match.precedence?.text ?? "1");
}

function flowTypeOf({ modifiers }: AttributeMappingNode): AttributeMapping["flowType"] {
  const on = modifiers.find((modifier) => modifier.kind === "On");
  if (on === undefined) return "Always";
  return on.flow !== undefined && "kind" in on.flow ? { quoted: on.flow.value } : "ObjectAddOnly";
}
