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

/**
 * Reads one assignment: a role name, or an object with `appRoleId` and, beside Graph's members,
 * `appRoleDisplayName` and `appRoleValue` (semantics page, "assignments"). Undefined when it is neither.
 */
export function readAssignment(item: JsonValue): AssignmentItem | undefined {
  if (typeof item === "string")
    return { principalId: undefined, principalType: undefined, assignment: assignmentOf(item, undefined, item) };
  if (item === null || typeof item !== "object" || Array.isArray(item)) return undefined;
  const members = item as { readonly [name: string]: JsonValue };
  const text = (name: string): string | undefined =>
    typeof members[name] === "string" && members[name] !== "" ? members[name] : undefined;
  const role = text("appRoleId") ?? text("appRoleValue") ?? text("appRoleDisplayName");
  if (role === undefined) return undefined;
  return {
    principalId: text("principalId"),
    principalType: text("principalType"),
    assignment: assignmentOf(role, text("appRoleValue"), text("appRoleDisplayName")),
  };
}

function assignmentOf(id: string, value: string | undefined, displayName: string | undefined): Assignment {
  const name = displayName ?? value ?? id;
  return { role: { id, value: value ?? name, displayName: name }, defaultAccess: isDefaultAccess(id), through: undefined };
}

/** Role id 0…0; in exports by name also Graph's and the portal's words for it. */
function isDefaultAccess(role: string): boolean {
  return role === DEFAULT_ACCESS_ROLE || role === "Default Access" || role === "Default Assignment";
}
