import type { AppRole, OutcomeValue } from "#model/outcome";
import { isObject, memberOf, textOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";

const ROLE_TYPE = "WindowsAzureActiveDirectoryRole";

/** The `roles` elements Entra sends on create: one with `primary` for a single role, else one per role (function reference, roles functions). */
export function roleElements(result: OutcomeValue, roles: readonly AppRole[]): readonly JsonValue[] {
  if (typeof result === "string") return result === "" ? [] : [{ primary: true, type: ROLE_TYPE, value: result }];
  if (result === null) return [];
  return result.map((name) => {
    const role = roleNamed(name, roles);
    return { primary: false, type: ROLE_TYPE, display: role?.displayName ?? name, value: role?.value ?? name };
  });
}

/** Without `aadOptscim062020` a role is added as JSON text in `value`. */
export function roleAsText(element: JsonValue, roles: readonly AppRole[]): JsonValue {
  const value = textOf(memberOf(element, "value")) ?? "";
  const role = roleNamed(value, roles);
  return { value: JSON.stringify({ id: role?.id ?? "", value: role?.value ?? value, displayName: role?.displayName ?? value }) };
}

/** The element a path such as `roles[primary eq "True"].value` names, on create. */
export function withRoleType(element: JsonObject): JsonObject {
  return { ...element, type: ROLE_TYPE };
}

/** Whether the target holds a role already, as an element or as the JSON text of an earlier update. */
export function holdsRole(elements: readonly JsonValue[], role: JsonValue): boolean {
  const wanted = textOf(isObject(role) ? memberOf(role, "value") : role)?.toLowerCase();
  return elements.some((element) => {
    const value = textOf(isObject(element) ? memberOf(element, "value") : element);
    return value !== undefined && roleNameIn(value).toLowerCase() === wanted;
  });
}

function roleNameIn(value: string): string {
  const name = /^\s*\{.*"value"\s*:\s*("(?:[^"\\\p{Cc}]|\\["\\/bfnrt])*")/u.exec(value)?.[1];
  return name === undefined ? value : (JSON.parse(name) as string);
}

function roleNamed(name: string, roles: readonly AppRole[]): AppRole | undefined {
  return roles.find((role) => role.value === name || role.displayName === name);
}
