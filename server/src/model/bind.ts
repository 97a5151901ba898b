import type { FilterNode, NameText } from "#scim/filter/ast";
import type { ResourceType } from "#scim/schema";
import type { SchemaCatalog } from "#scim/schema-catalog";
import type { AttributeMappingNode, MapNode, SettingNode, ValueAssignmentNode, WhereNode } from "#syntax/ast";
import { positionOf, type DocumentTree, type Statement } from "#syntax/parse";
import { bindAliases, bindSources } from "./bind-schemas.ts";
import { bindTests } from "./bind-tests.ts";
import { bindSettings, connectorOf } from "./bind-settings.ts";
import type { Binding, BoundStatement, NameScope, ResolvedPath, UnreadableUse } from "./binding.ts";
import type {
  Action,
  AttributeMapping,
  LetDeclaration,
  MappingModel,
  MappingTarget,
  ObjectMapping,
  Provision,
  ScopingFilter,
} from "./mapping-model.ts";
import { nameScope } from "./name-scope.ts";
import type { FileIdentity, Place } from "./place.ts";
import type { TargetKnowledge } from "./target-knowledge.ts";

export interface BindOptions {
  readonly file: FileIdentity;
  /** What a connection test learnt from the target; it wins over everything else. */
  readonly target?: TargetKnowledge | undefined;
  /** The files that `use` statements name, by index of the statement; their schemas, sources and lets are known here too. */
  readonly used?: ReadonlyMap<number, Binding | UnreadableUse> | undefined;
  /** The document before an edit: what is known of statements that stayed the same is taken over. */
  readonly previous?: Binding | undefined;
}

/** Gives every name of a document its meaning. Total like the parser: broken statements yield what can be known of them. */
export function bind(tree: DocumentTree, options: BindOptions): Binding {
  return new Binder(tree, options).bind();
}

class Binder {
  readonly #tree: DocumentTree;
  readonly #file: FileIdentity;
  readonly #target: TargetKnowledge | undefined;
  readonly #used: readonly MappingModel[];
  readonly #unreadable: ReadonlyMap<number, UnreadableUse>;
  readonly #previous: NameScope | undefined;
  readonly #children: ReadonlyMap<number, readonly Statement[]>;
  readonly #bound = new Map<number, BoundStatement>();

  constructor(tree: DocumentTree, options: BindOptions) {
    this.#tree = tree;
    this.#children = Map.groupBy(tree.statements, (statement) => statement.opener);
    this.#file = options.file;
    this.#target = options.target;
    this.#previous = options.previous?.scope;
    const used = [...(options.used ?? [])];
    this.#used = used.flatMap(([, file]) => (typeof file === "string" ? [] : [file.model]));
    this.#unreadable = new Map(used.flatMap(([index, file]) => (typeof file === "string" ? [[index, file] as const] : [])));
  }

