import { jsonText } from "#base/json-text";
import type { Rendering } from "#base/render-sentence";
import { asJson, foreign, joined, nothing, own, personal, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { ExplainedAttribute, ExplainedObject, ExplainedStep, Explanation } from "#plan/explanation";
import type { SourceLine } from "#plan/plan";
import { explanationToJson as toJson } from "./explanation-json.ts";
import { accountOf, jsonOf, line, placeOf, requestLines, yieldedJson } from "./layout.ts";

/** The explanation as people read it: per attribute its expression, the calls as a tree, what decided, and the request that carries it. */
export function renderExplanation({ target, notes, objects }: Explanation, rendering: Rendering): string {
  const against = target === null ? say`No target was asked: this is what a create would send.` : say`Target: ${foreign(target)}`;
  const head = [against, ...notes.map(({ text }) => text)].map((part) => line(rendering, part));
  return `${[...head, ...objects.map((object) => renderObject(object, rendering))].join("\n\n")}\n`;
}

/** One document with the members of `Explanation`. */
export function explanationToJson(explanation: Explanation, rendering: Rendering): string {
  return `${jsonText(toJson(explanation, rendering), 2)}\n`;
}

function renderObject(object: ExplainedObject, rendering: Rendering): string {
  const { resourceType, source, target, action, reason, because, attributes } = object;
  const head = [own(`${action} ${resourceType} `), asJson(personal(source.name)), accountOf(target), own(": "), reason, placeOf(because)];
  return [line(rendering, ...head), ...attributes.map((attribute) => renderAttribute(attribute, target !== null, rendering))].join("\n\n");
}

function renderAttribute(explained: ExplainedAttribute, hasAccount: boolean, rendering: Rendering): string {
  const { attribute, because, expression, result, decisions } = explained;
  const lines: readonly Part[] = [
    joined([own(`${attribute} = ${expression ?? "none"}`), placeOf(because)], ""),
    ...tree(explained, rendering),
    ...(result.confidence === "inferred" ? [say`  The documentation is silent on part of this, so the result is inferred.`] : []),
    ...decisions.map((decision) => joined([own("  "), decision], "")),
    joined([own("  "), outcome(explained, hasAccount, rendering)], ""),
  ];
  const requests = explained.requests.flatMap((request) => requestLines(request, rendering, "one-line"));
  return [...lines.map((part) => line(rendering, part)), ...requests.map((text) => `  ${text}`)].join("\n");
}

function outcome({ value, unknown, old }: ExplainedAttribute, hasAccount: boolean, rendering: Rendering): Part {
  const wanted = unknown === null ? yieldedJson(value, rendering) : say`unknown: ${unknown}`;
  return hasAccount ? say`target has ${jsonOf(old, rendering)}, mapping yields ${wanted}` : say`mapping yields ${wanted}`;
}

interface Node {
  readonly step: ExplainedStep;
  readonly parts: readonly Node[];
}

/** The trace turned over: the expression first, below it what it was computed from. */
function tree({ trace, because }: ExplainedAttribute, rendering: Rendering): readonly Part[] {
  const waiting: Node[] = [];
  for (const step of trace) {
    const deeper = waiting.findIndex((node) => node.step.depth > step.depth);
    waiting.push({ step, parts: deeper === -1 ? [] : waiting.splice(deeper) });
  }
  return waiting.flatMap((node) => renderNode(node, because, rendering));
}

/** A step names its line only where it leaves the statement around it. */
function renderNode({ step, parts }: Node, around: SourceLine, rendering: Rendering): readonly Part[] {
  const elsewhere = step.because.file === around.file && step.because.line === around.line ? nothing : placeOf(step.because);
  const value = step.unknown === null ? jsonOf(step.value, rendering) : say`unknown: ${step.unknown}`;
  const shown = joined([own(`${"  ".repeat(step.depth + 1)}${step.label} → `), value, elsewhere], "");
  return [...(step.isLiteral ? [] : [shown]), ...parts.flatMap((part) => renderNode(part, step.because, rendering))];
}
