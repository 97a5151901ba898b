import type { AppRole } from "#model/outcome";
import { isObject, textOf } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { Assignment } from "./directory-snapshot.ts";
import { DEFAULT_ACCESS_ROLE } from "./directory-snapshot.ts";

/** An item of Graph's `appRoleAssignedTo`, or of `appRoleAssignments` on the principal itself (then without one). */
export interface AssignmentItem {
  readonly principalId: string | undefined;
  /** `User`, `Group`, `ServicePrincipal`; undefined where nobody says it. */
  readonly principalType: string | undefined;
  readonly assignment: Assignment;
}

/** The roles of an application by their id in lower case: `appRoles` of its service principal. */
export type RoleCatalog = ReadonlyMap<string, Omit<AppRole, "onlyId">>;

const noRoles: RoleCatalog = new Map();

/** Reads one of `appRoles`; undefined where it has no id. A role without value or name is called by the other, or by its id. */
export function readRole(item: JsonValue): AppRole | undefined {
  if (!isObject(item)) return undefined;
  const [id, value, displayName] = [item["id"], item["value"], item["displayName"]].map((member) => textOf(member) || undefined);
  if (id === undefined) return undefined;
  const name = displayName ?? value;
  return name === undefined ? { id, value: id, displayName: id, onlyId: true } : { id, value: value ?? name, displayName: name };
}

/**
 * Reads one assignment: a role name, or an object with `appRoleId` and, beside Graph's members,
 * `appRoleDisplayName` and `appRoleValue` (semantics page, "assignments"). Undefined when it is neither. Of an id alone, as Graph gives it,
 * `roles` knows the rest.
 */
export function readAssignment(item: JsonValue, roles: RoleCatalog = noRoles): AssignmentItem | undefined {
  if (typeof item === "string")
    return { principalId: undefined, principalType: undefined, assignment: assignmentOf(item, undefined, item, roles) };
  if (item === null || typeof item !== "object" || Array.isArray(item)) return undefined;
  const members = item as { readonly [name: string]: JsonValue };
  const text = (name: string): string | undefined =>
    typeof members[name] === "string" && members[name] !== "" ? members[name] : undefined;
  const role = text("appRoleId") ?? text("appRoleValue") ?? text("appRoleDisplayName");
  if (role === undefined) return undefined;
  return {
    principalId: text("principalId"),
    principalType: text("principalType"),
    assignment: assignmentOf(role, text("appRoleValue"), text("appRoleDisplayName"), roles),
  };
}

function assignmentOf(id: string, value: string | undefined, displayName: string | undefined, roles: RoleCatalog): Assignment {
  return { role: roleOf(id, value, displayName, roles), defaultAccess: isDefaultAccess(id), through: undefined };
}

/** No value is made of an id: where it is all there is, the role says so. What is no id is a name. */
function roleOf(id: string, value: string | undefined, displayName: string | undefined, roles: RoleCatalog): AppRole {
  const known = roles.get(id.toLowerCase());
  const name = displayName ?? value ?? known?.displayName;
  if (name !== undefined) return { id, value: value ?? known?.value ?? name, displayName: name };
  return { id, value: id, displayName: id, ...(isGuid(id) && !isDefaultAccess(id) ? { onlyId: true } : {}) };
}

function isGuid(text: string): boolean {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

/** Role id 0…0; in exports by name also Graph's and the portal's words for it. */
function isDefaultAccess(role: string): boolean {
  return role === DEFAULT_ACCESS_ROLE || role === "Default Access" || role === "Default Assignment";
}
