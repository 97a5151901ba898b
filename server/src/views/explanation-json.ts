import type { Rendering } from "#base/render-sentence";
import { render } from "#base/render-sentence";
import type { Sentence } from "#base/sentence";
import { raw } from "#base/surfaces";
import type { ExplainedAttribute, ExplainedObject, Explanation } from "#plan/explanation";
import type { JsonValue, SourceLine } from "#plan/plan";
import { maskedValue, shownRequest, shownValue } from "./mask.ts";

/** The explanation as data: sentences rendered, personal values masked where a mask is given. */
export function explanationToJson({ target, notes, objects }: Explanation, given: Rendering): JsonValue {
  const rendering = { ...given, surface: raw };
  return {
    target,
    notes: notes.map(({ text }) => render(text, rendering)),
    objects: objects.map((object) => objectToJson(object, rendering)),
  };
}

function objectToJson(object: ExplainedObject, rendering: Rendering): JsonValue {
  const { resourceType, source, target, action, reason, because, attributes } = object;
  const masked = (text: string): JsonValue => maskedValue(text, rendering.mask);
  return {
    resourceType,
    source: { id: masked(source.id), name: masked(source.name) },
    target: target === null ? null : { id: masked(target.id) },
    action,
    reason: render(reason, rendering),
    because: lineToJson(because),
    attributes: attributes.map((attribute) => attributeToJson(attribute, rendering)),
  };
}

function attributeToJson(explained: ExplainedAttribute, rendering: Rendering): JsonValue {
  const { attribute, because, expression, sources, trace, result, decisions, value, unknown, old, requests } = explained;
  const masked = (given: JsonValue): JsonValue => maskedValue(given, rendering.mask);
  const sentence = (given: Sentence | null): string | null => (given === null ? null : render(given, rendering));
  return {
    attribute,
    because: lineToJson(because),
    expression,
    sources: sources.map((source) => ({ name: source.name, value: masked(source.value) })),
    trace: trace.map((step) => ({
      label: step.label,
      value: masked(step.value),
      unknown: sentence(step.unknown),
      depth: step.depth,
      because: lineToJson(step.because),
    })),
    result: { value: masked(result.value), unknown: sentence(result.unknown), confidence: result.confidence },
    decisions: decisions.map(sentence),
    value: shownValue(value, rendering),
    unknown: sentence(unknown),
    old: masked(old),
    requests: requests.map((request) => ({ ...shownRequest(request, rendering) })),
  };
}

function lineToJson(line: SourceLine | null): JsonValue {
  return line === null ? null : { file: line.file, line: line.line };
}
