import SCIMMY from "scimmy";
import type { Connector } from "#model/connectors/connector";
import type { JsonValue, Resource } from "#scim/resource";
import { attributeNamed } from "./attribute-named.ts";

/** What the library makes of a filter: per attribute `["eq", "x"]`, several of these, or the same for its sub-attributes. */
type Expression = readonly unknown[] | { readonly [name: string]: Expression };
type Branch = Readonly<Record<string, Expression>>;
type View = Readonly<Record<string, JsonValue>>;

/**
 * Filters resources with the library's filter, minding what it leaves out: case where the schema says that case does not matter, names
 * qualified by a URN, and what the application cannot filter by.
 */
export class ResourceFilter {
  readonly #connector: Connector;
  readonly #resourceType: string;
  readonly #definition: SCIMMY.Types.SchemaDefinition;
  readonly #views = new WeakMap<Resource, View>();

  constructor(connector: Connector, resourceType: string, definition: SCIMMY.Types.SchemaDefinition) {
    this.#connector = connector;
    this.#resourceType = resourceType;
    this.#definition = definition;
  }

  match(filter: SCIMMY.Types.Filter, resources: readonly Resource[]): readonly Resource[] {
    const branches = [...filter] as Branch[];
    const names = [...new Set(branches.flatMap((branch) => Object.keys(branch)))];
    for (const name of names) this.#refuseUnfilterable(name);
    // The library looks into a complex attribute without asking whether there is one.
    const nested = names.filter((name) => branches.some((branch) => branch[name] !== undefined && !Array.isArray(branch[name])));
    const empty = Object.fromEntries(nested.map((name) => [name.toLowerCase(), {}]));
    const library = new SCIMMY.Types.Filter(branches.map((branch) => this.#foldBranch(branch, "")));
    return resources.filter((resource) => library.match([{ ...empty, ...this.#view(resource) }]).length > 0);
  }

  #refuseUnfilterable(name: string): void {
    const wanted = this.#withoutCoreUrn(name).toLowerCase();
    const rows = (this.#connector.resourceTypes?.[this.#resourceType]?.attributes ?? []).filter(({ path }) => {
      const row = path.toLowerCase();
      return row === wanted || row.startsWith(`${wanted}[`) || row.startsWith(`${wanted}.`);
    });
    if (rows.length === 0 || rows.some(({ filterable }) => filterable !== false)) return;
    const detail = `${this.#connector.displayName} cannot filter resources of type ${this.#resourceType} by '${name}'.`;
    throw new SCIMMY.Types.Error(400, "invalidFilter", detail);
  }

  #withoutCoreUrn(name: string): string {
    const prefix = `${this.#definition.id}:`;
    return name.toLowerCase().startsWith(prefix.toLowerCase()) ? name.slice(prefix.length) : name;
  }

  #foldBranch(branch: Branch, parent: string): Branch {
    return Object.fromEntries(
      Object.entries(branch).map(([name, expression]) => [name, this.#foldExpression(expression, `${parent}${name}`)]),
    );
  }

  #foldExpression(expression: Expression, path: string): Expression {
    if (!isList(expression)) return this.#foldBranch(expression, `${path}.`);
    if (expression.every(Array.isArray)) return expression.map((each) => this.#foldExpression(each as Expression, path));
    const last = expression.length - 1;
    return expression.map((part, index) => (index === last && index > 0 && typeof part === "string" ? this.#fold(part, path) : part));
  }

  /** The resource under every name a filter may use, texts folded; its keys in lower case. */
  #view(resource: Resource): View {
    let view = this.#views.get(resource);
    if (view === undefined) {
      view = Object.fromEntries(Object.entries(resource).flatMap(([name, value]) => this.#entries(name, value)));
      this.#views.set(resource, view);
    }
    return view;
  }

  #entries(name: string, value: JsonValue): readonly (readonly [string, JsonValue])[] {
    if (name.toLowerCase().startsWith("urn:")) {
      return Object.entries(value as Resource).map(([attribute, inner]) => this.#entry(`${name}:${attribute}`, inner));
    }
    const [key, folded] = this.#entry(name, value);
    return [
      [key, folded],
      [`${this.#definition.id}:${name}`.toLowerCase(), folded],
    ];
  }

  #entry(path: string, value: JsonValue): readonly [string, JsonValue] {
    return [path.toLowerCase(), this.#foldValue(value, path)];
  }

  #foldValue(value: JsonValue, path: string): JsonValue {
    if (typeof value === "string") return this.#fold(value, path);
    if (typeof value !== "object" || value === null) return value;
    if (isList(value)) return value.map((element) => this.#foldValue(element, path));
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, this.#foldValue(inner, `${path}.${name}`)]));
  }

  #fold(text: string, path: string): string {
    const attribute = attributeNamed(this.#definition, path);
    return attribute?.type === "string" && attribute.config.caseExact !== true ? text.toLowerCase() : text;
  }
}

/** `Array.isArray` that knows read-only arrays. */
function isList<T extends object>(value: T): value is Extract<T, readonly unknown[]> {
  return Array.isArray(value);
}
