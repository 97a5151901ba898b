import type { OutcomeValue } from "#model/outcome";
import type { JsonValue, Resource } from "#scim/resource";
import type { AttributeDiff } from "#provisioning/diff-resource";
import type { PlannedSubject } from "#provisioning/planned-subject";
import type { ProcessedAttribute } from "#provisioning/processing";

/** Why an attribute gets what it gets, once its expression has a result: whole sentences in the order in which they decide. */
export function decisionsOf(processed: ProcessedAttribute, diff: AttributeDiff, { prior, plan }: PlannedSubject): readonly string[] {
  const decisions = [flowSentence(processed, prior), defaultSentence(processed, diff), ...valueSentences(processed)];
  const carried = plan.requests.length > 0 || plan.action === "none";
  return [...decisions, carried ? comparisonSentence(processed, diff, prior) : `Nothing is sent: ${plan.reason}`].filter(
    (sentence) => sentence !== undefined,
  );
}

function flowSentence({ attribute }: ProcessedAttribute, prior: Resource | undefined): string | undefined {
  if (attribute.mapping.flowType !== "ObjectAddOnly") return undefined;
  return prior === undefined
    ? "'on create': it flows, because the object is created."
    : "'on create': it does not flow, because the account exists.";
}

/** A default counts when the source has no value, on create only; for `none` whenever the target has no value (language page §3). */
function defaultSentence({ attribute, mapped }: ProcessedAttribute, diff: AttributeDiff): string | undefined {
  const { defaultValue } = attribute.mapping;
  if (defaultValue === undefined) return undefined;
  const named = `The default ${JSON.stringify(defaultValue)}`;
  if (mapped.kind !== "nothing") return `${named} is not needed: the expression has a value.`;
  if (!mapped.isNull) return `${named} does not flow: IgnoreAttributeFlow leaves the attribute out.`;
  if (diff.kind === "same")
    return diff.note === "default" ? `${named} is what the target has.` : `${named} does not flow: the attribute ${diff.note}.`;
  return `${named} flows, because the source has no value.`;
}

function valueSentences(processed: ProcessedAttribute): readonly string[] {
  const { attribute, mapped, result } = processed;
  switch (mapped.kind) {
    case "value":
      return [conversionSentence(processed, mapped.value, result)];
    case "reference":
      return [
        mapped.ids === null
          ? "The source refers to nobody, so nothing flows."
          : "The object ids become ids of the target, written in a second step once both objects exist.",
      ];
    case "nothing":
      if (attribute.mapping.defaultValue !== undefined) return [];
      return [mapped.isNull ? "The expression has no value, so nothing flows." : "IgnoreAttributeFlow leaves the attribute out."];
    case "unknown":
      return [`Not known before the real run: ${mapped.reason}`];
    case "failure":
      return [mapped.reason];
    case "object-ignored":
      return ["IgnoreObjectFlow leaves the whole object out."];
  }
}

function conversionSentence({ attribute }: ProcessedAttribute, value: JsonValue, result: OutcomeValue): string {
  const type = attribute.target?.definition?.type;
  if (type === undefined) return "No schema describes the attribute, so the value stays text.";
  const text = JSON.stringify(result);
  const converted = JSON.stringify(value);
  return converted === text
    ? `The value stays as it is: the attribute is of type ${type}.`
    : `${text} becomes ${converted}: the attribute is of type ${type}.`;
}

function comparisonSentence({ mapped }: ProcessedAttribute, diff: AttributeDiff, prior: Resource | undefined): string | undefined {
  if (prior === undefined || mapped.kind === "reference" || mapped.kind === "nothing" || diff.kind === "open") return undefined;
  if (diff.kind === "edit") return diff.edit.hadValue ? "The target has another value." : "The target has no value.";
  return diff.note === "" ? "The target has this value already." : `At the target the attribute ${diff.note}.`;
}
