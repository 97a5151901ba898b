import type {
  AttributeChange,
  JsonValue,
  PlannedObject,
  PlannedRequest,
  ProvisioningPlan,
  ProvisioningStep,
  SourceLine,
  StepDetail,
} from "#plan/plan";
import { plannedActions } from "#plan/plan";
import { renderSummary } from "./render-summary.ts";

export { renderConnectionReport } from "./render-connection.ts";

export interface RenderOptions {
  /** Object id, name or target id of one object that is shown in full: every step with its details and the bodies of its requests. */
  readonly person?: string | undefined;
}

/** The plan as people read it, the same in a terminal and in the editor: the summary, then the objects, those that change first. */
export function renderPlan(plan: ProvisioningPlan, options: RenderOptions = {}): string {
  const wanted = options.person?.toLowerCase();
  const isWanted = (object: PlannedObject): boolean =>
    [object.source.id, object.source.name, object.target?.id].some((text) => text?.toLowerCase() === wanted);
  const shown = wanted === undefined ? plan.objects : plan.objects.filter(isWanted);
  const objects = plannedActions.flatMap((action) =>
    shown.filter((object) => object.action === action).map((object) => renderObject(object, wanted !== undefined)),
  );
  return `${[renderSummary(plan), ...objects].join("\n\n")}\n`;
}

/** One object of the plan; in full with every detail and the bodies of its requests. */
export function renderObject(object: PlannedObject, full: boolean): string {
  const head = `${object.action} ${object.resourceType} ${JSON.stringify(object.source.name)}${object.target === null ? "" : ` (${object.target.id})`}: ${object.reason}${lineText(object.because)}`;
  const isQuiet = object.action === "none" || object.action === "skip";
  if (isQuiet && !full) return head;
  const steps = object.steps.filter((step) => full || (step.type !== "import" && step.type !== "export"));
  return [
    head,
    ...steps.flatMap((step) => renderStep(step, changesOf(object, step.type), full)),
    ...object.requests.flatMap((request) => renderRequest(request, full)),
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

function renderStep(step: ProvisioningStep, changes: readonly AttributeChange[], full: boolean): readonly string[] {
  const line = `  ${step.type.padEnd(20)}${step.status.padEnd(9)}${step.description}`;
  const details = step.details.filter((detail) => full || detail.remark === true);
  return [line, ...changes.map(renderChange), ...details.map(renderDetail)];
}

function renderChange({ attribute, old, new: value, unknown, confidence, because }: AttributeChange): string {
  const sign = old === null ? "+" : value === null && unknown === null ? "-" : "~";
  const after = unknown === null ? text(value) : `unknown: ${unknown}`;
  const values = sign === "+" ? after : sign === "-" ? text(old) : `${text(old)} → ${after}`;
  return `    ${sign} ${attribute}  ${values}${confidence === "inferred" ? "  (inferred)" : ""}${lineText(because)}`;
}

function renderDetail({ text: sentence, value, because }: StepDetail): string {
  return `      ${sentence}${value === undefined || value === null ? "" : ` = ${text(value)}`}${lineText(because ?? null)}`;
}

function renderRequest({ method, path, body }: PlannedRequest, full: boolean): readonly string[] {
  if (!full || body === null) return [`${method} ${path}`];
  return [
    `${method} ${path}`,
    ...JSON.stringify(body, undefined, 2)
      .split("\n")
      .map((line) => `  ${line}`),
  ];
}

function text(value: JsonValue): string {
  return JSON.stringify(value);
}

function lineText(because: SourceLine | null): string {
  return because === null ? "" : `  ${because.file}:${because.line}`;
}
