import { plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { Resource } from "#scim/resource";
import type { Edit } from "./edits.ts";
import type { OpenChange, ProvisioningStep } from "#plan/plan";
import type { ProcessedAttribute } from "./processing.ts";
import type { ReferenceContext } from "./references.ts";
import { planReference } from "./references.ts";

/** What the references of one object need in the second step. */
export interface ReferencePlan {
  readonly edits: readonly Edit[];
  readonly open: readonly OpenChange[];
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
      description: describe(changes.length, waiting),
      details: planned.flatMap((plan) => plan.details),
    },
  };
}

function describe(changes: number, waiting: number): Sentence {
  if (changes === 0) return say`No reference changes.`;
  if (waiting === 0) return plural(changes, say`1 reference changes.`, say`${changes} references change.`);
  return plural(
    changes,
    say`1 reference changes, ${waiting} known after the first round.`,
    say`${changes} references change, ${waiting} known after the first round.`,
  );
}
