import { Uri } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
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
  // A server that is started anew has forgotten what it was told.
  const told = new Map<string, TargetFacts>();
  let samplePerson: SamplePersonParams | undefined;
  const tellSamplePerson = (): Promise<void> => client.sendNotification(samplePersonMethod, samplePerson ?? null);
  return {
    start: () => client.start(),
    async restart() {
      await client.restart();
      for (const facts of told.values()) await client.sendNotification(targetFactsMethod, facts);
      await tellSamplePerson();
    },
    stop: () => client.dispose(),
    async tellTargetFacts(facts) {
      told.set(facts.tenantUrl, facts);
      await client.sendNotification(targetFactsMethod, facts);
    },
    async tellSamplePerson(person) {
      samplePerson = person;
      await tellSamplePerson();
    },
  };
}
