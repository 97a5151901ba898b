import { jsonText } from "#base/json-text";
import { foreign, joined, own, phrase, say } from "#base/sentence";
import { connectors, findConnector } from "#model/connectors/index";
import { startSandbox } from "#sandbox/sandbox";
import type { Sandbox } from "#sandbox/sandbox";
import { failure, success } from "#base/result";
import { isList, isObject, memberOf } from "#scim/json-members";
import { isTooDeep, maxNesting } from "#scim/nesting";
import { parseJson } from "#scim/parse-json";
import type { Resource } from "#scim/resource";
import type { Attempt, Command, Given } from "../command.ts";
import { exitCodes } from "../host.ts";
import { readInput } from "../read-input.ts";
import type { Terminal } from "../terminal.ts";

/** `scimmap sandbox`. */
export const sandbox: Command = {
  name: "sandbox",
  summary: phrase("Run a SCIM service in memory, to try things against."),
  usage: "[--connector NAME] [--port N] [--people FILE]",
  options: [
    {
      name: "connector",
      value: "NAME",
      choices: connectors.map(({ id }) => id),
      description: phrase("The application it behaves like; generic if not said."),
    },
    { name: "port", value: "N", description: phrase("The port to listen on; any free one if not said.") },
    { name: "people", value: "FILE", description: phrase("Its accounts to begin with: a JSON list of SCIM resources.") },
  ],
  formats: ["json", "text"],
  examples: ["scimmap sandbox --connector grouptalk --port 8087"],
  async run(given, terminal) {
    const started = await start(given, terminal);
    if (!started.ok) return terminal.complain(started.error);
    const { url, token } = started.value;
    if (given.format === "json") await terminal.print(`${jsonText({ url, token })}\n`);
    else await terminal.tell(joined([own(`url    ${url}`), own(`token  ${token}`)], "\n"));
    await terminal.note(say`The sandbox runs until you press Ctrl+C.`);
    await untilAborted(terminal.interrupted);
    await started.value.stop();
    return exitCodes.nothing;
  },
};

async function start(given: Given, terminal: Terminal): Promise<Attempt<Sandbox>> {
  if (given.positionals.length > 0) return failure(say`'scimmap sandbox' takes options only. See 'scimmap sandbox --help'.`);
  const connector = findConnector(given.option("connector") ?? "generic");
  if (connector === undefined) return failure(say`There is no connector '${foreign(given.option("connector") ?? "")}'.`);
  const port = Number(given.option("port") ?? "0");
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return failure(say`'${foreign(given.option("port") ?? "")}' is no port. Name one from 1 to 65535.`);
  const people = await readPeople(given.option("people"), terminal);
  if (!people.ok) return people;
  const started = await startSandbox({ connector, port, people: people.value, workerUrl: terminal.sandboxWorker });
  return started.ok ? started : failure(started.error.message);
}

async function readPeople(file: string | undefined, terminal: Terminal): Promise<Attempt<readonly Resource[] | undefined>> {
  if (file === undefined) return success(undefined);
  const text = await readInput(file, terminal);
  if (!text.ok) return text;
  const list = parseJson(text.value);
  const items = isList(list) ? list : memberOf(list, "Resources");
  if (!isList(items)) return failure(say`'${foreign(file)}' is neither a JSON list of SCIM resources nor a ListResponse.`);
  const resources: Resource[] = [];
  for (const [index, item] of items.entries()) {
    if (!isObject(item)) return failure(say`'${foreign(file)}', item ${index + 1} is no JSON object, and so no SCIM resource.`);
    if (isTooDeep(item)) return failure(say`'${foreign(file)}', item ${index + 1} is nested more than ${maxNesting} levels deep.`);
    resources.push(item);
  }
  return success(resources);
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
