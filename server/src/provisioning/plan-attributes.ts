import { own, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TraceStep } from "#model/outcome";
import type { Resource } from "#scim/resource";
import type { AttributeDiff, DiffContext } from "./diff-resource.ts";
import { diffAttribute } from "./diff-resource.ts";
import type { Edit } from "./edits.ts";
import type { OpenChange, ProvisioningStep, SourceLine } from "#plan/plan";
import type { FailureCode } from "#plan/reason";
import type { StepDetail } from "#plan/step-detail";
import { unchangedSentence } from "#plan/unchanged";
import type { ProcessedAttribute } from "./processing.ts";

/** What all mappings of one object together ask for, references aside. */
export interface AttributePlan {
  readonly edits: readonly Edit[];
  /** Values only the real run knows; on update also whether they change. */
  readonly open: readonly { readonly change: OpenChange; readonly edit: Edit }[];
  readonly failure: { readonly code: FailureCode; readonly reason: Sentence; readonly because: SourceLine } | undefined;
  readonly objectIgnored: boolean;
  readonly step: ProvisioningStep;
}

/** What the mappings of one object ask for, compared with what the target has. */
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

function describe(edits: number, open: number, all: number, prior: Resource | undefined): Sentence {
  const known = prior === undefined ? valued(edits, all) : differing(edits, all);
  return open === 0 ? known : say`${known}, ${open} cannot be known before the real run`;
}

function valued(edits: number, all: number): Sentence {
  if (all === 1) return plural(edits, say`${edits} of ${all} attribute has a value`, say`${edits} of ${all} attribute have a value`);
  return plural(edits, say`${edits} of ${all} attributes has a value`, say`${edits} of ${all} attributes have a value`);
}

function differing(edits: number, all: number): Sentence {
  if (all === 1) return plural(edits, say`${edits} of ${all} attribute differs`, say`${edits} of ${all} attribute differ`);
  return plural(edits, say`${edits} of ${all} attributes differs`, say`${edits} of ${all} attributes differ`);
}

/** The expression call by call, then what came of it. */
function detailsOf(processed: ProcessedAttribute, diff: AttributeDiff): readonly StepDetail[] {
  const { attribute, mapped, trace, result } = processed;
  const base = { attribute: attribute.label, because: attribute.because };
  const calls = trace
    .slice(0, -1)
    .filter(isTelling)
    .map((step) => ({ ...base, ...callDetail(step) }));
  const hasResult = mapped.kind === "value" || mapped.kind === "nothing";
  const detail: StepDetail = {
    ...base,
    code: "attribute",
    text: outcomeSentence(processed, diff),
    ...(hasResult ? { value: result } : {}),
  };
  return [...calls, detail];
}

function callDetail({ label, unknown, value }: TraceStep): StepDetail {
  const text = unknown === null ? say`  ${own(label)}` : say`  ${own(label)} is unknown`;
  return { code: "call", text, value };
}

function outcomeSentence({ attribute, mapped, confidence }: ProcessedAttribute, diff: AttributeDiff): Sentence {
  const label = own(attribute.label);
  if (diff.kind === "same" && mapped.kind === "unknown") return unchangedSentence(attribute.label, diff.why);
  switch (mapped.kind) {
    case "reference":
      return say`${label} is written once both objects exist`;
    case "failure":
    case "unknown":
      return say`${label}: ${mapped.reason}`;
    case "object-ignored":
      return say`${label} leaves the object out (IgnoreObjectFlow)`;
    case "value":
    case "nothing": {
      const sentence = diffSentence(attribute.label, diff);
      return confidence === "inferred" ? say`${sentence} (inferred)` : sentence;
    }
  }
}

function isTelling({ isLiteral, definition }: TraceStep): boolean {
  return definition === undefined && !isLiteral;
}

function diffSentence(attribute: string, diff: AttributeDiff): Sentence {
  const label = own(attribute);
  switch (diff.kind) {
    case "edit":
      if (diff.from === "default") return say`${label} gets its default`;
      return diff.edit.hadValue ? say`${label} differs` : say`${label} gets a value`;
    case "same":
      return unchangedSentence(attribute, diff.why);
    case "open":
      return say`${label}: ${diff.change.unknown}`;
  }
}
