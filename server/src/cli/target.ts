import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { decodeText } from "#base/decode-text";
import { findJsonFault } from "#base/json-fault";
import type { JsonFault } from "#base/json-fault";
import { failure, success } from "#base/result";
import { foreign, joined, own, phrase, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { MappingModel, Settings } from "#model/mapping-model";
import { httpsTransport } from "#node/https-transport";
import { authorise } from "#http/authorised-transport";
import { observe } from "#http/observed-transport";
import type { HttpTransport } from "#http/request";
import { isTooDeep, maxNesting } from "#scim/nesting";
import { parseJson } from "#scim/parse-json";
import type { JsonValue } from "#scim/resource";
import type { Attempt, Given } from "./command.ts";
import { readAll } from "./host.ts";
import { notText } from "./read-input.ts";
import type { Terminal } from "./terminal.ts";

/** The service or recording a command reads from. */
export type Target =
  | { readonly kind: "service"; readonly url: string }
  /** The folder as it was named, and what its `*.json` files hold. */
  | { readonly kind: "recording"; readonly name: string; readonly documents: readonly JsonValue[] };

/** The options that name a target and its token. */
export const targetOptions = [
  { name: "environment", value: "NAME", description: phrase("An environment of the mapping's provision; its own settings if not said.") },
  { name: "target", value: "URL", description: phrase("Another SCIM base URL than the mapping's tenantUrl.") },
  {
    name: "token-stdin",
    description: phrase("Read the token from standard input; otherwise from the environment variable SCIMMAP_TOKEN."),
  },
] as const;

/** Finds the target that the arguments, or else the mapping, name. */
export async function findTarget(given: Given, model: MappingModel, file: string): Promise<Attempt<Target>> {
  const settings = settingsOf(model, given.option("environment"));
  if (!settings.ok) return settings;
  const named = given.option("target") ?? settings.value.tenantUrl;
  if (named === undefined) {
    return failure(say`'${foreign(file)}' names no tenantUrl. Add one to its provision, or name a service with --target URL.`);
  }
  const url = URL.parse(named);
  if (url?.protocol === "http:" || url?.protocol === "https:") return success({ kind: "service", url: named });
  return given.option("target") === undefined
    ? failure(say`The tenantUrl '${foreign(named)}' in '${foreign(file)}' is no http or https address.`)
    : readRecording(named);
}

/** Runs `use` with a transport that carries the token to the target and nowhere else; says whether the target answered at all, and how often only to refuse (429). */
export async function withTransport<T>(
  given: Given,
  terminal: Terminal,
  url: string,
  use: (transport: HttpTransport) => Promise<T>,
): Promise<{ readonly result: T; readonly answered: boolean; readonly refusals: number }> {
  const token = (given.switchedOn("token-stdin") ? await readAll(terminal.stdin) : (terminal.env["SCIMMAP_TOKEN"] ?? "")).trim();
  const transport = httpsTransport();
  try {
    const observed = observe(token === "" ? transport : authorise(transport, { token, boundTo: url }));
    return { result: await use(observed.transport), answered: observed.seen.answers > 0, refusals: observed.seen.refusals };
  } finally {
    transport.close();
  }
}

function settingsOf(model: MappingModel, environment: string | undefined): Attempt<Settings> {
  const { settings, environments } = model.provision;
  if (environment === undefined) return success(settings);
  const found = environments.find(({ name }) => name === environment);
  if (found !== undefined) return success(found.settings);
  const known = environments.map(({ name }) => say`'${own(name)}'`);
  const others = known.length === 0 ? say`It has none at all.` : say`It has ${joined(known, ", ")}.`;
  return failure(joined([say`The mapping has no environment '${foreign(environment)}'.`, others], " "));
}

async function readRecording(folder: string): Promise<Attempt<Target>> {
  try {
    if (!(await stat(folder)).isDirectory())
      return failure(say`'${foreign(folder)}' is neither a URL nor a folder of recorded JSON files.`);
    const names = (await readdir(folder)).filter((name) => name.endsWith(".json")).sort();
    if (names.length === 0) return failure(say`The folder '${foreign(folder)}' holds no *.json file to read the target from.`);
    const documents: JsonValue[] = [];
    for (const name of names) {
      const file = join(folder, name);
      const text = decodeText(await readFile(file));
      if (text === undefined) return failure(notText(file));
      const document = parseJson(text);
      if (document === undefined) return failure(notJson(file, findJsonFault(text)));
      if (isTooDeep(document)) return failure(tooDeep(name, folder));
      documents.push(document);
    }
    return success({ kind: "recording", name: folder, documents });
  } catch {
    return failure(say`'${foreign(folder)}' is neither an http or https address nor a folder that can be read.`);
  }
}

/** What stands there is not said: a recording holds people. */
function notJson(file: string, fault: JsonFault | undefined): Part {
  return say`'${foreign(file)}' is not JSON from line ${fault?.line ?? 1}, column ${fault?.column ?? 1} on. Correct it there, or record it again.`;
}

function tooDeep(name: string, folder: string): Part {
  return say`'${foreign(name)}' in '${foreign(folder)}' is nested more than ${maxNesting} levels deep.`;
}
