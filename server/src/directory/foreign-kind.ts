import { isList, isObject, memberOf, textOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue } from "#scim/resource";
import type { ForeignKind } from "./source-refusal.ts";

/** What a text that is no JSON is; undefined where it may be JSON with a mistake in it. */
export function kindOfText(text: string): ForeignKind | undefined {
  const start = text.trimStart();
  if (start === "") return "empty";
  if (start.startsWith("<")) return "html";
  if (/^(provision|map|use|source|schema|let|test)[ \t]+["\w]|^\/\//.test(start)) return "mapping";
  return /^[[{]/.test(start) ? undefined : "table";
}

/** What a JSON value without the lists of a snapshot is; undefined for a list of users and for one user. */
export function kindOfJson(value: JsonValue): ForeignKind | undefined {
  if (isList(value)) return kindOfItems(value);
  if (!isObject(value)) return "other-json";
  const kind = kindOfRecord(value);
  if (kind !== undefined) return kind;
  const page = memberOf(value, "value");
  if (isList(page)) return kindOfItems(page) ?? "graph-page";
  return has(value, "userPrincipalName") || has(value, "objectId") ? undefined : "other-json";
}

/** What the records of a list are, by the first of them; undefined for users. */
export function kindOfItems(items: readonly JsonValue[]): ForeignKind | undefined {
  const first = items.find(isObject);
  if (first === undefined) return undefined;
  const kind = kindOfRecord(first);
  if (kind !== undefined || has(first, "userPrincipalName")) return kind;
  return ["groupTypes", "securityEnabled", "members"].some((name) => has(first, name)) ? "groups-only" : undefined;
}

/** Each kind has members that records of Entra ID cannot have (reference pages on provisioning logs and the synchronization schema). */
function kindOfRecord(record: JsonObject): ForeignKind | undefined {
  if (has(record, "totalResults") || has(record, "Resources") || isScim(memberOf(record, "schemas"))) return "target-answers";
  if (has(record, "provisioningAction") || has(record, "provisioningSteps")) return "provisioning-log";
  if (has(record, "synchronizationRules") || has(record, "objectMappings")) return "synchronization-schema";
  if (has(record, "stamp") && has(record, "complete")) return "plan";
  if (has(record, "appRoleId") && has(record, "principalId")) return "assignments-only";
  return has(record, "appRoles") && !has(record, "userPrincipalName") ? "service-principal" : undefined;
}

function has(record: JsonObject, name: string): boolean {
  return memberOf(record, name) !== undefined;
}

function isScim(schemas: JsonValue | undefined): boolean {
  return isList(schemas) && schemas.some((urn) => textOf(urn)?.toLowerCase().startsWith("urn:ietf:params:scim:") === true);
}
