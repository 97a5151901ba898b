import type { OutcomeValue } from "#plan/plan";
import type { ExplainedAttribute, ExplainedObject, Explanation } from "#plan/explanation";
import { Mask, textsIn } from "./mask-values.ts";
import type { Pseudonym } from "./mask-values.ts";

/** The same explanation with the pseudonyms that a masked plan has for the same values; what the mapping itself says stays. */
export function maskExplanation(explanation: Explanation, pseudonym: Pseudonym): Explanation {
  const { objects } = explanation;
  const ids = new Set(objects.flatMap(({ source, target }) => (target === null ? [source.id] : [source.id, target.id])));
  const mask = new Mask(pseudonym, ids);
  return {
    ...explanation,
    notes: explanation.notes.map((note) => mask.text(note, (_, marks) => marks === "double")),
    objects: objects.map((object) => maskObject(object, mask)),
  };
}

function maskObject(object: ExplainedObject, mask: Mask): ExplainedObject {
  const values = [object.source.name, ...object.attributes.flatMap(textsOf)];
  // Sentences quote values as JSON does.
  const known = new Set(values.flatMap((value) => [value, JSON.stringify(value).slice(1, -1)]));
  const sentence = (text: string): string => mask.text(text, (quoted) => known.has(quoted));
  return {
    ...object,
    source: { ...object.source, name: mask.name(object.source.name) },
    reason: sentence(object.reason),
    attributes: object.attributes.map((attribute) => maskAttribute(attribute, mask, sentence)),
  };
}

function maskAttribute(attribute: ExplainedAttribute, mask: Mask, sentence: (text: string) => string): ExplainedAttribute {
  const result = (value: OutcomeValue): OutcomeValue => mask.value(value) as OutcomeValue;
  const open = (unknown: string | null): string | null => (unknown === null ? null : sentence(unknown));
  return {
    ...attribute,
    sources: attribute.sources.map(({ name, value }) => ({ name, value: result(value) })),
    trace: attribute.trace.map((step) => ({
      ...step,
      value: isLiteral(step.label) ? step.value : result(step.value),
      unknown: open(step.unknown),
    })),
    result: { ...attribute.result, value: result(attribute.result.value), unknown: open(attribute.result.unknown) },
    decisions: attribute.decisions.map(sentence),
    value: mask.value(attribute.value),
    unknown: open(attribute.unknown),
    old: mask.value(attribute.old),
    requests: attribute.requests.map((request) => ({ ...request, body: request.body === null ? null : mask.value(request.body) })),
  };
}

function isLiteral(label: string): boolean {
  return label.startsWith('"');
}

function textsOf({ sources, trace, result, value, old }: ExplainedAttribute): readonly string[] {
  const steps = trace.flatMap((step) => (isLiteral(step.label) ? [] : [step.value]));
  return [...sources.map((source) => source.value), ...steps, result.value, value, old].flatMap(textsIn).filter((text) => text !== "");
}
