import type { Resource } from "#scim/resource";
import type { Edit } from "./edits.ts";
import type { AttributeChange, ProvisioningStep } from "#plan/plan";
import type { ProcessedAttribute } from "./processing.ts";
import type { ReferenceContext } from "./references.ts";
import { planReference } from "./references.ts";

export interface ReferencePlan {
  readonly edits: readonly Edit[];
  readonly open: readonly AttributeChange[];
  /** Undefined when the mapping has no reference with a value. */
  readonly step: ProvisioningStep | undefined;
}

/** All references of one object. `on create` ones belong to the creation, so an update leaves them alone. */
export function planReferences(
  processed: readonly ProcessedAttribute[],
  prior: Resource | undefined,
  context: ReferenceContext,
): ReferencePlan {
  const planned = processed.flatMap((attribute) => {
    const { mapped } = attribute;
    if (mapped.kind !== "reference" || mapped.ids === null) return [];
    if (prior !== undefined && attribute.attribute.mapping.flowType === "ObjectAddOnly") return [];
    return [planReference(attribute, mapped.ids, prior, context)];
  });
  const edits = planned.flatMap((plan) => plan.edits);
  const open = planned.flatMap((plan) => plan.open);
  if (planned.length === 0) return { edits, open, step: undefined };
  const changes = edits.flatMap((edit) => edit.changes);
  const waiting = changes.filter((change) => change.unknown !== null).length + open.length;
  return {
    edits,
    open,
    step: {
      type: "referenceResolution",
      status: planned.some((plan) => plan.warned) || open.length > 0 ? "warning" : "success",
      description:
        changes.length === 0
          ? "No reference changes."
          : `${changes.length} ${changes.length === 1 ? "reference changes" : "references change"}${waiting === 0 ? "" : `, ${waiting} known after the first round`}.`,
      details: planned.flatMap((plan) => plan.details),
    },
  };
}
