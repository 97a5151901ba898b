import type { Rendering } from "#base/render-sentence";
import { failure, success } from "#base/result";
import { phrase, say } from "#base/sentence";
import { explain as explainPerson } from "#engine/explain";
import type { ExplainRun } from "#engine/explain";
import { errorsOf } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import type { Explanation } from "#plan/explanation";
import { explanationToJson, renderExplanation } from "#views/render-explanation";
import type { Attempt, Command, Given } from "../command.ts";
import { asText } from "../diagnostics-report.ts";
import { exitCodes } from "../host.ts";
import { maskingFor, showValuesOption, tellOfMasking } from "../masking.ts";
import { openOnlyFile } from "../open-file.ts";
import { readSource, sourceOption } from "../read-source.ts";
import { readTime } from "../read-time.ts";
import { findTarget, targetOptions } from "../target.ts";
import type { Terminal } from "../terminal.ts";
import { withReader } from "../with-reader.ts";

const views: Readonly<Record<string, (explanation: Explanation, rendering: Rendering) => string>> = {
  text: renderExplanation,
  json: explanationToJson,
};

/** `scimmap explain`. */
export const explain: Command = {
  name: "explain",
  summary: phrase("Explain one person's values, from the source through each call to the request."),
  usage: "FILE --source DATA --person ID [--attribute PATH]",
  options: [
    sourceOption,
    { name: "person", value: "ID", description: phrase("Whom: object id, user principal name, mail address or name.") },
    { name: "attribute", value: "PATH", description: phrase("Only this target attribute, as the mapping writes it.") },
    ...targetOptions,
    {
      name: "history",
      value: "KIND",
      choices: ["running", "first"],
      description: phrase("With a target: running: whoever matches is managed already (default); first: nobody is."),
    },
    { name: "now", value: "TIME", description: phrase("The time the run is supposed to happen, as ISO 8601; the present if not said.") },
    showValuesOption,
  ],
  formats: Object.keys(views),
  examples: [
    "scimmap explain grouptalk.scimmap --source people.json --person adele.vance@contoso.com --attribute userName",
    "scimmap explain grouptalk.scimmap --source people.json --person adele.vance@contoso.com --target recorded/ --format json",
  ],
  async run(given, terminal) {
    const mapping = await openOnlyFile("explain", given, terminal);
    if (!mapping.ok) return terminal.complain(mapping.error);
    const run = await readRun(given, terminal, mapping.value);
    if (!run.ok) return terminal.complain(run.error);
    const errors = errorsOf(mapping.value);
    if (errors.length > 0)
      await terminal.printNotes(asText([{ file: mapping.value.file, diagnostics: errors }], terminal.inFormat("text")));
    const explained = await explainOn(given, terminal, run.value);
    if (!explained.ok) return terminal.complain(explained.error, await maskingFor(given, terminal, []));
    await write(explained.value, given, terminal);
    return explained.value.objects.some(({ action }) => action === "fail") || explained.value.objects.length === 0
      ? exitCodes.findings
      : exitCodes.nothing;
  },
};

async function readRun(given: Given, terminal: Terminal, mapping: OpenedMapping): Promise<Attempt<ExplainRun>> {
  const now = readTime(given.option("now"), terminal);
  if (!now.ok) return now;
  const person = given.option("person");
  if (person === undefined) {
    return failure(say`'scimmap explain' needs --person ID: an object id, user principal name, mail address or name in the snapshot.`);
  }
  const snapshot = await readSource("explain", given, terminal);
  if (!snapshot.ok) return snapshot;
  return success({
    mapping,
    environment: given.option("environment"),
    snapshot: snapshot.value,
    person,
    attribute: given.option("attribute"),
    history: given.option("history") === "first" ? "first" : "running",
    now: now.value,
    signal: terminal.interrupted,
  });
}

/** Asks a target only where the arguments name one: an explanation of what a create sends needs none. */
async function explainOn(given: Given, terminal: Terminal, run: ExplainRun): Promise<Attempt<Explanation>> {
  const { mapping } = run;
  if (given.option("target") === undefined && given.option("environment") === undefined) return explainPerson(run);
  const target = await findTarget(given, mapping.model, mapping.file);
  if (!target.ok) return target;
  const asked = { target: target.value, model: mapping.model };
  const { result, answered } = await withReader(given, terminal, asked, (reader, onProgress) =>
    explainPerson({ ...run, reader, onProgress }),
  );
  if (!result.ok || answered || errorsOf(mapping).length > 0) return result;
  const unread = result.value.notes.find(({ code }) => code === "target-not-read");
  return failure(unread?.text ?? say`The target does not answer. 'scimmap test-connection' says why.`);
}

async function write(explanation: Explanation, given: Given, terminal: Terminal): Promise<void> {
  const masking = await maskingFor(given, terminal, explanation.mappingTexts);
  await tellOfMasking(masking, terminal);
  await terminal.print(views[given.format]?.(explanation, { ...terminal.inFormat(given.format), ...masking }) ?? "");
}
