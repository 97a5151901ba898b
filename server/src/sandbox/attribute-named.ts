import type SCIMMY from "scimmy";

/** An attribute by its path (`phoneNumbers.type`, `urn:…:User:label1`); undefined where the library would throw. */
export function attributeNamed(definition: SCIMMY.Types.SchemaDefinition, path: string): SCIMMY.Types.Attribute | undefined {
  try {
    const found: SCIMMY.Types.Attribute | SCIMMY.Types.SchemaDefinition = definition.attribute(path);
    return "type" in found ? found : undefined;
  } catch {
    return undefined;
  }
}
