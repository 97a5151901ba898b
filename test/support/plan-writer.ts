import { parsePath } from "#scim/filter/parse";
import type { AttributePath, Filter } from "#scim/filter/filter";
import { isObject, listOf, memberOf } from "#scim/json-members";
import type { JsonObject } from "#scim/json-members";
import type { AttributeChange, PlannedObject, ProvisioningPlan } from "#plan/plan";
import type { JsonValue, Resource } from "#scim/resource";
import type { Sandbox } from "#sandbox/sandbox";
import { ask } from "./sandbox-client.ts";
import type { Answer } from "./sandbox-client.ts";

const CORE: Readonly<Record<string, string>> = {
  User: "urn:ietf:params:scim:schemas:core:2.0:User",
  Group: "urn:ietf:params:scim:schemas:core:2.0:Group",
};

/**
 * Carries out what a plan says will change, with bodies of RFC 7644 of its own making and none of the plan's requests: create by POST,
 * change by replacing whole attributes, delete. Values the plan does not know yet wait for the next plan. Returns what was refused.
 */
export async function writeChanges(plan: ProvisioningPlan, sandbox: Sandbox): Promise<readonly string[]> {
  const refused: string[] = [];
  for (const object of plan.objects) {
    const answer = await writeObject(object, sandbox);
    if (answer !== undefined && answer.status >= 300)
      refused.push(`${object.action} ${object.source.name}: ${answer.status} ${answer.text}`);
  }
  return refused;
}

async function writeObject(object: PlannedObject, sandbox: Sandbox): Promise<Answer | undefined> {
  const endpoint = `/${object.resourceType}s`;
  const changes = object.changes.filter(({ unknown }) => unknown === null);
  switch (object.action) {
    case "create":
      return ask(sandbox, "POST", endpoint, created(object.resourceType, changes));
    case "update":
    case "enable":
    case "disable": {
      const path = `${endpoint}/${object.target?.id ?? ""}`;
      if (changes.length === 0) return undefined;
      const current = JSON.parse((await ask(sandbox, "GET", path)).text) as Resource;
      return ask(sandbox, "PATCH", path, patchOf(current, changes));
    }
    case "delete":
      return ask(sandbox, "DELETE", `${endpoint}/${object.target?.id ?? ""}`);
    case "none":
    case "skip":
    case "fail":
    case "unknown":
      return undefined;
  }
}

function created(resourceType: string, changes: readonly AttributeChange[]): Resource {
  const resource = changes.reduce(applyChange, {});
  return { schemas: [CORE[resourceType] ?? "", ...Object.keys(resource).filter((name) => name.startsWith("urn:"))], ...resource };
}

/** One `replace` per attribute with its whole new value (RFC 7644 §3.5.2.3). */
function patchOf(current: Resource, changes: readonly AttributeChange[]): Resource {
  const desired = changes.reduce(applyChange, current);
  const names = new Set(changes.map(({ attribute }) => attributeName(pathOf(attribute))));
  const operations = [...names].map((name) => ({ op: "replace", path: name, value: valueAt(desired, name) }));
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations: operations };
}

function pathOf(attribute: string): AttributePath {
  const { path } = parsePath(attribute);
  if (path === undefined) throw new Error(`The plan names '${attribute}', which is no attribute path.`);
  return path;
}

function attributeName({ urn, attr }: AttributePath): string {
  return urn === undefined ? attr : `${urn}:${attr}`;
}

function valueAt(resource: Resource, name: string): JsonValue {
  const { urn, attr } = pathOf(name);
  return memberOf(urn === undefined ? resource : memberOf(resource, urn), attr) ?? null;
}

function applyChange(resource: Resource, { attribute, old, new: value }: AttributeChange): Resource {
  const path = pathOf(attribute);
  if (path.urn === undefined) return { ...resource, [path.attr]: changed(resource[path.attr], path, old, value) };
  const extension = resource[path.urn];
  const container = isObject(extension) ? extension : {};
  return { ...resource, [path.urn]: { ...container, [path.attr]: changed(container[path.attr], path, old, value) } };
}

function changed(current: JsonValue | undefined, path: AttributePath, old: JsonValue, value: JsonValue): JsonValue {
  if (path.attr === "members") return changedMembers(listOf(current), old, value);
  if (path.attr === "manager" && path.sub === undefined) return { value };
  if (path.attr === "roles") return listOf(value).map((role) => (isObject(role) ? role : { value: role }));
  if (path.filter !== undefined) return changedElements(listOf(current), path.filter, path.sub ?? "value", value);
  if (path.sub === undefined) return value;
  return { ...(isObject(current) ? current : {}), [path.sub]: value };
}

function changedMembers(members: readonly JsonValue[], old: JsonValue, value: JsonValue): JsonValue {
  const kept = members
    .filter((member) => memberOf(member, "value") !== old)
    .map((member) => ({ value: memberOf(member, "value") ?? null }));
  return value === null ? kept : [...kept, { value }];
}

/** Elements selected by `name eq "value"`, which is all that the examples' paths contain. */
function changedElements(elements: readonly JsonValue[], filter: Filter, sub: string, value: JsonValue): JsonValue {
  if (!("op" in filter) || filter.op !== "eq") throw new Error("The writer understands filters with 'eq' only.");
  const selector: JsonObject = { [filter.path.attr]: filter.value };
  const isSelected = (element: JsonValue): boolean => memberOf(element, filter.path.attr) === filter.value;
  if (!elements.some(isSelected)) return [...elements, { ...selector, [sub]: value }];
  return elements.map((element) => (isSelected(element) && isObject(element) ? { ...element, [sub]: value } : element));
}
