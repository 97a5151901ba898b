import { randomUUID } from "node:crypto";
import SCIMMY from "scimmy";
import type { Connector } from "#model/connectors/connector";
import type { JsonValue, Resource } from "#scim/resource";
import { ResourceFilter } from "./resource-filter.ts";

/** What a store needs to know of the resource type it holds. */
export interface StoreShape {
  readonly connector: Connector;
  readonly name: "User" | "Group";
  readonly definition: SCIMMY.Types.SchemaDefinition;
  /** The most resources one answer holds. */
  readonly maxResults: number;
}

/** What the SCIM library calls for the requests of one resource type. */
export interface Handlers {
  ingress(request: SCIMMY.Types.Resource, data: SCIMMY.Types.Schema): Resource;
  egress(request: SCIMMY.Types.Resource): Resource | readonly Resource[];
  degress(request: SCIMMY.Types.Resource): void;
}

/** Resources of one type in memory, in the order they came; the library checks, filters and pages them. */
export class ResourceStore {
  readonly #shape: StoreShape;
  readonly #filter: ResourceFilter;
  readonly #resources = new Map<string, Resource>();

  constructor(shape: StoreShape, seeds: readonly Resource[]) {
    this.#shape = shape;
    this.#filter = new ResourceFilter(shape.connector, shape.name, shape.definition);
    const now = new Date().toISOString();
    for (const { schemas: _, ...seed } of seeds) {
      const id = typeof seed["id"] === "string" ? seed["id"] : randomUUID();
      this.#resources.set(id, { ...seed, id, meta: { created: now, lastModified: now, ...(seed["meta"] as object) } });
    }
  }

  handlers(): Handlers {
    return {
      ingress: (request, data) => this.#write(request.id, data),
      egress: (request) => (request.id === undefined ? this.#list(request) : this.#get(request.id)),
      degress: ({ id = "" }) => {
        this.#allow("delete");
        this.#get(id);
        this.#resources.delete(id);
      },
    };
  }

  #get(id: string): Resource {
    const resource = this.#resources.get(id);
    if (resource === undefined) throw new SCIMMY.Types.Error(404, "", `Resource ${id} not found`);
    return resource;
  }

  #list(request: SCIMMY.Types.Resource): readonly Resource[] {
    const { maxResults } = this.#shape;
    const all = [...this.#resources.values()];
    const found = request.filter === undefined ? all : this.#filter.match(request.filter, all);
    const { startIndex = 1, count = maxResults } = request.constraints ?? {};
    // The library calls `itemsPerPage` what was asked for; RFC 7644 §3.4.2.4 means what the page holds.
    const left = Math.max(found.length - startIndex + 1, 0);
    request.constraints = { ...request.constraints, count: Math.min(count, maxResults, left) };
    if (left > 0) return found;
    // The library starts over when the first resource wanted lies beyond the last (its pull request 102).
    Object.assign(request.constraints, { totalResults: found.length });
    return [];
  }

  #write(id: string | undefined, data: SCIMMY.Types.Schema): Resource {
    this.#allow(id === undefined ? "create" : "update");
    const prior = id === undefined ? undefined : this.#get(id);
    const { meta: _meta, schemas: _schemas, ...sent } = JSON.parse(JSON.stringify(data)) as Resource;
    this.#refuseDuplicate(sent, id);
    const now = new Date().toISOString();
    const key = id ?? randomUUID();
    const stored: Resource = { ...sent, id: key, meta: { created: createdOf(prior) ?? now, lastModified: now } };
    this.#resources.set(key, stored);
    return stored;
  }

  #refuseDuplicate(sent: Resource, id: string | undefined): void {
    const unique = this.#shape.name === "User" ? "userName" : "displayName";
    const value = folded(sent[unique]);
    for (const [other, resource] of this.#resources) {
      if (other === id || value === undefined || folded(resource[unique]) !== value) continue;
      throw new SCIMMY.Types.Error(409, "uniqueness", `There is a ${this.#shape.name} whose ${unique} is '${value}' already.`);
    }
  }

  #allow(action: "create" | "update" | "delete"): void {
    const { connector, name } = this.#shape;
    const actions = connector.resourceTypes?.[name]?.actions;
    if (actions === undefined || actions.includes(action)) return;
    throw new SCIMMY.Types.Error(403, "", `${connector.displayName} does not ${action} resources of type ${name}.`);
  }
}

function createdOf(resource: Resource | undefined): JsonValue | undefined {
  return (resource?.["meta"] as { readonly created?: JsonValue } | undefined)?.created;
}

function folded(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" ? value.toLowerCase() : undefined;
}