  bind(): Binding {
    const provisionSettings = this.#settingsIn("provision");
    const connector = connectorOf(provisionSettings);
    const place = (statement: Statement): Place => this.#place(statement);
    const aliases = [...this.#used.flatMap((model) => model.aliases), ...bindAliases(this.#tree, place)];
    const sources = [...this.#used.flatMap((model) => model.sources), ...bindSources(this.#tree, place)];
    const scope = nameScope({ tree: this.#tree, connector, target: this.#target, used: this.#used, aliases }, this.#previous);
    const { target } = scope;
    const { catalog } = target;
    const lets = this.#bindLets(scope);
    const maps = this.#bindMaps(scope);
    this.#bindAssignments(scope, maps);
    const tests = bindTests({
      tree: this.#tree,
      childrenOf: (opener) => this.#childrenOf(opener),
      place: (statement, range) => this.#place(statement, range),
      bound: this.#bound,
      findResourceType: (name) => findResourceType(name, catalog),
    });
    const model: MappingModel = {
      provision: this.#bindProvision(provisionSettings, connector),
      connector,
      catalog,
      target,
      maps,
      lets,
      aliases,
      sources,
      tests,
    };
    return { tree: this.#tree, file: this.#file, model, statements: this.#bound, unreadableUses: this.#unreadable, scope };
  }

  #bindProvision(settings: readonly SettingNode[], connector: MappingModel["connector"]): Provision {
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

  #settingsIn(block: "provision"): readonly SettingNode[] {
    return this.#tree.statements
      .filter((statement) => statement.block === block)
      .map(({ parsed }) => parsed.node)
      .filter((node) => node.kind === "Setting");
  }

  #bindLets(scope: NameScope): readonly LetDeclaration[] {
    const own = this.#tree.statements.flatMap((statement): readonly LetDeclaration[] => {
      const { node } = statement.parsed;
      if (node.kind !== "Let" || node.name === undefined || statement.block !== "document") return [];
      const expression = node.expression === undefined ? undefined : scope.expressionOf(node.expression);
      this.#bound.set(statement.index, { expression, sourceType: undefined });
      return [{ name: node.name.text, place: this.#place(statement, node.name.range), expression }];
    });
    return [...this.#used.flatMap((model) => model.lets), ...own];
  }

  #bindMaps(scope: NameScope): readonly ObjectMapping[] {
    return this.#tree.statements.flatMap((statement) => {
      const { node } = statement.parsed;
      return node.kind === "Map" ? [this.#bindMap(statement, node, scope)] : [];
    });
  }

  #bindMap(statement: Statement, node: MapNode, scope: NameScope): ObjectMapping {
    // A head that lost one of its names still says what its block is about.
    const source = node.source?.text ?? node.target?.text ?? "";
    const target = node.target?.text ?? node.source?.text ?? "";
    const resourceType = node.targetQuoted ? undefined : findResourceType(target, scope.target.catalog);
    const attributes: AttributeMapping[] = [];
    const scopingFilters: ScopingFilter[] = [];
    let actions: readonly Action[] = allActions;
    const children = this.#childrenOf(statement);
    const mapping: ObjectMapping = {
      place: this.#place(statement),
      source,
      sourceQuoted: node.sourceQuoted,
      target,
      targetQuoted: node.targetQuoted,
      resourceType,
      disabled: node.disabled,
      get actions() {
        return actions;
      },
      scopingFilters,
      attributes,
    };
    for (const child of children) {
      const { node: inner } = child.parsed;
      if (inner.kind === "Actions") actions = allActions.filter((action) => inner.actions.some(({ text }) => text === action));
      else if (inner.kind === "Where") scopingFilters.push(this.#bindWhere(child, inner, mapping, scopingFilters.length));
      else if (inner.kind === "AttributeMapping") attributes.push(this.#bindAttribute(child, inner, mapping, scope));
    }
    return mapping;
  }

  #bindWhere(statement: Statement, node: WhereNode, mapping: ObjectMapping, index: number): ScopingFilter {
    this.#bound.set(statement.index, {
      mapping,
      sourceType: mapping.source,
      sourceNames: node.filter === undefined ? [] : namesIn(node.filter),
    });
    return { place: this.#place(statement), title: node.title?.value ?? `Filter ${String(index + 1)}`, filter: node.filter };
  }

  #bindAttribute(statement: Statement, node: AttributeMappingNode, mapping: ObjectMapping, scope: NameScope): AttributeMapping {
    const path = node.target?.kind === "AttributePath" ? scope.pathOf(node.target, mapping.resourceType) : undefined;
    const expression = node.expression === undefined ? undefined : scope.expressionOf(node.expression);
    this.#bound.set(statement.index, { path, expression, mapping, sourceType: mapping.source });
    const match = node.modifiers.find((modifier) => modifier.kind === "Match");
    const fallback = node.modifiers.find((modifier) => modifier.kind === "Default");
    const on = node.modifiers.find((modifier) => modifier.kind === "On");
    const precedence = match === undefined ? undefined : Number(match.precedence?.text ?? "1");
    const none = expression?.kind === "word" && expression.name === "none";
    return {
      place: this.#place(statement),
      target: this.#bindTarget(statement, node, path),
      source: none ? { kind: "none" } : { kind: "expression", expression: expression ?? { kind: "missing", range: node.range } },
      matchingPriority: precedence,
      defaultValue: fallback?.value?.value,
      flowType:
        on?.flow === undefined
          ? on === undefined
            ? "Always"
            : "ObjectAddOnly"
          : "kind" in on.flow
            ? { quoted: on.flow.value }
            : "ObjectAddOnly",
    };
  }

