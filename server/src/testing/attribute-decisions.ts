import { asJson, own, personal, say } from "#base/sentence";
import type { Sentence, Value } from "#base/sentence";
import type { OutcomeValue } from "#model/outcome";
import type { Unchanged } from "#plan/unchanged";
import type { JsonValue, Resource } from "#scim/resource";
import type { AttributeDiff } from "#provisioning/diff-resource";
import type { PlannedSubject } from "#provisioning/planned-subject";
import type { ProcessedAttribute } from "#provisioning/processing";

/** Why an attribute gets what it gets, once its expression has a result: in the order in which things decide. */
export function decisionsOf(processed: ProcessedAttribute, diff: AttributeDiff, { prior, plan }: PlannedSubject): readonly Sentence[] {
  const decisions = [flowSentence(processed, prior), defaultSentence(processed, diff), ...valueSentences(processed)];
  const carried = plan.requests.length > 0 || plan.action === "none";
  return [...decisions, carried ? comparisonSentence(processed, diff, prior) : say`Nothing is sent: ${plan.reason}`].filter(
    (sentence) => sentence !== undefined,
  );
}

function flowSentence({ attribute }: ProcessedAttribute, prior: Resource | undefined): Sentence | undefined {
  if (attribute.mapping.flowType !== "ObjectAddOnly") return undefined;
  return prior === undefined
    ? say`'on create': it flows, because the object is created.`
    : say`'on create': it does not flow, because the account exists.`;
}

/** A default counts when the source has no value, on create only; for `none` whenever the target has no value (language page §3). */
function defaultSentence({ attribute, mapped }: ProcessedAttribute, diff: AttributeDiff): Sentence | undefined {
  const { defaultValue } = attribute.mapping;
  if (defaultValue === undefined) return undefined;
  const named = asJson(own(defaultValue));
  if (mapped.kind !== "nothing") return say`The default ${named} is not needed: the expression has a value.`;
  if (!mapped.isNull) return say`The default ${named} does not flow: IgnoreAttributeFlow leaves the attribute out.`;
  return diff.kind === "same" ? defaultStays(named, diff.why) : say`The default ${named} flows, because the source has no value.`;
}

/** What a default that does not flow says for itself. */
function defaultStays(named: Value, why: Unchanged): Sentence {
  switch (why) {
    case "default-in-sync":
      return say`The default ${named} is what the target has.`;
    case "created-only":
      return say`The default ${named} does not flow: the attribute flows only when the object is created.`;
    case "default-on-create-only":
      return say`The default ${named} does not flow: the attribute has no value, and the default counts on create only.`;
    case "never-returned":
      return say`The default ${named} does not flow: the attribute is never returned by the target, so it cannot be compared.`;
    case "left-alone":
      return say`The default ${named} does not flow: the attribute is left alone.`;
    case "further-values-stay":
    case "further-roles-stay":
    case "in-sync":
    case "no-value":
    case "attribute-ignored":
    case "elsewhere":
      return say`The default ${named} does not flow: the attribute is in sync.`;
  }
}

function valueSentences(processed: ProcessedAttribute): readonly Sentence[] {
  const { attribute, mapped, result } = processed;
  switch (mapped.kind) {
    case "value":
      return [conversionSentence(processed, mapped.value, result)];
    case "reference":
      return [
        mapped.ids === null
          ? say`The source refers to nobody, so nothing flows.`
          : say`The object ids become ids of the target, written in a second step once both objects exist.`,
      ];
    case "nothing":
      if (attribute.mapping.defaultValue !== undefined) return [];
      return [mapped.isNull ? say`The expression has no value, so nothing flows.` : say`IgnoreAttributeFlow leaves the attribute out.`];
    case "unknown":
      return [say`Not known before the real run: ${mapped.reason}`];
    case "failure":
      return [mapped.reason];
    case "object-ignored":
      return [say`IgnoreObjectFlow leaves the whole object out.`];
  }
}

function conversionSentence({ attribute }: ProcessedAttribute, value: JsonValue, result: OutcomeValue): Sentence {
  const type = attribute.target?.definition?.type;
  if (type === undefined) return say`No schema describes the attribute, so the value stays text.`;
  return JSON.stringify(value) === JSON.stringify(result)
    ? say`The value stays as it is: the attribute is of type ${own(type)}.`
    : say`${asJson(personal(result))} becomes ${asJson(personal(value))}: the attribute is of type ${own(type)}.`;
}

function comparisonSentence({ mapped }: ProcessedAttribute, diff: AttributeDiff, prior: Resource | undefined): Sentence | undefined {
  if (prior === undefined || mapped.kind === "reference" || mapped.kind === "nothing" || diff.kind === "open") return undefined;
  if (diff.kind === "edit") return diff.edit.hadValue ? say`The target has another value.` : say`The target has no value.`;
  return sameSentence(diff.why);
}

function sameSentence(why: Unchanged): Sentence {
  switch (why) {
    case "in-sync":
    case "default-in-sync":
    case "elsewhere":
      return say`The target has this value already.`;
    case "created-only":
      return say`The attribute flows only when the object is created.`;
    case "never-returned":
      return say`The target never returns the attribute, so it cannot be compared.`;
    case "further-values-stay":
      return say`The target has these values already, and its further values stay.`;
    case "further-roles-stay":
      return say`The target has these roles already, and its further roles stay.`;
    case "no-value":
    case "attribute-ignored":
    case "default-on-create-only":
    case "left-alone":
      return say`At the target the attribute stays as it is.`;
  }
}
