import { inEnglish, render } from "#base/render-sentence";
import { asCode, foreign, own } from "#base/sentence";
import type { Part } from "#base/sentence";
import { markdown } from "#base/surfaces";
import { functions } from "#model/functions";
import type { FunctionSignature } from "#model/functions";
import type { SourceValue } from "#model/source-record";
import { callOf, listedElsewhere, yieldWords } from "#describe/function";
import { evaluateText } from "./evaluate-text.ts";
import type { ReadOutcome } from "./evaluate-text.ts";
import { conflicts, referenceFunctions } from "./reference-functions.ts";
import type { ReferenceExample } from "./reference-functions.ts";

/** The page of all mapping functions, written from the tables and from what the evaluation really yields. */
export function functionPage(): string {
  return `${paragraphs([introduction, contents(), ...functions.map(section)])}\n`;
}

const introduction = `# Mapping functions

<!-- Generated: \`npx vitest run test/architecture/function-page.test.ts -u\` writes this page. -->

Every function that Microsoft documents for attribute mappings, and what this tool computes for it. An example's confidence says where its result comes from:

- **documented**: Microsoft's documentation prints this result.
- **derived**: it was worked out by hand from documented rules.
- **inferred**: it rests on a decision of ours where the documents are silent, or where they contradict themselves; then the reason stands beside it.
- **unknown**: it is not computed, because only the real run can tell or because no document does. A preview then says so and shows the reason.`;

function contents(): string {
  return functions.map(({ name }) => `[${name}](#${name.toLowerCase()})`).join(" · ");
}

function section(signature: FunctionSignature): string {
  const examples = referenceFunctions.find(({ name }) => name === signature.name)?.examples ?? [];
  const short = signature.shortForm === undefined ? [] : [callOf(signature.name, signature.shortForm)];
  const calls = [callOf(signature.name, signature.parameters), ...short].map(code).join(" or ");
  return paragraphs([
    `## ${signature.name}`,
    `${calls}, yields ${inEnglish(yieldWords[signature.yields])}`,
    shown(signature.summary),
    list(signature.notes.map(shown)),
    signature.group === "engine-other" ? shown(listedElsewhere) : undefined,
    signature.unknownBecause === undefined ? undefined : `**Unknown**: ${inEnglish(signature.unknownBecause)}`,
    examples.length === 0 ? "No document shows an example with its result." : paragraphs(["Examples:", list(examples.map(exampleText))]),
    unknownsOf(signature.name),
  ]);
}

function exampleText(example: ReferenceExample): string {
  const { expression, inputs, status, documentedOutput, now } = example;
  const outcome = evaluateText(expression, { inputs, ...(now === undefined ? {} : { now: new Date(now) }) });
  const given = Object.entries(inputs).map(
    ([name, value]) => `${code(name)} is ${value === null ? "not set" : code(JSON.stringify(value))}`,
  );
  const clock = now === undefined ? [] : [`it is ${code(now)}`];
  const where = [...given, ...clock].length === 0 ? "" : `, where ${[...given, ...clock].join(" and ")},`;
  const conflict =
    status === "documented-conflict"
      ? ` The document prints ${code(documentedOutput ?? "")}. ${conflicts.get(documentedOutput ?? "") ?? ""}`
      : "";
  return `${code(expression)}${where} ${resultText(outcome)} (${confidenceOf(status, outcome)}).${conflict}`;
}

function resultText({ value, flow, unknown }: ReadOutcome): string {
  if (unknown !== null) return `is not computed: ${unknown.replace(/\.$/, "")}`;
  if (flow !== null) return flow === "ignored" ? "leaves the attribute out" : "leaves the object out";
  return value === null ? "gives no value" : `gives ${code(JSON.stringify(value))}`;
}

function confidenceOf(status: ReferenceExample["status"], { unknown, confidence }: ReadOutcome): string {
  if (unknown !== null) return "unknown";
  if (status === "documented-conflict") return "inferred";
  return status === "derived" && confidence === "inferred" ? "inferred" : status;
}

interface Question {
  readonly expression: string;
  readonly inputs?: Readonly<Record<string, SourceValue>>;
  readonly about: string;
}

/** Calls of functions that are computed otherwise, and that yield an unknown. */
const open: Readonly<Record<string, readonly Question[]>> = {
  CBool: [{ about: "several values", expression: "CBool([list])" }],
  ConvertFromBase64: [{ about: "another encoding", expression: 'ConvertFromBase64("AA==", "UTF7")' }],
  DateAdd: [{ about: "another interval", expression: 'DateAdd("q", 1, CDate("2025-01-31"))' }],
  DateDiff: [{ about: "texts instead of dates", expression: 'DateDiff("d", "2025-01-31", "2025-02-01")' }],
  FormatDateTime: [{ about: "date styles", expression: 'FormatDateTime("2025-01-31", "AllowWhiteSpaces", "yyyy-MM-dd", "yyyy")' }],
  IIF: [{ about: "several values as the condition", expression: 'IIF([list], "a", "b")' }],
  InStr: [{ about: "another comparison", expression: 'InStr("abc", "b", 1, vbDatabaseCompare)' }],
  IsString: [{ about: "a missing value", expression: "IsString([gone])" }],
  Replace: [{ about: "constructs that only a backtracking engine has", expression: 'Replace("ab", , "a(?=b)", , "x", , )' }],
  SingleAppRoleAssignment: [{ about: "several roles", expression: "SingleAppRoleAssignment([list])" }],
  Split: [{ about: "no delimiter", expression: 'Split("a,b")' }],
  Switch: [{ about: "an empty key", expression: 'Switch("a", "b", , "c")' }],
  ToLower: [{ about: "several values", expression: "ToLower([list])" }],
};

function unknownsOf(name: string): string | undefined {
  const questions = open[name] ?? [];
  return questions.length === 0 ? undefined : paragraphs(["Unknown:", list(questions.map(unknownText))]);
}

function unknownText({ about, expression, inputs = { list: ["a", "b"] } }: Question): string {
  const { unknown } = evaluateText(expression, { inputs });
  if (unknown === null) throw new Error(`${expression} is known by now: take it from the list of unknowns.`);
  return `${about}, ${code(expression)}: ${shown(foreign(unknown))}`;
}

function shown(part: Part): string {
  return render(part, { surface: markdown });
}

function code(text: string): string {
  return shown(asCode(own(text.replace(/\s+/g, " "))));
}

function list(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : items.map((item) => `- ${item}`).join("\n");
}

function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join("\n\n");
}
