import { asCode, asJson, excerpt, joined, own, personal, phrase, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Outcome, OutcomeValue } from "#model/outcome";
import type { MappedValue, ProcessedAttribute } from "#provisioning/processing";
import type { FilterResult } from "#provisioning/scoping-filter";
import type { JsonValue } from "#scim/resource";
import type { LiveValue } from "#testing/live-values";
import { paragraph } from "./block.ts";
import type { Description } from "./block.ts";

/** What one person gets, in words. */
export interface ShownValue {
  /** `value`: what stands in the target or a state of it, short enough to be set as code; `sentence`: why there is none. */
  readonly kind: "value" | "sentence";
  /** As it stands beside a statement: `= "Ada"`, `no value`, `unknown: …`. */
  readonly text: Sentence;
  /** What else is to know; whole sentences. */
  readonly remarks: readonly Part[];
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
  if (problem !== undefined) return showError(problem.message, inferred(confidence));
  if (unknown !== null) return showUnknown(unknown.text, inferred(confidence));
  if (flow === "ignored") return ignored;
  if (flow === "object-ignored") return objectIgnored;
  return plain(showValue(value), inferred(confidence));
}

/** What flows to the target, in its type. */
function showMapped({ mapped, attribute, confidence }: ProcessedAttribute): ShownValue {
  const { defaultValue, flowType, source } = attribute.mapping;
  const shown = describeMapped(mapped);
  const onCreate = flowType === "ObjectAddOnly" ? [say`It flows only when the object is created.`] : [];
  if (mapped.kind !== "nothing" || !mapped.isNull || defaultValue === undefined)
    return { ...shown, remarks: [...shown.remarks, ...onCreate, ...inferred(confidence)] };
  const value = asJson(own(defaultValue));
  const text = source.kind === "none" ? say`default ${value} if the target has no value` : say`default ${value} on create`;
  return plain(text, [say`The source has no value.`, ...inferred(confidence)]);
}

function describeMapped(mapped: MappedValue): ShownValue {
  switch (mapped.kind) {
    case "value":
      return plain(showValue(mapped.value));
    case "reference":
      return showReference(mapped.ids ?? []);
    case "nothing":
      return mapped.isNull ? plain(say`no value`) : ignored;
    case "unknown":
      return showUnknown(mapped.reason);
    case "failure":
      return showError(mapped.reason);
    case "object-ignored":
      return objectIgnored;
  }
}

/** Whether the person is let through by a scoping filter, or a part of one. */
export function showTruth({ truth, failed, remarks: said }: FilterResult): ShownValue {
  switch (truth) {
    case "true":
      return plain(say`true`, said);
    case "false":
      return plain(say`false`, [...failed.map((clause) => say`'${own(clause)}' is not true.`), ...said]);
    case "missing":
      return plain(say`not true: a value is missing`, [
        say`A comparison with a missing value is neither true nor false, nor is its negation.`,
        ...said,
      ]);
    case "unknown":
      return showUnknown(said[0] ?? say`it cannot be decided here.`, said.slice(1));
  }
}

/** The value of one source attribute. */
export function showAttribute(value: OutcomeValue): ShownValue {
  return plain(showValue(value));
}

/** A whole paragraph for hovers and tooltips. */
export function describeShown(name: string, { kind, text, remarks }: ShownValue): Description {
  const short = excerpt(text, longest);
  return paragraph(say`For ${personal(name)}: ${kind === "value" ? asCode(short) : short}`, ...remarks);
}

/** Editors render a tooltip whole. */
const longest = 1000;

/** As JSON writes it, with a space between those of a list. */
function showValue(value: OutcomeValue | JsonValue): Sentence {
  if (value === null) return say`no value`;
  if (!Array.isArray(value)) return say`= ${asJson(personal(value))}`;
  const items = (value as readonly JsonValue[]).map((item) => asJson(personal(item)));
  return say`= [${joined(items, ", ")}]`;
}

function showReference(ids: readonly string[]): ShownValue {
  const [id] = ids;
  if (id === undefined) return plain(say`no value`);
  const text = ids.length === 1 ? say`= ${asJson(personal(id))}` : say`= ${ids.length} references`;
  return plain(text, [say`Object ids of the directory; the target gets the ids of its own resources.`]);
}

function plain(text: Sentence, remarks: readonly Part[] = []): ShownValue {
  return { kind: "value", text, remarks };
}

function showUnknown(reason: Part, remarks: readonly Part[] = []): ShownValue {
  return { kind: "sentence", text: say`unknown: ${reason}`, remarks };
}

function showError(reason: Part, remarks: readonly Part[] = []): ShownValue {
  return { kind: "sentence", text: say`error: ${reason}`, remarks };
}

function inferred(confidence: Outcome["confidence"]): readonly Sentence[] {
  return confidence === "inferred" ? [say`Inferred: Entra's documents leave a point of this open.`] : [];
}

const ignored = plain(say`ignored`, [phrase("IgnoreAttributeFlow: what the target has stays as it is.")]);
const objectIgnored = plain(say`object ignored`, [phrase("IgnoreObjectFlow: nothing is done for this object.")]);
