import type { Locale } from "#base/locale";

/** Messages between the extension and the language server that LSP does not have. Types only; a name is a method of JSON-RPC. */

/** `initializationOptions`: what the extension tells the server at its start. Any member may be missing with other editors. */
export interface InitializationOptions {
  /** The language that the server speaks; without it the editor's own (`locale` of LSP's `initialize`). */
  readonly locale?: Locale | undefined;
}

/**
 * Notification, extension to server: whose values the editor shows beside the mapping; null for nobody's. The server keeps them in
 * memory only, and answers hover, inlay hints and code actions with them.
 */
export const samplePersonMethod = "scimmap/samplePerson";

/** Parameters of `scimmap/samplePerson`: one person or group, as the directory snapshot that they were chosen from has them. */
export interface SamplePersonParams {
  /** How the editor speaks of them. */
  readonly name: string;
  readonly type: "User" | "Group";
  /** One record as a directory snapshot holds it; assignments in its `appRoleAssignments`. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** ISO 8601; what `Now()` yields. The time of asking when left out. */
  readonly now?: string | undefined;
}

/** Notification, extension to server: switches live values on or off, for editors without the setting `scimmap.liveValues`. */
export const liveValuesMethod = "scimmap/liveValues";

/** Parameters of `scimmap/liveValues`. */
export interface LiveValuesParams {
  readonly enabled: boolean;
}

/** Notification, extension to server: what a connection test learnt about a target. Facts about the service, no values of its resources. */
export const targetFactsMethod = "scimmap/targetFacts";

/** Parameters of `scimmap/targetFacts`: what one target publishes (RFC 7644 §4) and what was tried on it. */
export interface TargetFacts {
  /** The base URL that was asked. Facts hold for documents whose `tenantUrl` it is; later facts about it replace earlier ones. */
  readonly tenantUrl: string;
  readonly schemas: readonly PublishedSchema[];
  readonly resourceTypes: readonly PublishedResourceType[];
  /** Only what was tried: attributes by which the target could, or could not, look resources up. */
  readonly filterable: readonly FilterableFact[];
}

/** Whether a target answered a filter on one attribute of one resource type (RFC 7644 §3.4.2.2). */
export interface FilterableFact {
  /** Name of the resource type, for example `User`. */
  readonly resourceType: string;
  /** Canonical path: full URN for extensions, core URN left out. */
  readonly path: string;
  readonly filterable: boolean;
}

/** A schema as `/Schemas` publishes it (RFC 7643 §7). */
export interface PublishedSchema {
  readonly id: string;
  readonly name: string;
  readonly description?: string | undefined;
  readonly attributes: readonly PublishedAttribute[];
}

/** An attribute and its characteristics (RFC 7643 §7); what the target does not state is absent. */
export interface PublishedAttribute {
  readonly name: string;
  readonly type?: "string" | "boolean" | "decimal" | "integer" | "dateTime" | "binary" | "reference" | "complex" | undefined;
  readonly multiValued?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly caseExact?: boolean | undefined;
  readonly mutability?: "readOnly" | "readWrite" | "immutable" | "writeOnly" | undefined;
  readonly returned?: "always" | "never" | "default" | "request" | undefined;
  readonly uniqueness?: "none" | "server" | "global" | undefined;
  readonly canonicalValues?: readonly string[] | undefined;
  readonly referenceTypes?: readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly subAttributes?: readonly PublishedAttribute[] | undefined;
}

/** A resource type as `/ResourceTypes` publishes it (RFC 7643 §6). */
export interface PublishedResourceType {
  readonly name: string;
  readonly endpoint: string;
  readonly schema: string;
  readonly schemaExtensions: readonly { readonly schema: string; readonly required?: boolean | undefined }[];
}
