import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { errorsOf } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import { testConnection } from "#engine/test-connection";
import { httpsTransport } from "#node/https-transport";
import { endpointInspector } from "#node/inspect-endpoint";
import { plannedActions } from "#plan/plan";
import type { PlannedAction, PlannedObject, ProvisioningPlan } from "#plan/plan";
import { readSnapshot } from "#directory/read-snapshot";
import { renderObject } from "#views/render-text";
import { startSandbox } from "#sandbox/sandbox";
import type { Sandbox } from "#sandbox/sandbox";
import { authorise } from "#http/authorised-transport";
import { createReader } from "#scim/read-service";
import type { HttpTransport } from "#http/request";
import type { Command } from "../command.ts";
import { complain } from "../complain.ts";
import { counts } from "../diagnostics-report.ts";
import type { ExitCode, Host } from "../host.ts";
import { exitCodes } from "../host.ts";
import { openFile } from "../open-file.ts";

/** What the example is known to give: `expected.json` beside it. */
interface Expectation {
  readonly person: string;
  readonly summary: Readonly<Partial<Record<PlannedAction, number>>>;
}

/** What `npm start` shows: check, sandbox, connection test and preview, in this order, against this machine only. */
export const demo: Command = {
  name: "demo",
  summary: "Show the whole tool at work on the example.",
  usage: "FOLDER",
  options: [],
  formats: ["text"],
  examples: ["scimmap demo examples"],
  hidden: true,
  async run(given, host) {
    const folder = given.positionals[0] ?? "examples";
    const file = join(folder, "grouptalk.scimmap");
    const mapping = await openFile(file, host);
    if (!mapping.ok) return complain(host, mapping.error.message);
    await host.stdout.write(`${file}: ${counts([mapping.value])} (${sizeOf(mapping.value)})\n`);
    if (errorsOf(mapping.value).length > 0) return exitCodes.findings;
    const sandbox = await startSandbox({ connector: mapping.value.model.connector, workerUrl: host.sandboxWorker });
    const transport = httpsTransport();
    try {
      return await show(mapping.value, folder, sandbox, authorise(transport, { token: sandbox.token, boundTo: sandbox.url }), host);
    } finally {
      transport.close();
      await sandbox.stop();
    }
  },
};

async function show(mapping: OpenedMapping, folder: string, sandbox: Sandbox, transport: HttpTransport, host: Host): Promise<ExitCode> {
  const write = (text: string): Promise<void> => host.stdout.write(text);
  await write(`Sandbox: ${mapping.model.connector.displayName} at ${sandbox.url}\n\nConnection test\n`);
  const run = { mapping, now: host.now(), signal: host.interrupted };
  const report = await testConnection({ ...run, targetUrl: sandbox.url, transport, inspector: endpointInspector });
  for (const { grade, title, answered } of report.checks)
    await write(`  ${grade.padEnd(10)}${title.padEnd(40)}${firstSentence(answered)}\n`);

  const source = join(folder, "people.json");
  const { snapshot } = readSnapshot(await readFile(source, "utf8"));
  const reader = createReader({ baseUrl: sandbox.url, transport, signal: host.interrupted });
  const plan = await runPreview({ ...run, snapshot, reader, history: "running" });
  await write(`\nPreview of ${source}: ${snapshot.users.length} users, ${snapshot.groups.length} groups\n`);
  for (const type of ["User", "Group"])
    await write(`  ${type.padEnd(10)}${countsOf(plan.objects.filter(({ resourceType }) => resourceType === type))}\n`);

  const expected = JSON.parse(await readFile(join(folder, "expected.json"), "utf8")) as Expectation;
  const person = plan.objects.find(({ source: { name } }) => name === expected.person);
  if (person !== undefined) await write(`\n${renderPerson(person)}\n`);
  await write(`\nPreview: ${countsOf(plan.objects)}\n`);
  await write(nextSteps(mapping.file, source));
  if (isAsExpected(plan, expected) && report.checks.every(({ grade }) => grade === "pass" || grade === "skipped")) return exitCodes.nothing;
  await host.stderr.write(
    `This is not what the example gives elsewhere: ${join(folder, "expected.json")} says ${JSON.stringify(expected.summary)}.\n`,
  );
  return exitCodes.findings;
}

/** The port is the one that the example's environment `test` names. */
function nextSteps(file: string, source: string): string {
  return [
    "",
    "Next: open this folder in VS Code (README.md says how), or in two terminals:",
    "  npx scimmap sandbox --connector grouptalk --port 8087",
    `  SCIMMAP_TOKEN=… npx scimmap preview ${file} --environment test --source ${source}`,
    "",
  ].join("\n");
}

/** As in the whole log, with the bodies that would be sent. */
function renderPerson(person: PlannedObject): string {
  return [renderObject(person, false), ...person.requests.map(({ body }) => `  ${JSON.stringify(body)}`)].join("\n");
}

function sizeOf({ model }: OpenedMapping): string {
  return `${model.maps.length} maps, ${model.maps.reduce((sum, map) => sum + map.attributes.length, 0)} attributes`;
}

function countsOf(objects: readonly PlannedObject[]): string {
  const counted = plannedActions.map((action) => [action, objects.filter((object) => object.action === action).length] as const);
  return counted.flatMap(([action, count]) => (count === 0 ? [] : [`${count} ${action}`])).join(", ");
}

function isAsExpected({ summary }: ProvisioningPlan, expected: Expectation): boolean {
  return plannedActions.every((action) => summary[action] === (expected.summary[action] ?? 0));
}

function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}
