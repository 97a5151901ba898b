import type { OpenedMapping } from "#engine/open-mapping";
import type { MappingDocument } from "../mappings/open-mapping-document.ts";
import type { TokenOwner } from "./secret-store.ts";

/** Which settings of a mapping count: those of the provision, of one of its environments, or the running sandbox. */
export type EnvironmentChoice =
  { readonly kind: "provision" } | { readonly kind: "named"; readonly name: string } | { readonly kind: "sandbox" };

/** A mapping in one environment: where its requests go. */
export interface Connection extends MappingDocument {
  readonly environment: EnvironmentChoice;
  readonly tenantUrl: string;
}

/** The name of an application in messages. */
export function provisionName(mapping: OpenedMapping): string {
  return mapping.model.provision.name ?? mapping.file;
}

/** What the engine wants to know of an environment: the sandbox is a target of its own. */
export function engineTarget({ environment, tenantUrl }: Connection): { environment?: string; targetUrl?: string } {
  switch (environment.kind) {
    case "provision":
      return {};
    case "named":
      return { environment: environment.name };
    case "sandbox":
      return { targetUrl: tenantUrl };
  }
}

/** Whose token a connection sends. */
export function tokenOwner({ mapping, environment, tenantUrl }: Omit<Connection, "uri" | "files">): TokenOwner {
  // The sandbox is no name that a file can declare, so its key must not be one either.
  const name = environment.kind === "named" ? `environment ${environment.name}` : environment.kind;
  return { provision: provisionName(mapping), environment: name, tenantUrl };
}
