import type { SchemaCatalog } from "#scim/schema-catalog";
import { resourceTypeOf } from "./connectors/connector.ts";
import type { Connector, ConnectorAttribute } from "./connectors/connector.ts";
import type { TargetKnowledge } from "./target-knowledge.ts";

/** Who says whether the target can look resources up by an attribute, and what. */
export interface Filterability {
  readonly filterable: boolean;
  readonly statedBy: "target" | "connector";
}

/**
 * Everything that is known of the system a mapping writes to. Rules, hovers, completions and previews ask here and nowhere else, so that
 * they agree: what a connection test found wins over the application's documentation, and what holds for one resource type says nothing
 * of another.
 */
export class KnownTarget {
  /** Schemas and resource types, merged over all who state them. */
  readonly catalog: SchemaCatalog;
  readonly connector: Connector;
  readonly #learnt: TargetKnowledge | undefined;

  constructor(catalog: SchemaCatalog, connector: Connector, learnt: TargetKnowledge | undefined) {
    this.catalog = catalog;
    this.connector = connector;
    this.#learnt = learnt;
  }

  /** Undefined where nobody says. The path is canonical: full URN for extensions, core URN left out. */
  filterability(resourceType: string, path: string): Filterability | undefined {
    const tried = this.#tried(resourceType).find((fact) => same(fact.path, path));
    if (tried !== undefined) return { filterable: tried.filterable, statedBy: "target" };
    const documented = this.listed(resourceType, path)?.filterable ?? undefined;
    return documented === undefined ? undefined : { filterable: documented, statedBy: "connector" };
  }

  /** Paths that the target can look resources of a type up by: first in the order of the documentation, then what only a test found. */
  filterablePaths(resourceType: string): readonly string[] {
    const documented = this.#rows(resourceType).map(({ path }) => path);
    const found = this.#tried(resourceType).map(({ path }) => path);
    const paths = [...documented, ...found.filter((path) => !documented.some((other) => same(other, path)))];
    return paths.filter((path) => this.filterability(resourceType, path)?.filterable === true);
  }

  /** The row of the application's attribute table for a path; undefined where the documentation does not list it. */
  listed(resourceType: string, path: string): ConnectorAttribute | undefined {
    return this.#rows(resourceType).find((row) => same(row.path, path));
  }

  /** Whether the application's documentation has an attribute table for a resource type at all. */
  lists(resourceType: string): boolean {
    return resourceTypeOf(this.connector, resourceType) !== undefined;
  }

  #rows(resourceType: string): readonly ConnectorAttribute[] {
    return resourceTypeOf(this.connector, resourceType)?.attributes ?? [];
  }

  #tried(resourceType: string): TargetKnowledge["filterable"] {
    return this.#learnt?.filterable.filter((fact) => same(fact.resourceType, resourceType)) ?? [];
  }
}

/** URNs and names are compared without regard to case (RFC 7643 §2.1). */
function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
