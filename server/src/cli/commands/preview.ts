import { writeFile } from "node:fs/promises";
import { failure, success } from "#base/result";
import { foreign, names, own, phrase, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { errorsOf } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import type { PreviewRun } from "#engine/run-preview";
import type { PlanRendering } from "#views/render-json";
import type { PlannedAction, ProvisioningPlan } from "#plan/plan";
import { plannedActions } from "#plan/plan";
import { renderJson, renderNdjson } from "#views/render-json";
import { renderPlan } from "#views/render-text";
import type { PlanLayout } from "#views/render-text";
import type { Attempt, Command, Given } from "../command.ts";
import { asText } from "../diagnostics-report.ts";
import type { ExitCode } from "../host.ts";
import { exitCodes } from "../host.ts";
import { maskingFor, showValuesOption, tellOfMasking } from "../masking.ts";
import { openOnlyFile } from "../open-file.ts";
import { readSource, sourceOption } from "../read-source.ts";
import { readTime } from "../read-time.ts";
import { findTarget, targetOptions } from "../target.ts";
import type { Target } from "../target.ts";
import type { Terminal } from "../terminal.ts";
import { withReader } from "../with-reader.ts";

type View = (plan: ProvisioningPlan, rendering: PlanRendering, layout: PlanLayout) => string;

const views: Readonly<Record<string, View>> = {
  text: renderPlan,
  json: renderJson,
  ndjson: renderNdjson,
};

/** `scimmap preview`. */
export const preview: Command = {
  name: "preview",
  summary: phrase("Show what provisioning would do to each person; never writes."),
  usage: "FILE --source DATA [--environment NAME] [--target URL|FOLDER]",
  options: [
    sourceOption,
    ...targetOptions,
    {
      name: "history",
      value: "KIND",
      choices: ["running", "first"],
      description: phrase("running: whoever matches is managed already (default); first: nobody is."),
    },
    { name: "now", value: "TIME", description: phrase("The time the run is supposed to happen, as ISO 8601; the present if not said.") },
    { name: "person", value: "ID", description: phrase("Only this one: object id, user principal name, mail address or name.") },
    { name: "rate", value: "N/min", description: phrase("At most so many requests a minute; the connector's own limit if not said.") },
    { name: "fail-on", value: "LIST", description: phrase("Actions that count as findings besides 'fail': create,disable,…") },
    { name: "out", value: "FILE", description: phrase("Write the result into a file.") },
    showValuesOption,
  ],
  formats: Object.keys(views),
  examples: [
    'SCIMMAP_TOKEN="$(cat token)" scimmap preview grouptalk.scimmap --source people.json',
    "scimmap preview grouptalk.scimmap --source people.json --target recorded/ --format json --fail-on disable,delete",
  ],
  async run(given, terminal) {
    const mapping = await openOnlyFile("preview", given, terminal);
    if (!mapping.ok) return terminal.complain(mapping.error);
    const target = await findTarget(given, mapping.value.model, mapping.value.file);
    if (!target.ok) return terminal.complain(target.error);
    const request = await readRequest(given, terminal, mapping.value);
    if (!request.ok) return terminal.complain(request.error);
    const errors = errorsOf(mapping.value);
    if (errors.length > 0)
      await terminal.printNotes(asText([{ file: mapping.value.file, diagnostics: errors }], terminal.inFormat("text")));
    const { plan, answered } = await runOn(target.value, request.value, given, terminal);
    const written = await writePlan(plan, given, terminal);
    if (!written.ok) return terminal.complain(written.error);
    return answered ? exitCodeOf(plan, request.value.failOn) : exitCodes.couldNotRun;
  },
};

interface PreviewRequest {
  readonly run: Omit<PreviewRun, "reader">;
  readonly failOn: readonly PlannedAction[];
  readonly requestsPerMinute: number | undefined;
}

async function readRequest(given: Given, terminal: Terminal, mapping: OpenedMapping): Promise<Attempt<PreviewRequest>> {
  const now = readTime(given.option("now"), terminal);
  if (!now.ok) return now;
  const failOn = readActions(given.option("fail-on"));
  if (!failOn.ok) return failOn;
  const rate = readRate(given.option("rate"));
  if (!rate.ok) return rate;
  const snapshot = await readSource("preview", given, terminal);
  if (!snapshot.ok) return snapshot;
  const history = given.option("history") === "first" ? "first" : "running";
  const run = {
    mapping,
    environment: given.option("environment"),
    snapshot: snapshot.value,
    history,
    now: now.value,
    person: given.option("person"),
    signal: terminal.interrupted,
  } as const;
  return success({ run, failOn: failOn.value, requestsPerMinute: rate.value });
}

async function runOn(
  target: Target,
  request: PreviewRequest,
  given: Given,
  terminal: Terminal,
): Promise<{ readonly plan: ProvisioningPlan; readonly answered: boolean }> {
  const { run, requestsPerMinute } = request;
  const asked = { target, model: run.mapping.model, requestsPerMinute };
  const { result, answered, refusals } = await withReader(given, terminal, asked, (reader, onProgress) =>
    runPreview({ ...run, reader, onProgress }),
  );
  if (refusals > 0) await terminal.note(tooFast(refusals));
  // A mapping with errors, or a person whom the snapshot does not have, asks nothing; that is no missing connection.
  const needed = errorsOf(run.mapping).length === 0 && result.objects.length > 0;
  return { plan: result, answered: answered || !needed };
}

function tooFast(refusals: number): Sentence {
  return plural(
    refusals,
    say`The target refused 1 request with 429, too many requests. --rate ${own("N/min")} asks more slowly.`,
    say`The target refused ${refusals} requests with 429, too many requests. --rate ${own("N/min")} asks more slowly.`,
  );
}

async function writePlan(plan: ProvisioningPlan, given: Given, terminal: Terminal): Promise<Attempt<undefined>> {
  const out = given.option("out");
  const masking = await maskingFor(given, terminal, plan.mappingTexts);
  const text =
    views[given.format]?.(plan, { ...terminal.inFormat(given.format), ...masking }, { inFull: given.option("person") !== undefined }) ?? "";
  await tellOfMasking(masking, terminal);
  if (out === undefined) {
    await terminal.print(text);
    return success(undefined);
  }
  try {
    await writeFile(out, text);
    await terminal.note(say`The result is in '${foreign(out)}'.`);
    return success(undefined);
  } catch {
    return failure(say`'${foreign(out)}' cannot be written. Check that its folder exists and may be written to.`);
  }
}

/** Failed objects, a passed threshold, an incomplete plan and whatever `--fail-on` names are findings. */
function exitCodeOf({ summary, complete }: ProvisioningPlan, failOn: readonly PlannedAction[]): ExitCode {
  const found = summary.fail > 0 || summary.deletionThreshold?.passed === true || !complete || failOn.some((action) => summary[action] > 0);
  return found ? exitCodes.findings : exitCodes.nothing;
}

function readActions(list: string | undefined): Attempt<readonly PlannedAction[]> {
  const wanted = (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const actions = wanted.flatMap((name) => plannedActions.filter((action) => action === name));
  if (actions.length === wanted.length) return success(actions);
  return failure(say`--fail-on takes a list of ${names(plannedActions)}, and '${foreign(list ?? "")}' names something else.`);
}

function readRate(text: string | undefined): Attempt<number | undefined> {
  if (text === undefined) return success(undefined);
  const rate = Number(/^(\d+)(\/min)?$/.exec(text)?.[1] ?? "0");
  return rate > 0 ? success(rate) : failure(say`'${foreign(text)}' is no rate. Write --rate ${own("60/min")} for sixty requests a minute.`);
}
