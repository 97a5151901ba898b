import { attributeKey } from "#model/source-record";
import type { AttributeValues } from "#model/source-record";
import type { DirectoryObject } from "./directory-snapshot.ts";

/** What attributes say about their object. Assignments stand elsewhere. */
export function directoryObject(type: "User" | "Group", id: string, values: AttributeValues): Omit<DirectoryObject, "assignments"> {
  const stated = textIn(values, "IsSoftDeleted")?.toLowerCase();
  return {
    type,
    id,
    name: nameOf(values) ?? id,
    softDeleted: textIn(values, "deletedDateTime") !== undefined,
    blocked: textIn(values, "accountEnabled")?.toLowerCase() === "false",
    statedSoftDeleted: stated === "true" ? true : stated === "false" ? false : undefined,
    purged: textIn(values, "purged")?.toLowerCase() === "true",
    values,
    attribute: (name) => values.get(attributeKey(name)),
  };
}

/** What people call an object by. */
export function nameOf(values: AttributeValues): string | undefined {
  return textIn(values, "displayName") ?? textIn(values, "userPrincipalName");
}

/** The one text of an attribute; an empty one is none. */
export function textIn(values: AttributeValues, name: string): string | undefined {
  const found = values.get(attributeKey(name));
  return typeof found === "string" && found !== "" ? found : undefined;
}
