import { jsonText } from "#base/json-text";
import { render } from "#base/render-sentence";
import type { Rendering } from "#base/render-sentence";
import { failure, success } from "#base/result";
import { asJson, foreign, joined, nothing, own, personal, phrase, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import { readIsoTime } from "#evaluation/date-text";
import { prepare } from "#evaluation/evaluate";
import type { Outcome, TraceStep } from "#model/outcome";
import { readAttributes } from "#directory/directory-record";
import { isTooDeep, maxNesting } from "#scim/nesting";
import { parseJson } from "#scim/parse-json";
import type { JsonValue } from "#scim/resource";
import type { Attempt, Command, Given } from "../command.ts";
import type { ExitCode } from "../host.ts";
import { exitCodes, readLines } from "../host.ts";
import { inExpression, readExpression } from "../read-expression.ts";
import type { TextProblem } from "../read-expression.ts";
import { readInput } from "../read-input.ts";
import { readTime } from "../read-time.ts";
import type { Terminal } from "../terminal.ts";

/** What one evaluation yields; a contract that scripts rely on (values: the page on semantics). */
interface Evaluation extends Pick<Outcome, "value" | "flow" | "unknown" | "confidence"> {
  readonly problems: readonly TextProblem[];
  readonly trace?: readonly TracedValue[];
}

interface TracedValue extends Pick<TraceStep, "label" | "value" | "unknown"> {
  readonly start: number;
  readonly end: number;
}

type SourceObject = Readonly<Record<string, JsonValue>>;

interface Question {
  readonly expression: string;
  readonly given: SourceObject;
  readonly now: Date;
}

/** `scimmap evaluate`. */
export const evaluate: Command = {
  name: "evaluate",
  summary: phrase("Evaluate a mapping expression for one source object."),
  usage: "EXPRESSION|- [--given JSON|FILE]",
  options: [
    { name: "given", value: "JSON|FILE", description: phrase("The source object's attributes.") },
    { name: "now", value: "TIME", description: phrase("What Now() yields, as ISO 8601; the present if not said.") },
    { name: "trace", description: phrase("Also show the value of every part, in the order of evaluation.") },
  ],
  formats: ["text", "json"],
  examples: [
    `scimmap evaluate 'Join(" ", [givenName], [surname])' --given '{"givenName":"Ada","surname":"Lovelace"}'`,
    `echo '{"expression":"ToUpper([mail])","given":{"mail":"ada@example.com"}}' | scimmap evaluate - --format json`,
  ],
  async run(given, terminal) {
    const [text, ...more] = given.positionals;
    if (text === undefined)
      return terminal.complain(say`'scimmap evaluate' needs an expression, or '-' to read JSON lines from standard input.`);
    if (more.length > 0)
      return terminal.complain(
        say`'scimmap evaluate' takes one expression. Put it in single quotes, so that the shell passes it on as one argument.`,
      );
    const defaults = await readDefaults(given, terminal);
    if (!defaults.ok) return terminal.complain(defaults.error);
    if (text === "-") return answerLines(given, terminal, defaults.value);
    return answer({ ...defaults.value, expression: text }, given, terminal);
  },
};

async function answerLines(given: Given, terminal: Terminal, defaults: Omit<Question, "expression">): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.nothing;
  let line = 0;
  for await (const text of readLines(terminal.stdin)) {
    line++;
    if (text.trim() === "") continue;
    const question = readQuestion(text, defaults);
    const answered = question.ok
      ? await answer(question.value, given, terminal)
      : await write(unreadable(say`Line ${line} of standard input: ${question.error}`, text), given, terminal);
    if (answered !== exitCodes.nothing) exit = exitCodes.findings;
  }
  return exit;
}

async function answer(question: Question, given: Given, terminal: Terminal): Promise<ExitCode> {
  return write(evaluateQuestion(question, given.switchedOn("trace")), given, terminal);
}

/** A line that is no question gets an answer too, so that answers and lines stay side by side. */
function unreadable(message: Part, text: string): Evaluation {
  return {
    value: null,
    flow: null,
    unknown: null,
    confidence: "documented",
    problems: [{ code: "input", message, start: 0, end: text.length }],
  };
}

async function write(evaluation: Evaluation, given: Given, terminal: Terminal): Promise<ExitCode> {
  const print = given.format === "json" ? printJson : printText;
  await terminal.print(print(evaluation, terminal.inFormat(given.format)));
  return evaluation.problems.length === 0 ? exitCodes.nothing : exitCodes.findings;
}

