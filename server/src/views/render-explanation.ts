import type { JsonValue, PlannedRequest, SourceLine } from "#plan/plan";
import type { ExplainedAttribute, ExplainedObject, ExplainedStep, Explanation } from "#plan/explanation";

/** The explanation as people read it: per attribute its expression, the calls as a tree, what decided, and the request that carries it. */
export function renderExplanation({ target, notes, objects }: Explanation): string {
  const against = target === null ? "No target was asked: this is what a create would send." : `Target: ${target}`;
  return `${[against, ...notes, ...objects.map(renderObject)].join("\n\n")}\n`;
}

/** One document with the members of `Explanation`. */
export function explanationToJson({ target, notes, objects }: Explanation): string {
  return `${JSON.stringify({ target, notes, objects }, undefined, 2)}\n`;
}

function renderObject(object: ExplainedObject): string {
  const { resourceType, source, target, action, reason, because, attributes } = object;
  const account = target === null ? "" : ` (${target.id})`;
  const head = `${action} ${resourceType} ${json(source.name)}${account}: ${reason}${because === null ? "" : lineText(because)}`;
  return [head, ...attributes.map((attribute) => renderAttribute(attribute, target !== null))].join("\n\n");
}

function renderAttribute(explained: ExplainedAttribute, hasAccount: boolean): string {
  const { attribute, because, expression, result, decisions } = explained;
  const inferred = result.confidence === "inferred" ? ["  The documentation is silent on part of this, so the result is inferred."] : [];
  return [
    `${attribute} = ${expression ?? "none"}${lineText(because)}`,
    ...tree(explained),
    ...inferred,
    ...decisions.map((decision) => `  ${decision}`),
    `  ${outcome(explained, hasAccount)}`,
    ...explained.requests.map(renderRequest),
  ].join("\n");
}

function outcome({ value, unknown, old }: ExplainedAttribute, hasAccount: boolean): string {
  const wanted = unknown === null ? json(value) : `unknown: ${unknown}`;
  return hasAccount ? `target has ${json(old)}, mapping yields ${wanted}` : `mapping yields ${wanted}`;
}

function renderRequest({ method, path, body }: PlannedRequest): string {
  return `  ${method} ${path} ${json(body)}`;
}

interface Node {
  readonly step: ExplainedStep;
  readonly parts: readonly Node[];
}

/** The trace turned over: the expression first, below it what it was computed from. */
function tree({ trace, because }: ExplainedAttribute): readonly string[] {
  const waiting: Node[] = [];
  for (const step of trace) {
    const own = waiting.findIndex((node) => node.step.depth > step.depth);
    waiting.push({ step, parts: own === -1 ? [] : waiting.splice(own) });
  }
  return waiting.flatMap((node) => renderNode(node, because));
}

/** A step names its line only where it leaves the statement around it. */
function renderNode({ step, parts }: Node, around: SourceLine): readonly string[] {
  const elsewhere = step.because.file === around.file && step.because.line === around.line ? "" : lineText(step.because);
  const value = step.unknown === null ? json(step.value) : `unknown: ${step.unknown}`;
  const line = `${"  ".repeat(step.depth + 1)}${step.label} → ${value}${elsewhere}`;
  return [...(isLiteral(step) ? [] : [line]), ...parts.flatMap((part) => renderNode(part, step.because))];
}

/** A literal's value is what it says. */
function isLiteral({ label }: ExplainedStep): boolean {
  return /^["\d]/.test(label);
}

function lineText({ file, line }: SourceLine): string {
  return `  ${file}:${line}`;
}

function json(value: JsonValue): string {
  return JSON.stringify(value);
}
