import type { Rendering } from "#base/render-sentence";
import { asJson, nothing, own, personal, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { AttributeChange, PlannedObject, ProvisioningPlan, ProvisioningStep } from "#plan/plan";
import { plannedActions } from "#plan/plan";
import type { StepDetail } from "#plan/step-detail";
import { accountOf, jsonOf, line, placeOf, requestLines } from "./layout.ts";
import { about, valuesOf } from "./scrub.ts";
import { renderSummary } from "./render-summary.ts";

/** What of a plan is shown. */
export interface PlanSelection {
  /** Object id, name or target id of one object that is shown in full: every step with its details and the bodies of its requests. */
  readonly person?: string | undefined;
}

/** The plan as people read it, the same in a terminal and in the editor: the summary, then the objects, those that change first. */
export function renderPlan(plan: ProvisioningPlan, rendering: Rendering, { person }: PlanSelection = {}): string {
  const wanted = person?.toLowerCase();
  const isWanted = (object: PlannedObject): boolean =>
    [object.source.id, object.source.name, object.target?.id].some((text) => text?.toLowerCase() === wanted);
  const shown = wanted === undefined ? plan.objects : plan.objects.filter(isWanted);
  const objects = plannedActions.flatMap((action) =>
    shown.filter((object) => object.action === action).map((object) => renderObject(object, rendering, wanted !== undefined)),
  );
  return `${[renderSummary(plan, rendering), ...objects].join("\n\n")}\n`;
}

/** One object of the plan; in full with every detail and the bodies of its requests. */
export function renderObject(object: PlannedObject, given: Rendering, full: boolean): string {
  const rendering = about(() => valuesOf(object), given);
  const { action, resourceType, source, target, reason, because, steps, requests } = object;
  const head = [own(`${action} ${resourceType} `), asJson(personal(source.name)), accountOf(target), own(": "), reason, placeOf(because)];
  const isQuiet = action === "none" || action === "skip";
  if (isQuiet && !full) return line(rendering, ...head);
  const shown = steps.filter((step) => full || (step.type !== "import" && step.type !== "export"));
  return [
    line(rendering, ...head),
    ...shown.flatMap((step) => renderStep(step, changesOf(object, step.type), rendering, full)),
    ...requests.flatMap((request) => requestLines(request, rendering, full ? "lines" : "none")),
  ].join("\n");
}

/** References are named in the step that resolves them, every other change where values are processed. */
function changesOf({ changes, steps }: PlannedObject, type: ProvisioningStep["type"]): readonly AttributeChange[] {
  if (type !== "processing" && type !== "referenceResolution") return [];
  const references = new Set(
    steps.filter((step) => step.type === "referenceResolution").flatMap((step) => step.details.map(({ attribute }) => attribute)),
  );
  return changes.filter((change) => references.has(change.attribute) === (type === "referenceResolution"));
}

function renderStep(
  { type, status, description, details }: ProvisioningStep,
  changes: readonly AttributeChange[],
  rendering: Rendering,
  full: boolean,
): readonly string[] {
  return [
    line(rendering, own(`  ${type.padEnd(20)}${status.padEnd(9)}`), description),
    ...changes.map((change) => renderChange(change, rendering)),
    ...details.filter((detail) => full || detail.remark === true).map((detail) => renderDetail(detail, rendering)),
  ];
}

function renderChange({ attribute, old, new: value, unknown, confidence, because }: AttributeChange, rendering: Rendering): string {
  const before = jsonOf(old, rendering);
  const after: Part = unknown === null ? jsonOf(value, rendering) : say`unknown: ${unknown}`;
  const sign = old === null ? "+" : value === null && unknown === null ? "-" : "~";
  const values = sign === "+" ? [after] : sign === "-" ? [before] : [before, own(" → "), after];
  const inferred = confidence === "inferred" ? say`  (inferred)` : nothing;
  return line(rendering, own(`    ${sign} ${attribute}  `), ...values, inferred, placeOf(because));
}

function renderDetail({ text, value, because }: StepDetail, rendering: Rendering): string {
  const result = value === undefined || value === null ? [] : [own(" = "), jsonOf(value, rendering)];
  return line(rendering, own("      "), text, ...result, placeOf(because));
}
