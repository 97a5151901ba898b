import type { Sentence } from "#base/sentence";
import type { Schema } from "#scim/schema";

/** What is known of one application, each fact from its public documentation. Null means: the documentation does not say. */
export interface Connector {
  /** As written after `connector`. */
  readonly id: string;
  readonly displayName: string;
  /** The page the facts come from; undefined for `generic`. */
  readonly documentation: string | undefined;
  readonly tenantUrl: { readonly pattern: string; readonly placeholders: Readonly<Record<string, Sentence>> } | undefined;
  readonly credential: { readonly kind: "secret-token" | "oauth-code-grant"; readonly description: Sentence };
  /** What its own documentation says of users whose only role is Default Access. */
  readonly defaultAccess: "skip" | null;
  /** False when the application deletes instead of disabling. */
  readonly softDelete: boolean;
  readonly rateLimit: { readonly readPerMinute: number; readonly writePerMinute: number } | undefined;
  /** By resource type name; an absent one is not provisioned by this application. Undefined for `generic`: anything goes. */
  readonly resourceTypes: Readonly<Record<string, ConnectorResourceType>> | undefined;
  /** The same facts as SCIM schemas: core additions and extensions, canonical values included. */
  readonly schemas: readonly Schema[];
  readonly notes: readonly Sentence[];
}

/** What an application does with a resource type; undefined where it does not provision it, or says nothing of any. Names come from mappings. */
export function resourceTypeOf({ resourceTypes }: Pick<Connector, "resourceTypes">, name: string): ConnectorResourceType | undefined {
  return resourceTypes !== undefined && Object.hasOwn(resourceTypes, name) ? resourceTypes[name] : undefined;
}

/** What an application does with one kind of resource. */
export interface ConnectorResourceType {
  readonly actions: readonly ("create" | "update" | "delete")[];
  readonly matching: string | null;
  readonly attributes: readonly ConnectorAttribute[];
}

/** One row of the application's attribute table. */
export interface ConnectorAttribute {
  /** Canonical path: full URN for extensions, core URN left out, double quotes in filters. */
  readonly path: string;
  readonly type: "string" | "boolean" | "reference" | "integer" | "dateTime";
  readonly filterable: boolean | null;
  readonly required: boolean | null;
  /** Stated only where the path alone does not show that there may be several values. */
  readonly multiValued?: true;
  /** Day the application's documentation added it. */
  readonly since?: string;
  readonly note?: Sentence;
}
