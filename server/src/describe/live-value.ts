import { inEnglish } from "#base/render-sentence";
import type { Outcome, OutcomeValue } from "#model/outcome";
import type { MappedValue, ProcessedAttribute } from "#provisioning/processing";
import type { FilterResult } from "#provisioning/scoping-filter";
import type { JsonValue } from "#scim/resource";
import type { LiveValue } from "#testing/live-values";
import { code, prose } from "./markdown.ts";

/** What one person gets, in words. */
export interface ShownValue {
  /** As it stands beside a statement: `= "Ada"`, `no value`, `unknown: …`. */
  readonly text: string;
  /** What else is to know; whole sentences. */
  readonly remarks: readonly string[];
}

/** What a statement yields, in words. */
export function showLive(live: LiveValue): ShownValue {
  switch (live.kind) {
    case "truth":
      return showTruth(live.result);
    case "outcome":
      return showOutcome(live.outcome);
    case "mapped":
      return showMapped(live.processed);
  }
}

/** The result of an expression, before the target's type is looked at. */
export function showOutcome({ value, flow, unknown, problems, confidence }: Outcome): ShownValue {
  const [problem] = problems;
  if (problem !== undefined) return { text: `error: ${inEnglish(problem.message)}`, remarks: inferred(confidence) };
  if (unknown !== null) return { text: `unknown: ${inEnglish(unknown.text)}`, remarks: inferred(confidence) };
  if (flow === "ignored") return { text: "ignored", remarks: [ignoredRemark] };
  if (flow === "object-ignored") return { text: "object ignored", remarks: [objectIgnoredRemark] };
  return { text: showValue(value), remarks: inferred(confidence) };
}

/** What flows to the target, in its type. */
function showMapped({ mapped, attribute, confidence }: ProcessedAttribute): ShownValue {
  const { defaultValue, flowType, source } = attribute.mapping;
  const { text, remarks } = describeMapped(mapped);
  const onCreate = flowType === "ObjectAddOnly" ? ["It flows only when the object is created."] : [];
  if (mapped.kind !== "nothing" || !mapped.isNull || defaultValue === undefined)
    return { text, remarks: [...remarks, ...onCreate, ...inferred(confidence)] };
  const when = source.kind === "none" ? "if the target has no value" : "on create";
  return { text: `default ${JSON.stringify(defaultValue)} ${when}`, remarks: ["The source has no value.", ...inferred(confidence)] };
}

function describeMapped(mapped: MappedValue): ShownValue {
  switch (mapped.kind) {
    case "value":
      return { text: showValue(mapped.value), remarks: [] };
    case "reference":
      return showReference(mapped.ids ?? []);
    case "nothing":
      return mapped.isNull ? { text: "no value", remarks: [] } : { text: "ignored", remarks: [ignoredRemark] };
    case "unknown":
      return { text: `unknown: ${inEnglish(mapped.reason)}`, remarks: [] };
    case "failure":
      return { text: `error: ${inEnglish(mapped.reason)}`, remarks: [] };
    case "object-ignored":
      return { text: "object ignored", remarks: [objectIgnoredRemark] };
  }
}

/** Whether the person is let through by a scoping filter, or a part of one. */
export function showTruth({ truth, failed, remarks: sentences }: FilterResult): ShownValue {
  const remarks = sentences.map(inEnglish);
  switch (truth) {
    case "true":
      return { text: "true", remarks };
    case "false":
      return { text: "false", remarks: [...failed.map((clause) => `'${clause}' is not true.`), ...remarks] };
    case "missing":
      return {
        text: "not true: a value is missing",
        remarks: ["A comparison with a missing value is neither true nor false, nor is its negation.", ...remarks],
      };
    case "unknown":
      return { text: `unknown: ${remarks[0] ?? "it cannot be decided here."}`, remarks: remarks.slice(1) };
  }
}

/** A whole paragraph for hovers and tooltips. Values are other people's text: no markup comes of them. */
export function describeShown(name: string, { text, remarks }: ShownValue): string {
  const sentence = /^(?:unknown|error): /.exec(text)?.[0];
  const value = sentence === undefined ? code(shorten(text, longest)) : prose(sentence + shorten(text.slice(sentence.length), longest));
  return [`For ${prose(name)}: ${value}`, ...remarks.map(prose)].join("  \n");
}

/** Editors render a tooltip whole. */
const longest = 1000;

/** Cuts a text between characters, not inside one. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\uD800-\uDBFF]/.test(text[limit - 2] ?? "") ? limit - 2 : limit - 1;
  return `${text.slice(0, end)}…`;
}

export function showValue(value: OutcomeValue | JsonValue): string {
  return value === null ? "no value" : `= ${typeof value === "object" ? showList(value) : JSON.stringify(value)}`;
}

function showList(value: JsonValue): string {
  return Array.isArray(value) ? `[${value.map((item) => JSON.stringify(item)).join(", ")}]` : JSON.stringify(value);
}

function showReference(ids: readonly string[]): ShownValue {
  if (ids.length === 0) return { text: "no value", remarks: [] };
  const text = ids.length === 1 ? `= ${JSON.stringify(ids[0])}` : `= ${ids.length} references`;
  return { text, remarks: ["Object ids of the directory; the target gets the ids of its own resources."] };
}

function inferred(confidence: Outcome["confidence"]): readonly string[] {
  return confidence === "inferred" ? ["Inferred: Entra's documents leave a point of this open."] : [];
}

const ignoredRemark = "IgnoreAttributeFlow: what the target has stays as it is.";
const objectIgnoredRemark = "IgnoreObjectFlow: nothing is done for this object.";
