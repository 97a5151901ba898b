import { failure, success } from "#base/result";
import { prepare } from "#evaluation/evaluate";
import type { Outcome, TraceStep } from "#model/outcome";
import { attributeKey, readAttributes } from "#directory/directory-record";
import type { JsonValue } from "#scim/resource";
import type { Attempt, Command, Given } from "../command.ts";
import { complain } from "../complain.ts";
import type { ExitCode, Host } from "../host.ts";
import { exitCodes, readLines } from "../host.ts";
import { inExpression, readExpression } from "../read-expression.ts";
import type { TextProblem } from "../read-expression.ts";
import { readInput } from "../read-input.ts";
import { readTime } from "../read-time.ts";

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

export const evaluate: Command = {
  name: "evaluate",
  summary: "Evaluate a mapping expression for one source object.",
  usage: "EXPRESSION|- [--given JSON|FILE]",
  options: [
    { name: "given", value: "JSON|FILE", description: "The source object's attributes." },
    { name: "now", value: "TIME", description: "What Now() yields, as ISO 8601; the present if not said." },
    { name: "trace", description: "Also show the value of every part, in the order of evaluation." },
  ],
  formats: ["text", "json"],
  examples: [
    `scimmap evaluate 'Join(" ", [givenName], [surname])' --given '{"givenName":"Ada","surname":"Lovelace"}'`,
    `echo '{"expression":"ToUpper([mail])","given":{"mail":"ada@example.com"}}' | scimmap evaluate - --format json`,
  ],
  async run(given, host) {
    const [text, ...more] = given.positionals;
    if (text === undefined) return complain(host, "'scimmap evaluate' needs an expression, or '-' to read JSON lines from standard input.");
    if (more.length > 0)
      return complain(
        host,
        "'scimmap evaluate' takes one expression. Put it in single quotes, so that the shell passes it on as one argument.",
      );
    const defaults = await readDefaults(given, host);
    if (!defaults.ok) return complain(host, defaults.error.message);
    if (text === "-") return answerLines(given, host, defaults.value);
    return answer({ ...defaults.value, expression: text }, given, host);
  },
};

async function answerLines(given: Given, host: Host, defaults: Omit<Question, "expression">): Promise<ExitCode> {
  let exit: ExitCode = exitCodes.nothing;
  let line = 0;
  for await (const text of readLines(host.stdin)) {
    line++;
    if (text.trim() === "") continue;
    const question = readQuestion(text, defaults);
    const answered = question.ok
      ? await answer(question.value, given, host)
      : await write(unreadable(`Line ${line} of standard input: ${question.error.message}`, text), given, host);
    if (answered !== exitCodes.nothing) exit = exitCodes.findings;
  }
  return exit;
}

async function answer(question: Question, given: Given, host: Host): Promise<ExitCode> {
  return write(evaluateQuestion(question, given.switchedOn("trace")), given, host);
}

/** A line that is no question gets an answer too, so that answers and lines stay side by side. */
function unreadable(message: string, text: string): Evaluation {
  return {
    value: null,
    flow: null,
    unknown: null,
    confidence: "documented",
    problems: [{ code: "input", message, start: 0, end: text.length }],
  };
}

async function write(evaluation: Evaluation, given: Given, host: Host): Promise<ExitCode> {
  await host.stdout.write(given.format === "json" ? `${JSON.stringify(evaluation)}\n` : printText(evaluation));
  return evaluation.problems.length === 0 ? exitCodes.nothing : exitCodes.findings;
}

function evaluateQuestion({ expression: text, given, now }: Question, traced: boolean): Evaluation {
  const { expression, problems } = readExpression(text);
  if (expression === undefined || problems.length > 0)
    return { value: null, flow: null, unknown: null, confidence: "documented", problems };
  const values = readAttributes(given);
  const trace: TraceStep[] = [];
  const outcome = prepare(expression)({ attribute: (name) => values.get(attributeKey(name)), now }, trace);
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

async function readDefaults(given: Given, host: Host): Promise<Attempt<Omit<Question, "expression">>> {
  const now = readTime(given.option("now"), host);
  if (!now.ok) return now;
  const stated = given.option("given") ?? "{}";
  const text = stated.trimStart().startsWith("{") ? success(stated) : await readInput(stated, host);
  if (!text.ok) return text;
  const record = parseObject(text.value);
  if (record === undefined)
    return failure({ message: 'What --given names is not a JSON object of attributes, such as {"givenName":"Ada"}.' });
  return success({ given: record, now: now.value });
}

function readQuestion(line: string, defaults: Omit<Question, "expression">): Attempt<Question> {
  const question = parseObject(line);
  const expression = question?.["expression"];
  if (question === undefined || typeof expression !== "string") {
    return failure({
      message:
        'It is not a JSON object with an "expression". Write one such as {"expression":"[mail]","given":{"mail":"ada@example.com"}}.',
    });
  }
  const { given, now } = question;
  const time = typeof now === "string" ? new Date(now) : defaults.now;
  if (Number.isNaN(time.getTime())) return failure({ message: `"now" is ${JSON.stringify(now)}, which is no ISO 8601 time.` });
  return success({ expression, given: isObject(given) ? given : defaults.given, now: time });
}

function parseObject(text: string): SourceObject | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: JsonValue | undefined): value is SourceObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function printText({ value, flow, unknown, confidence, problems, trace = [] }: Evaluation): string {
  const steps = trace.map(
    (step) => `  ${step.label} → ${JSON.stringify(step.value)}${step.unknown === null ? "" : `  unknown: ${step.unknown}`}\n`,
  );
  const found = problems.map(({ code, message, start }) => `${code} at character ${start + 1}: ${message}\n`);
  if (problems.length > 0) return steps.join("") + found.join("");
  const inferred = confidence === "inferred" ? "  (inferred: the documentation is silent here)" : "";
  return `${steps.join("")}${unknown === null ? (flow ?? JSON.stringify(value)) : `unknown: ${unknown}`}${inferred}\n`;
}
