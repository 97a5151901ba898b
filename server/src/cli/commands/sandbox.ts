import { connectors, findConnector } from "#model/connectors/index";
import { startSandbox } from "#sandbox/sandbox";
import type { Sandbox } from "#sandbox/sandbox";
import { failure, success } from "#base/result";
import type { Resource } from "#scim/resource";
import type { Attempt, Command, Given } from "../command.ts";
import { complain } from "../complain.ts";
import type { Host } from "../host.ts";
import { exitCodes } from "../host.ts";
import { readInput } from "../read-input.ts";

export const sandbox: Command = {
  name: "sandbox",
  summary: "Run a SCIM service in memory, to try things against.",
  usage: "[--connector NAME] [--port N] [--people FILE]",
  options: [
    {
      name: "connector",
      value: "NAME",
      choices: connectors.map(({ id }) => id),
      description: "The application it behaves like; generic if not said.",
    },
    { name: "port", value: "N", description: "The port to listen on; any free one if not said." },
    { name: "people", value: "FILE", description: "Its accounts to begin with: a JSON list of SCIM resources." },
  ],
  formats: ["json", "text"],
  examples: ["scimmap sandbox --connector grouptalk --port 8087"],
  async run(given, host) {
    const started = await start(given, host);
    if (!started.ok) return complain(host, started.error.message);
    const { url, token } = started.value;
    await host.stdout.write(given.format === "json" ? `${JSON.stringify({ url, token })}\n` : `url    ${url}\ntoken  ${token}\n`);
    await host.stderr.write("The sandbox runs until you press Ctrl+C.\n");
    await untilAborted(host.interrupted);
    await started.value.stop();
    return exitCodes.nothing;
  },
};

async function start(given: Given, host: Host): Promise<Attempt<Sandbox>> {
  if (given.positionals.length > 0) return failure({ message: "'scimmap sandbox' takes options only. See 'scimmap sandbox --help'." });
  const connector = findConnector(given.option("connector") ?? "generic");
  if (connector === undefined) return failure({ message: `There is no connector '${given.option("connector") ?? ""}'.` });
  const port = Number(given.option("port") ?? "0");
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    return failure({ message: `'${given.option("port") ?? ""}' is no port. Name one from 1 to 65535.` });
  const people = await readPeople(given.option("people"), host);
  if (!people.ok) return people;
  try {
    return success(await startSandbox({ connector, port, people: people.value, workerUrl: host.sandboxWorker }));
  } catch (error) {
    // The port is somebody else's; the sentence comes from the sandbox.
    return failure({ message: error instanceof Error ? error.message : "The sandbox could not start." });
  }
}

async function readPeople(file: string | undefined, host: Host): Promise<Attempt<readonly Resource[] | undefined>> {
  if (file === undefined) return success(undefined);
  const text = await readInput(file, host);
  if (!text.ok) return text;
  const list = parseJson(text.value);
  const resources = Array.isArray(list) ? list : (list as { Resources?: unknown } | undefined)?.Resources;
  if (!Array.isArray(resources)) return failure({ message: `'${file}' is neither a JSON list of SCIM resources nor a ListResponse.` });
  return success(resources as readonly Resource[]);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
