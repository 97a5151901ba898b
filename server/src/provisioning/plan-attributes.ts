import type { TraceStep } from "#model/outcome";
import type { Resource } from "#scim/resource";
import type { AttributeDiff, DiffContext } from "./diff-resource.ts";
import { diffAttribute } from "./diff-resource.ts";
import type { Edit } from "./edits.ts";
import type { AttributeChange, ProvisioningStep, SourceLine, StepDetail } from "#plan/plan";
import type { FailureCode, ProcessedAttribute } from "./processing.ts";

/** What all mappings of one object together ask for, references aside. */
export interface AttributePlan {
  readonly edits: readonly Edit[];
  /** Values only the real run knows; on update also whether they change. */
  readonly open: readonly { readonly change: AttributeChange; readonly edit: Edit }[];
  readonly failure: { readonly code: FailureCode; readonly reason: string; readonly because: SourceLine } | undefined;
  readonly objectIgnored: boolean;
  readonly step: ProvisioningStep;
}

export function planAttributes(processed: readonly ProcessedAttribute[], prior: Resource | undefined, context: DiffContext): AttributePlan {
  const diffs = processed.map((attribute) => ({ attribute, diff: diffAttribute(attribute, prior, context) }));
  const failures = processed.flatMap(({ mapped, attribute }) =>
    mapped.kind === "failure" ? [{ ...mapped, because: attribute.because }] : [],
  );
  const edits = diffs.flatMap(({ diff }) => (diff.kind === "edit" ? [diff.edit] : []));
  const open = diffs.flatMap(({ diff }) => (diff.kind === "open" ? [diff] : []));
  return {
    edits,
    open,
    failure: failures[0],
    objectIgnored: processed.some(({ mapped }) => mapped.kind === "object-ignored"),
    step: {
      type: "processing",
      status: failures.length > 0 ? "failure" : open.length > 0 ? "warning" : "success",
      description: failures[0]?.reason ?? describe(edits.length, open.length, processed.length, prior),
      details: diffs.flatMap(({ attribute, diff }) => (context.detailed || diff.kind !== "same" ? detailsOf(attribute, diff) : [])),
    },
  };
}

function describe(edits: number, open: number, all: number, prior: Resource | undefined): string {
  const what = prior === undefined ? "has a value" : "differs";
  const unknown = open === 0 ? "" : `, ${open} cannot be known before the real run`;
  return `${edits} of ${all} ${all === 1 ? "attribute" : "attributes"} ${edits === 1 ? what : what === "differs" ? "differ" : "have a value"}${unknown}`;
}

/** The expression call by call, then what came of it. */
function detailsOf({ attribute, mapped, trace, result, confidence }: ProcessedAttribute, diff: AttributeDiff): readonly StepDetail[] {
  const { label, because } = attribute;
  const base = { attribute: label, because };
  const calls = trace
    .slice(0, -1)
    .filter(isTelling)
    .map((step): StepDetail => ({ ...base, text: `  ${step.label}${step.unknown === null ? "" : " is unknown"}`, value: step.value }));
  if (diff.kind === "same" && mapped.kind === "unknown") return [...calls, { ...base, text: `${label} ${diff.note}` }];
  if (mapped.kind === "reference") return [...calls, { ...base, text: `${label} is written once both objects exist` }];
  const inferred = confidence === "inferred" ? " (inferred)" : "";
  switch (mapped.kind) {
    case "failure":
    case "unknown":
      return [...calls, { ...base, text: `${label}: ${mapped.reason}` }];
    case "object-ignored":
      return [...calls, { ...base, text: `${label} leaves the object out (IgnoreObjectFlow)` }];
    case "value":
    case "nothing":
      return [...calls, { ...base, text: `${label} ${describeDiff(diff)}${inferred}`, value: result }];
  }
}

/** A literal's value is what it says. */
function isTelling({ label, definition }: TraceStep): boolean {
  return definition === undefined && !/^["\d]/.test(label);
}

function describeDiff(diff: AttributeDiff): string {
  switch (diff.kind) {
    case "edit":
      return diff.note === "default" ? "gets its default" : diff.edit.hadValue ? "differs" : "gets a value";
    case "same":
      return diff.note === "" || diff.note === "default" ? "is in sync" : diff.note;
    case "open":
      return diff.change.unknown ?? "is unknown";
  }
}
