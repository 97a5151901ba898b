/** A JSON value as it travels in SCIM messages. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** A SCIM resource (RFC 7643 §3): attributes by name, extension attributes in an object keyed by their URN. */
export type Resource = { readonly [name: string]: JsonValue };