  #bindTarget(statement: Statement, node: AttributeMappingNode, resolved: ResolvedPath | undefined): MappingTarget {
    const place = this.#place(statement, node.target?.range);
    if (node.target?.kind === "Text") return { kind: "quoted", text: node.target.value, place };
    if (resolved?.path === undefined || resolved.canonical === undefined) return { kind: "missing", place };
    return {
      kind: "path",
      place,
      text: this.#textOf(statement, resolved.node.range),
      path: resolved.path,
      canonical: resolved.canonical,
      attribute: resolved.attribute,
      subAttribute: resolved.subAttribute,
      definition: resolved.subName === undefined ? resolved.attribute : resolved.subAttribute,
    };
  }

  #bindAssignments(scope: NameScope, maps: readonly ObjectMapping[]): void {
    for (const statement of this.#tree.statements) {
      const { node } = statement.parsed;
      if (node.kind !== "ValueAssignment") continue;
      const test = this.#opener(this.#opener(statement));
      const wanted = test?.parsed.node.kind === "Test" ? (test.parsed.node.target?.text ?? "") : "";
      this.#bindAssignment(statement, node, findResourceType(wanted, scope.target.catalog), maps, scope);
    }
  }

  #bindAssignment(
    statement: Statement,
    node: ValueAssignmentNode,
    resourceType: ResourceType | undefined,
    maps: readonly ObjectMapping[],
    scope: NameScope,
  ): void {
    const sourceType =
      maps.find((map) => map.resourceType !== undefined && map.resourceType === resourceType)?.source ?? resourceType?.name;
    if (node.target?.kind !== "AttributePath") return;
    if (statement.block === "expect") {
      this.#bound.set(statement.index, { path: scope.pathOf(node.target, resourceType) });
      return;
    }
    const name = sourceName(node.target);
    this.#bound.set(statement.index, { sourceType, sourceNames: name === undefined ? [] : [name] });
  }

  #childrenOf(opener: Statement): readonly Statement[] {
    return this.#children.get(opener.index) ?? [];
  }

  #opener(statement: Statement | undefined): Statement | undefined {
    return statement === undefined || statement.opener < 0 ? undefined : this.#tree.statements[statement.opener];
  }

  #textOf(statement: Statement, { start, end }: { start: number; end: number }): string {
    return this.#tree.lines
      .slice(statement.firstLine, statement.lastLine + 1)
      .join("\n")
      .slice(start, end);
  }

  #place(statement: Statement, range = statement.parsed.node.range): Place {
    const { line, character } = positionOf(this.#tree, statement, range.start);
    return { file: this.#file, statement: statement.index, range, line, column: character };
  }
}

const allActions: readonly Action[] = ["create", "update", "delete"];

/** By name, by core URN, or by the URN of one of its extensions (Entra names the User object by the enterprise URN). */
function findResourceType(text: string, catalog: SchemaCatalog): ResourceType | undefined {
  const wanted = text.toLowerCase();
  return (
    catalog.resourceType(text) ??
    catalog.resourceTypes.find((type) => type.schemaExtensions.some(({ schema }) => schema.toLowerCase() === wanted))
  );
}

/** A source attribute written as a path: `employeeOrgData.costCenter`. */
function sourceName(path: { readonly attribute: NameText | undefined; readonly subAttribute: NameText | undefined }): NameText | undefined {
  const { attribute, subAttribute } = path;
  if (attribute === undefined || subAttribute === undefined) return attribute;
  return { text: `${attribute.text}.${subAttribute.text}`, range: { start: attribute.range.start, end: subAttribute.range.end } };
}

function namesIn(filter: FilterNode): readonly NameText[] {
  switch (filter.kind) {
    case "And":
    case "Or":
      return filter.operands.flatMap(namesIn);
    case "Not":
      return filter.operand === undefined ? [] : namesIn(filter.operand);
    case "ValuePath":
    case "Comparison": {
      const name = filter.path === undefined ? undefined : sourceName(filter.path);
      return name === undefined ? [] : [name];
    }
  }
}
