import { groupAttributes } from "./source-attributes/group.ts";
import type { SourceAttribute } from "./source-attributes/source-attribute.ts";
import { userAttributes } from "./source-attributes/user.ts";

export { graphNames } from "./source-attributes/graph-names.ts";
export type { SourceAttribute } from "./source-attributes/source-attribute.ts";

const tables = { User: userAttributes, Group: groupAttributes } as const;

const byName = { User: indexByName(userAttributes), Group: indexByName(groupAttributes) } as const;

/** The attributes that Entra ID offers as source for an object type, directory extensions aside. */
export function sourceAttributes(objectType: "User" | "Group"): readonly SourceAttribute[] {
  return tables[objectType];
}

/** The attribute of that name, whatever its case. Undefined for a directory extension: those differ from tenant to tenant. */
export function findSourceAttribute(objectType: "User" | "Group", name: string): SourceAttribute | undefined {
  return byName[objectType].get(name.toLowerCase());
}

/** Whether a name is a directory extension's, `extension_<application id without hyphens>_<name>`; Entra compares these letter by letter. */
export function isDirectoryExtension(name: string): boolean {
  return /^extension_[0-9a-z]+_\w+$/i.test(name);
}

function indexByName(attributes: readonly SourceAttribute[]): ReadonlyMap<string, SourceAttribute> {
  return new Map(attributes.map((attribute) => [attribute.name.toLowerCase(), attribute]));
}
