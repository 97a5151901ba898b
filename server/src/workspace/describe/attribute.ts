import type { AttributeDefinition } from "#scim/schema-catalog";

export function describeAttribute(attribute: AttributeDefinition): string {
  return `\`${attribute.qualifiedName}\` · ${attribute.type ?? "unknown type"}`;
}
