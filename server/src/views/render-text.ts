import type { Rendering } from "#base/render-sentence";
import { asJson, nothing, own, personal, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { Evidence } from "#plan/evidence";
import type { AttributeChange, PlannedObject, ProvisioningPlan, ProvisioningStep } from "#plan/plan";
import { plannedActions } from "#plan/plan";
import type { StepDetail } from "#plan/step-detail";
import { accountOf, jsonOf, line, placeOf, requestLines } from "./layout.ts";
import { renderSummary } from "./render-summary.ts";

/** How much of a plan is shown. */
export interface PlanLayout {
  /** Every step with its details, and the bodies of requests: for the plan of one person. */
  readonly inFull?: boolean | undefined;
}

/** The plan as people read it, the same in a terminal and in the editor: the summary, then the objects, those that change first. */
export function renderPlan(plan: ProvisioningPlan, rendering: Rendering, { inFull = false }: PlanLayout = {}): string {
  const objects = plannedActions.flatMap((action) =>
    plan.objects.filter((object) => object.action === action).map((object) => renderObject(object, rendering, inFull)),
  );
  return `${[renderSummary(plan, rendering), ...objects].join("\n\n")}\n`;
}

/** One object of the plan; in full with every detail and the bodies of its requests. */
export function renderObject(object: PlannedObject, rendering: Rendering, full: boolean): string {
  const { action, resourceType, source, target, reason, because, steps, requests, evidence } = object;
  const head = [own(`${action} ${resourceType} `), asJson(personal(source.name)), accountOf(target), own(": "), reason, placeOf(because)];
  const isQuiet = action === "none" || action === "skip";
  if (isQuiet && !full) return line(rendering, ...head);
  const shown = steps.filter((step) => full || (step.type !== "import" && step.type !== "export"));
  return [
    line(rendering, ...head),
    ...shown.flatMap((step) => [
      ...renderStep(step, changesOf(object, step.type), rendering, full),
      ...(full && step.type === "matching" ? evidence.map((item) => renderEvidence(item, rendering)) : []),
    ]),
    ...requests.flatMap((request) => requestLines(request, rendering, full ? "lines" : "none")),
  ].join("\n");
}

/** What the search for an account rests on, below its step. */
function renderEvidence({ kind, asked, answered }: Evidence, rendering: Rendering): string {
  return line(rendering, own(`      evidence (${kind}) `), asked, own(" → "), answered);
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
