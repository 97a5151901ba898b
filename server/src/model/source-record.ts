/** A directory value: text, Boolean and number become Entra's text on reading; a list is multi-valued; null is "has none". */
export type SourceValue = null | string | readonly string[];

/** One object of the source directory as mappings see it. Attribute names compare case-insensitively, `extension_…` exactly. */
export interface SourceRecord {
  readonly type: "User" | "Group";
  readonly id: string;
  /** For messages: display name, else user principal name, else id. */
  readonly name: string;
  /** Undefined and null are the same: no value. */
  attribute(name: string): SourceValue | undefined;
}