function evaluateQuestion({ expression: text, given, now }: Question, traced: boolean): Evaluation {
  const { expression, problems } = readExpression(text);
  if (expression === undefined || problems.length > 0)
    return { value: null, flow: null, unknown: null, confidence: "documented", problems };
  const values = readAttributes(given);
  const trace: TraceStep[] = [];
  const outcome = prepare(expression)({ attribute: (key) => values.get(key), now }, trace);
  const { value, flow, unknown, confidence } = outcome;
  const found = outcome.problems.map(({ code, message, range }) => ({
    code,
    message,
    start: inExpression(range.start),
    end: inExpression(range.end),
  }));
  const steps = trace.map(({ label, value: part, unknown: missing, range }) => {
    return { label, value: part, unknown: missing, start: inExpression(range.start), end: inExpression(range.end) };
  });
  return { value, flow, unknown, confidence, problems: found, ...(traced ? { trace: steps } : {}) };
}

async function readDefaults(given: Given, terminal: Terminal): Promise<Attempt<Omit<Question, "expression">>> {
  const now = readTime(given.option("now"), terminal);
  if (!now.ok) return now;
  const stated = given.option("given") ?? "{}";
  const text = stated.trimStart().startsWith("{") ? success(stated) : await readInput(stated, terminal);
  if (!text.ok) return text;
  const record = parseObject(text.value);
  if (record === undefined) return failure(say`What --given names is not a JSON object of attributes, such as {"givenName":"Ada"}.`);
  if (isTooDeep(record)) return failure(say`What --given names is nested more than ${maxNesting} levels deep.`);
  return success({ given: record, now: now.value });
}

function readQuestion(line: string, defaults: Omit<Question, "expression">): Attempt<Question> {
  const question = parseObject(line);
  const expression = question?.["expression"];
  if (question === undefined || typeof expression !== "string") {
    return failure(
      say`It is not a JSON object with an "expression". Write one such as {"expression":"[mail]","given":{"mail":"ada@example.com"}}.`,
    );
  }
  if (isTooDeep(question)) return failure(say`It is nested more than ${maxNesting} levels deep.`);
  const { given, now } = question;
  const time = typeof now === "string" ? readIsoTime(now) : defaults.now;
  if (time === undefined) return failure(say`"now" is ${asJson(foreign(now ?? null))}, which is no ISO 8601 time.`);
  return success({ expression, given: isObject(given) ? given : defaults.given, now: time });
}

function parseObject(text: string): SourceObject | undefined {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
}

function isObject(value: JsonValue | undefined): value is SourceObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function printJson({ unknown, problems, trace, ...evaluation }: Evaluation, rendering: Rendering): string {
  const text = (part: Part): string => render(part, rendering);
  const reason = (missing: Outcome["unknown"]): string | null => (missing === null ? null : text(missing.text));
  const found = problems.map((problem) => ({ ...problem, message: text(problem.message) }));
  const steps = trace?.map(({ label, value, unknown: missing, start, end }) => ({ label, value, unknown: reason(missing), start, end }));
  const { value, flow, confidence } = evaluation;
  return `${jsonText({ value, flow, unknown: reason(unknown), confidence, problems: found, trace: steps })}\n`;
}

function printText(evaluation: Evaluation, rendering: Rendering): string {
  const { problems, trace = [] } = evaluation;
  const steps = trace.map(({ label, value, unknown }) => say`  ${foreign(label)} → ${asJson(personal(value))}${unknownBehind(unknown)}`);
  const found = problems.map(({ code, message, start }) => say`${own(code)} at character ${start + 1}: ${message}`);
  const lines = [...steps, ...(problems.length > 0 ? found : [resultOf(evaluation)])];
  return lines.map((line) => `${render(line, rendering)}\n`).join("");
}

function unknownBehind(unknown: Outcome["unknown"]): Part {
  return unknown === null ? nothing : say`  unknown: ${unknown.text}`;
}

/** Whoever asks for a value named the record it comes from, so nothing is masked. */
function resultOf({ value, flow, unknown, confidence }: Evaluation): Part {
  const result = unknown !== null ? say`unknown: ${unknown.text}` : flow !== null ? personal(flow) : asJson(personal(value));
  const inferred = confidence === "inferred" ? say`  (inferred: the documentation is silent here)` : nothing;
  return joined([result, inferred], "");
}
