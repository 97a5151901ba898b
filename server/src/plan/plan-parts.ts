import type { PlannedObject, ProvisioningPlan } from "./plan.ts";

/** A plan as it is made: objects one after the other, then once what could only be said at the end. */
export type PlanPart =
  { readonly kind: "object"; readonly object: PlannedObject } | ({ readonly kind: "end" } & Omit<ProvisioningPlan, "objects">);

/** The whole plan, for who can hold it. */
export async function foldPlan(parts: AsyncIterable<PlanPart>): Promise<ProvisioningPlan> {
  const objects: PlannedObject[] = [];
  for await (const part of parts) {
    if (part.kind === "object") {
      objects.push(part.object);
    } else {
      const { stamp, complete, summary, notes, mappingTexts } = part;
      return { stamp, complete, summary, notes, mappingTexts, objects };
    }
  }
  throw new Error("A plan ends with its summary, and this one did not.");
}
