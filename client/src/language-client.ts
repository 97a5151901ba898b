import { Uri } from "vscode";
import { LanguageClient, State, TransportKind } from "vscode-languageclient/node";
import type { LanguageClientOptions } from "vscode-languageclient/node";
import { say } from "#base/sentence";
import { samplePersonMethod, targetFactsMethod } from "#protocol/messages";
import type { InitializationOptions, SamplePersonParams, TargetFacts } from "#protocol/messages";
import { serverFlags } from "#protocol/server-flags";
import type { Audience } from "./error-boundary.ts";

/** The language server's process, from its start to its end. */
export interface LanguageServerProcess {
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Tells the server what a connection test learnt of a target, so that diagnostics and completions know it. */
  tellTargetFacts(facts: TargetFacts): Promise<void>;
  /** Tells the server whose values to show beside a mapping; undefined for nobody's. */
  tellSamplePerson(person: SamplePersonParams | undefined): Promise<void>;
}

/** The language server: it reads open documents and files of the workspace and reaches no network. */
export function createLanguageServer(extensionUri: Uri, { log, words }: Audience): LanguageServerProcess {
  const module = Uri.joinPath(extensionUri, "dist", "server.js").fsPath;
  const program = { module, transport: TransportKind.stdio, options: { execArgv: [...serverFlags] } };
  const initializationOptions: InitializationOptions = { locale: words.locale };
  const options: LanguageClientOptions = {
    documentSelector: [{ language: "scimmap" }, { language: "scimfilter" }],
    outputChannel: log,
    initializationOptions,
  };
  const client = new LanguageClient("scimmap", words.text(say`SCIM Mapping`), { run: program, debug: program }, options);
  const told = new Map<string, TargetFacts>();
  let samplePerson: SamplePersonParams | undefined;
  // A server that does not run is told when it does, and one that ends at this moment is followed by another.
  const tell = async (method: string, params: object | null): Promise<void> => {
    if (client.state === State.Running) await client.sendNotification(method, params).catch((error: unknown) => log.warn(String(error)));
  };
  // A server that was started anew, by a person or by the client after a crash, has forgotten what it was told.
  client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) return;
    for (const facts of told.values()) void tell(targetFactsMethod, facts);
    if (samplePerson !== undefined) void tell(samplePersonMethod, samplePerson);
  });
  return {
    start: () => client.start(),
    restart: () => client.restart(),
    stop: () => client.dispose(),
    async tellTargetFacts(facts) {
      told.set(facts.tenantUrl, facts);
      await tell(targetFactsMethod, facts);
    },
    async tellSamplePerson(person) {
      samplePerson = person;
      await tell(samplePersonMethod, person ?? null);
    },
  };
}
