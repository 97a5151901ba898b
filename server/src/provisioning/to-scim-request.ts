import { printPath } from "#scim/filter/print";
import { isList, isObject, keyOf, listOf, memberOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import type { JsonValue, Resource } from "#scim/resource";
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from "#scim/schema";
import type { ResourceType } from "#scim/schema";
import type { SchemaCatalog } from "#scim/schema-catalog";
import type { Edit } from "./edits.ts";
import { applyEdit } from "./edits.ts";
import type { PlannedRequest } from "#plan/plan";

/** `legacy` is what Entra sends by default, `compliant` what it sends with `aadOptscim062020` in the tenant URL (SCIM behaviour reference §5). */
export type PatchShape = "legacy" | "compliant";

const PATCH_URN = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
/** A private schema of Microsoft's that stands in every group it creates (SCIM behaviour reference §7). */
const ENTRA_GROUP_URN = "http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group";

/** Which shape Entra sends to a tenant URL. */
export function patchShape(tenantUrl: string | undefined): PatchShape {
  return tenantUrl !== undefined && /[?&]aadOptscim062020(?:[=&#]|$)/i.test(tenantUrl) ? "compliant" : "legacy";
}

/** POST as documented: enterprise URN always, custom URNs never, no references, `primary` on the work address (§4, §7). */
export function createRequest(type: ResourceType, edits: readonly Edit[], catalog: SchemaCatalog): PlannedRequest {
  const attributes = edits.reduce<Resource>((resource, edit) => applyEdit(resource, edit, catalog), {});
  const body = { schemas: createSchemas(type), ...withPrimaryEmail(attributes), meta: { resourceType: type.name } };
  return { method: "POST", path: type.endpoint, body };
}

function createSchemas({ schema }: ResourceType): readonly string[] {
  if (schema === USER_URN) return [USER_URN, ENTERPRISE_USER_URN];
  return schema === GROUP_URN ? [GROUP_URN, ENTRA_GROUP_URN] : [schema];
}

function withPrimaryEmail(resource: Resource): Resource {
  const key = keyOf(resource, "emails");
  const listed = key === undefined ? undefined : resource[key];
  if (key === undefined || !isList(listed)) return resource;
  const emails = listed.map((email) =>
    isObject(email) && memberOf(email, "type") === "work" && memberOf(email, "primary") === undefined ? { ...email, primary: true } : email,
  );
  return { ...resource, [key]: emails };
}

/** PATCH with all edits of one object; the id of an object to be created stands as `{id}`. */
export function patchRequest(type: ResourceType, id: string | undefined, edits: readonly Edit[], shape: PatchShape): PlannedRequest {
  const operations = shape === "legacy" ? edits.map(legacyOperation) : compliantOperations(edits);
  return { method: "PATCH", path: pathOf(type, id), body: { schemas: [PATCH_URN], Operations: operations } };
}

/** DELETE of one resource. */
export function deleteRequest(type: ResourceType, id: string): PlannedRequest {
  return { method: "DELETE", path: pathOf(type, id), body: null };
}

/** Some services use mail addresses as ids, so the segment is encoded; halves of characters as UTF-8 replaces them. */
function pathOf(type: ResourceType, id: string | undefined): string {
  return `${type.endpoint}/${id === undefined ? "{id}" : encodeURIComponent(id.toWellFormed())}`;
}

/** One operation per attribute, capitalised, Booleans as text, members removed by a list of values (§5, §7). */
function legacyOperation(edit: Edit): JsonObject {
  switch (edit.operation) {
    case "set":
      return {
        op: edit.hadValue ? "Replace" : "Add",
        path: pathText(edit),
        value: typeof edit.value === "boolean" ? (edit.value ? "True" : "False") : edit.value,
      };
    case "add":
      return { op: "Add", path: listPath(edit), value: isMembers(edit) ? withNullRef(edit.value) : edit.value };
    case "replace":
      return { op: "Replace", path: listPath(edit), value: edit.value };
    case "remove":
      return { op: "Remove", path: listPath(edit), value: listOf(edit.value).map((value) => ({ value })) };
  }
}

function isMembers(edit: Edit): boolean {
  return edit.attribute.reference?.multiValued === true;
}

function withNullRef(members: JsonValue): readonly JsonValue[] {
  return listOf(members).map((member) => (isObject(member) ? { $ref: null, ...member } : member));
}

/** Several replaced single values share one operation without a path; its keys are dotted and full-URN paths, not nested objects (§5). */
function compliantOperations(edits: readonly Edit[]): readonly JsonObject[] {
  const shared = edits.filter(isPlainReplace);
  const operations = edits.filter((edit) => shared.length < 2 || !shared.includes(edit)).flatMap(compliantOperation);
  if (shared.length < 2) return operations;
  return [{ op: "replace", value: Object.fromEntries(shared.map((edit) => [pathText(edit), edit.value])) }, ...operations];
}

function isPlainReplace(edit: Edit): boolean {
  return (
    edit.operation === "set" &&
    edit.hadValue &&
    edit.attribute.target !== undefined &&
    edit.attribute.target.path.filter === undefined &&
    edit.attribute.reference === undefined
  );
}

function compliantOperation(edit: Edit): readonly JsonObject[] {
  switch (edit.operation) {
    case "set":
      return [
        {
          op: edit.hadValue ? "replace" : "add",
          path: pathText(edit),
          value:
            edit.attribute.reference === undefined || edit.attribute.target?.path.sub !== undefined ? edit.value : { value: edit.value },
        },
      ];
    case "add":
      return [{ op: "add", path: listPath(edit), value: edit.value }];
    case "replace":
      return [{ op: "replace", path: listPath(edit), value: edit.value }];
    case "remove":
      return listOf(edit.value).map((value) => ({ op: "remove", path: `${listPath(edit)}[value eq ${JSON.stringify(value)}]` }));
  }
}

function pathText({ attribute }: Edit): string {
  return attribute.target === undefined ? attribute.label : printPath(attribute.target.path);
}

function listPath({ attribute }: Edit): string {
  return attribute.target === undefined ? attribute.label : printPath({ urn: attribute.target.path.urn, attr: attribute.target.path.attr });
}
