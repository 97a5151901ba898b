import { inEnglish } from "#base/render-sentence";
import { isObject, listOf, memberOf, textOf } from "#scim/json-members";
import { applyPatch } from "#scim/patch";
import type { PlannedRequest, ProvisioningPlan } from "#plan/plan";
import type { JsonValue, Resource } from "#scim/resource";
import type { TargetContents } from "./memory-reader.ts";

/** Carries out the exact requests of a plan on resources in memory; what names an unknown id waits for the next plan. */
export function carryOut(plan: ProvisioningPlan, contents: TargetContents): TargetContents {
  const next = new Map(Object.entries(contents).map(([endpoint, resources]) => [endpoint, [...resources]]));
  let created = 0;
  for (const { requests } of plan.objects) {
    let id: string | undefined;
    for (const request of requests) {
      if (JSON.stringify(request.body).includes('"$unknown":')) continue;
      const [, name = "", segment = ""] = request.path.split("/");
      const resources = next.get(`/${name}`) ?? [];
      id =
        request.method === "POST"
          ? `new-${plan.stamp.target.slice(0, 8)}-${created++}`
          : segment === "{id}"
            ? id
            : decodeURIComponent(segment);
      next.set(`/${name}`, carryOutOne(request, id ?? "", resources));
    }
  }
  return Object.fromEntries(next);
}

function carryOutOne({ method, body }: PlannedRequest, id: string, resources: readonly Resource[]): Resource[] {
  switch (method) {
    case "POST":
      return [...resources, { ...(isObject(body ?? undefined) ? (body as Resource) : {}), id }];
    case "DELETE":
      return resources.filter((resource) => resource["id"] !== id);
    case "PATCH":
      return resources.map((resource) => (resource["id"] === id ? patched(resource, body) : resource));
  }
}

function patched(resource: Resource, body: JsonValue): Resource {
  const operations = listOf(memberOf(body, "Operations")).map((operation) => ({
    op: textOf(memberOf(operation, "op")) ?? "",
    path: textOf(memberOf(operation, "path")),
    value: isObject(operation) ? operation["value"] : undefined,
  }));
  const result = applyPatch(resource, operations);
  if (!result.ok) throw new Error(`A planned PATCH is refused: ${inEnglish(result.error.detail)} ${JSON.stringify(body)}`);
  return result.value;
}
