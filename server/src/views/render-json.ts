import { jsonText } from "#base/json-text";
import type { Rendering } from "#base/render-sentence";
import { render } from "#base/render-sentence";
import { raw } from "#base/surfaces";
import type { Evidence } from "#plan/evidence";
import type { AttributeChange, JsonValue, PlannedObject, ProvisioningPlan, ProvisioningStep, SourceLine } from "#plan/plan";
import type { StepDetail } from "#plan/step-detail";
import { maskedValue, shownRequest } from "./mask.ts";

/** How a plan is rendered; with a mask, the stamp names the key of its pseudonyms. */
export interface PlanRendering extends Rendering {
  readonly maskedBy?: string | undefined;
}

/** The plan as scripts read it: the contract of the command line (experience page §4). Members beyond it only add to it. */
export function renderJson(plan: ProvisioningPlan, rendering: PlanRendering): string {
  return `${jsonText(planToJson(plan, rendering), 2)}\n`;
}

/** One object per line, for runs too large for one document. */
export function renderNdjson(plan: ProvisioningPlan, rendering: Rendering): string {
  return plan.objects.map((object) => `${jsonText(objectToJson(object, rendering))}\n`).join("");
}

/** The plan as data: sentences rendered, personal values masked where a mask is given. */
export function planToJson(plan: ProvisioningPlan, rendering: PlanRendering): JsonValue {
  const { stamp, complete, summary, notes, objects } = plan;
  return {
    stamp: { ...stamp, ...(rendering.maskedBy === undefined ? {} : { pseudonyms: rendering.maskedBy }) },
    complete,
    summary: { ...summary },
    notes: notes.map(({ text }) => render(text, { ...rendering, surface: raw })),
    objects: objects.map((object) => objectToJson(object, rendering)),
  };
}

/** One object as data. */
function objectToJson(object: PlannedObject, given: Rendering): JsonValue {
  const rendering = { ...given, surface: raw };
  const { resourceType, source, target, action, reason, code, because, evidence, changes, requests, steps } = object;
  const masked = (text: string): JsonValue => maskedValue(text, rendering.mask);
  return {
    resourceType,
    source: { id: masked(source.id), name: masked(source.name) },
    target: target === null ? null : { id: masked(target.id) },
    action,
    reason: render(reason, rendering),
    code,
    because: lineToJson(because),
    evidence: evidence.map((item) => evidenceToJson(item, rendering)),
    changes: changes.map((change) => changeToJson(change, rendering)),
    requests: requests.map((request) => ({ ...shownRequest(request, rendering) })),
    steps: steps.map((step) => stepToJson(step, rendering)),
  };
}

function evidenceToJson({ kind, asked, answered, proves }: Evidence, rendering: Rendering): JsonValue {
  return { kind, asked: render(asked, rendering), answered: render(answered, rendering), proves };
}

function changeToJson(change: AttributeChange, rendering: Rendering): JsonValue {
  const { attribute, old, new: value, unknown, confidence, because } = change;
  return {
    attribute,
    old: maskedValue(old, rendering.mask),
    new: maskedValue(value, rendering.mask),
    unknown: unknown === null ? null : render(unknown, rendering),
    confidence,
    because: lineToJson(because),
  };
}

function stepToJson({ type, status, description, details }: ProvisioningStep, rendering: Rendering): JsonValue {
  return {
    type,
    status,
    description: render(description, rendering),
    details: details.map((detail) => detailToJson(detail, rendering)),
  };
}

function detailToJson({ text, attribute, value, because }: StepDetail, rendering: Rendering): JsonValue {
  return {
    text: render(text, rendering),
    ...(attribute === undefined ? {} : { attribute }),
    ...(value === undefined ? {} : { value: maskedValue(value, rendering.mask) }),
    ...(because === undefined ? {} : { because: lineToJson(because) }),
  };
}

function lineToJson(line: SourceLine | null): JsonValue {
  return line === null ? null : { file: line.file, line: line.line };
}
