/** A directory value: text, Boolean and number become Entra's text on reading; a list is multi-valued; null is "has none". */
export type SourceValue = null | string | readonly string[];

/** A name of a source attribute as records are asked by it. Made once, where an expression is prepared, and not again for each record. */
export type AttributeKey = string & { readonly attributeKey: true };

/** Names compare in any case; directory extensions are the only ones that compare exactly (semantics page, "names"). */
export function attributeKey(name: string): AttributeKey {
  return (name.startsWith("extension_") ? name : name.toLowerCase()) as AttributeKey;
}

/** Attribute values of one record. Without an entry an attribute is not spoken of, which for a mapping is the same as null: no value. */
export type AttributeValues = ReadonlyMap<AttributeKey, SourceValue>;

/** One object of the source directory as mappings see it. */
export interface SourceRecord {
  readonly type: "User" | "Group";
  readonly id: string;
  /** For messages: display name, else user principal name, else id. */
  readonly name: string;
  readonly values: AttributeValues;
  /** The value of the attribute of this name, in any spelling. */
  attribute(name: string): SourceValue | undefined;
}
