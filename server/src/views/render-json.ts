import type { AttributeChange, JsonValue, PlannedObject, ProvisioningPlan, ProvisioningStep, SourceLine } from "#plan/plan";

/** The plan as scripts read it: the contract of the command line (experience page §4). Members beyond it only add to it. */
export function renderJson(plan: ProvisioningPlan): string {
  return `${JSON.stringify(planToJson(plan), undefined, 2)}\n`;
}

/** One object per line, for runs too large for one document. */
export function renderNdjson(plan: ProvisioningPlan): string {
  return plan.objects.map((object) => `${JSON.stringify(objectToJson(object))}\n`).join("");
}

export function planToJson(plan: ProvisioningPlan): JsonValue {
  const { stamp, complete, summary, notes, objects } = plan;
  return { stamp: { ...stamp }, complete, summary: { ...summary }, notes, objects: objects.map(objectToJson) };
}

function objectToJson(object: PlannedObject): JsonValue {
  const { resourceType, source, target, action, reason, code, because, changes, requests, steps } = object;
  return {
    resourceType,
    source: { ...source },
    target,
    action,
    reason,
    code,
    because: lineToJson(because),
    changes: changes.map(changeToJson),
    requests: requests.map((request) => ({ ...request })),
    steps: steps.map(stepToJson),
  };
}

function changeToJson({ attribute, old, new: value, unknown, confidence, because }: AttributeChange): JsonValue {
  return { attribute, old, new: value, unknown, confidence, because: lineToJson(because) };
}

function stepToJson({ type, status, description, details }: ProvisioningStep): JsonValue {
  return {
    type,
    status,
    description,
    details: details.map(({ text, attribute, value, because }) => ({
      text,
      ...(attribute === undefined ? {} : { attribute }),
      ...(value === undefined ? {} : { value }),
      ...(because === undefined ? {} : { because: lineToJson(because) }),
    })),
  };
}

function lineToJson(line: SourceLine | null): JsonValue {
  return line === null ? null : { file: line.file, line: line.line };
}
