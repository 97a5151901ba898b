import type { Sentence } from "#base/sentence";

/** Data types of RFC 7643 §2.3. */
export type AttributeType = "string" | "boolean" | "decimal" | "integer" | "dateTime" | "binary" | "reference" | "complex";
/** Whether and when an attribute can be written (RFC 7643 §7). */
export type Mutability = "readOnly" | "readWrite" | "immutable" | "writeOnly";
/** Whether an answer holds an attribute (RFC 7643 §7). */
export type Returned = "always" | "never" | "default" | "request";
/** Among which resources a value stands only once (RFC 7643 §7). */
export type Uniqueness = "none" | "server" | "global";

/** One attribute and its characteristics (RFC 7643 §7). A characteristic nobody states is absent, never guessed. */
export interface Attribute {
  readonly name: string;
  readonly type?: AttributeType | undefined;
  readonly multiValued?: boolean | undefined;
  readonly required?: boolean | undefined;
  readonly caseExact?: boolean | undefined;
  readonly mutability?: Mutability | undefined;
  readonly returned?: Returned | undefined;
  readonly uniqueness?: Uniqueness | undefined;
  readonly canonicalValues?: readonly string[] | undefined;
  readonly referenceTypes?: readonly string[] | undefined;
  /** Of our tables, in our words; of a service, a text of theirs. */
  readonly description?: Sentence | undefined;
  readonly subAttributes?: readonly Attribute[] | undefined;
}

/** A schema (RFC 7643 §7): `id` is its URN. */
export interface Schema {
  readonly id: string;
  readonly name: string;
  readonly description?: Sentence | undefined;
  readonly attributes: readonly Attribute[];
}

/** A resource type (RFC 7643 §6): `endpoint` is relative to the base URL, for example `/Users`. */
export interface ResourceType {
  readonly name: string;
  readonly endpoint: string;
  readonly schema: string;
  readonly schemaExtensions: readonly { readonly schema: string; readonly required?: boolean | undefined }[];
}

/** The core schema of users (RFC 7643 §4.1). */
export const USER_URN = "urn:ietf:params:scim:schemas:core:2.0:User";
/** The core schema of groups (RFC 7643 §4.2). */
export const GROUP_URN = "urn:ietf:params:scim:schemas:core:2.0:Group";
/** The extension that the RFC itself defines for users (RFC 7643 §4.3). */
export const ENTERPRISE_USER_URN = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
