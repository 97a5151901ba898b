import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "#base/json-text";
import { foreign, joined, nothing, own, phrase, plural, say } from "#base/sentence";
import type { Rendering } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { errorsOf } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import { testConnection } from "#engine/test-connection";
import { httpsTransport } from "#node/https-transport";
import { endpointInspector } from "#node/inspect-endpoint";
import type { ConnectionReport } from "#plan/connection-report";
import { plannedActions } from "#plan/plan";
import type { PlannedAction, PlannedObject, ProvisioningPlan } from "#plan/plan";
import { readDirectory } from "#directory/read-directory";
import { renderObject } from "#views/render-text";
import { startSandbox } from "#sandbox/sandbox";
import type { Sandbox } from "#sandbox/sandbox";
import { authorise } from "#http/authorised-transport";
import { createReader } from "#scim/read-service";
import type { HttpTransport } from "#http/request";
import type { Command } from "../command.ts";
import { counts } from "../diagnostics-report.ts";
import type { ExitCode } from "../host.ts";
import { exitCodes } from "../host.ts";
import { openFile } from "../open-file.ts";
import type { Terminal } from "../terminal.ts";

/** What the example is known to give: `expected.json` beside it. */
interface Expectation {
  readonly person: string;
  readonly summary: Readonly<Partial<Record<PlannedAction, number>>>;
}

/** What `npm start` shows: check, sandbox, connection test and preview, in this order, against this machine only. */
export const demo: Command = {
  name: "demo",
  summary: phrase("Show the whole tool at work on the example."),
  usage: "FOLDER",
  options: [],
  formats: ["text"],
  examples: ["scimmap demo examples"],
  hidden: true,
  async run(given, terminal) {
    const folder = given.positionals[0] ?? "examples";
    const file = join(folder, "grouptalk.scimmap");
    const mapping = await openFile(file, terminal);
    if (!mapping.ok) return terminal.complain(mapping.error);
    await terminal.tell(say`${foreign(file)}: ${counts([mapping.value])} (${sizeOf(mapping.value)})`);
    if (errorsOf(mapping.value).length > 0) return exitCodes.findings;
    const started = await startSandbox({ connector: mapping.value.model.connector, workerUrl: terminal.sandboxWorker });
    if (!started.ok) return terminal.complain(started.error.message);
    const sandbox = started.value;
    const transport = httpsTransport();
    try {
      return await show(mapping.value, folder, sandbox, authorise(transport, { token: sandbox.token, boundTo: sandbox.url }), terminal);
    } finally {
      transport.close();
      await sandbox.stop();
    }
  },
};

async function show(
  mapping: OpenedMapping,
  folder: string,
  sandbox: Sandbox,
  transport: HttpTransport,
  terminal: Terminal,
): Promise<ExitCode> {
  await terminal.tell(say`Sandbox: ${own(mapping.model.connector.displayName)} at ${own(sandbox.url)}`);
  const run = { mapping, now: terminal.now(), signal: terminal.interrupted };
  const report = await testConnection({ ...run, targetUrl: sandbox.url, transport, inspector: endpointInspector });
  await tellChecks(report, terminal);
  const source = join(folder, "people.json");
  const read = await readDirectory(source, await readFile(source, "utf8"));
  if (!read.ok) return terminal.complain(read.error.message);
  const snapshot = read.value;
  const reader = createReader({ baseUrl: sandbox.url, transport, signal: terminal.interrupted });
  const plan = await runPreview({ ...run, snapshot, reader, history: "running" });
  const users = plural(snapshot.users.length, say`1 user`, say`${snapshot.users.length} users`);
  const groups = plural(snapshot.groups.length, say`1 group`, say`${snapshot.groups.length} groups`);
  await tellAll([nothing, say`Preview of ${foreign(source)}: ${users}, ${groups}`], terminal);
  const expectation = join(folder, "expected.json");
  const expected = JSON.parse(await readFile(expectation, "utf8")) as Expectation;
  await tellPlan(plan, expected.person, terminal);
  await tellAll(nextSteps(mapping.file, source), terminal);
  if (isAsExpected(plan, expected) && report.checks.every(({ grade }) => grade === "pass" || grade === "skipped")) return exitCodes.nothing;
  await terminal.note(
    say`This is not what the example gives elsewhere: ${foreign(expectation)} says ${foreign(JSON.stringify(expected.summary))}.`,
  );
  return exitCodes.findings;
}

async function tellChecks({ checks }: ConnectionReport, terminal: Terminal): Promise<void> {
  await tellAll([nothing, say`Connection test`], terminal);
  for (const { grade, title, answered } of checks) {
    const columns = `  ${grade.padEnd(10)}${terminal.text(title).padEnd(40)}`;
    await terminal.tell(joined([own(columns), firstSentence(answered)], ""));
  }
}

async function tellPlan(plan: ProvisioningPlan, name: string, terminal: Terminal): Promise<void> {
  for (const type of ["User", "Group"])
    await terminal.tell(own(`  ${type.padEnd(10)}${countsOf(plan.objects.filter(({ resourceType }) => resourceType === type))}`));
  const person = plan.objects.find(({ source }) => source.name === name);
  if (person !== undefined) await terminal.print(`\n${renderPerson(person, terminal.inFormat("text"))}\n`);
  await tellAll([nothing, say`Preview: ${own(countsOf(plan.objects))}`], terminal);
}

async function tellAll(lines: readonly Part[], terminal: Terminal): Promise<void> {
  for (const line of lines) await terminal.tell(line);
}

/** The port is the one that the example's environment `test` names. */
function nextSteps(file: string, source: string): readonly Part[] {
  return [
    nothing,
    say`Next: open this folder in VS Code (README.md says how), or in two terminals:`,
    own("  npx scimmap sandbox --connector grouptalk --port 8087"),
    foreign(`  SCIMMAP_TOKEN=… npx scimmap preview ${file} --environment test --source ${source}`),
  ];
}

/** As in the whole log, with the bodies that would be sent. */
function renderPerson(person: PlannedObject, rendering: Rendering): string {
  return [renderObject(person, rendering, false), ...person.requests.map(({ body }) => `  ${jsonText(body)}`)].join("\n");
}

function sizeOf({ model }: OpenedMapping): Part {
  const attributes = model.maps.reduce((sum, map) => sum + map.attributes.length, 0);
  return joined(
    [
      plural(model.maps.length, say`1 map`, say`${model.maps.length} maps`),
      plural(attributes, say`1 attribute`, say`${attributes} attributes`),
    ],
    ", ",
  );
}

function countsOf(objects: readonly PlannedObject[]): string {
  const counted = plannedActions.map((action) => [action, objects.filter((object) => object.action === action).length] as const);
  return counted.flatMap(([action, count]) => (count === 0 ? [] : [`${count} ${action}`])).join(", ");
}

function isAsExpected({ summary }: ProvisioningPlan, expected: Expectation): boolean {
  return plannedActions.every((action) => summary[action] === (expected.summary[action] ?? 0));
}

/** The beginning of an answer: the first sentence of its paragraph. */
function firstSentence(part: Part): Part {
  if (part.kind !== "joined" && part.kind !== "sentence") return part;
  const [first] = part.kind === "joined" || part.pattern === "{0}" ? part.parts : [];
  return first === undefined ? part : firstSentence(first);
}
