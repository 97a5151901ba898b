import type { ExtensionContext, Uri } from "vscode";
import { window } from "vscode";
import type { Locale } from "#base/locale";
import type { SamplePersonParams, TargetFacts } from "#protocol/messages";
import { openChoices } from "../../client/src/connections/choices.ts";
import { openSecretStore } from "../../client/src/connections/secret-store.ts";
import type { Audience } from "../../client/src/error-boundary.ts";
import type { LanguageServerProcess } from "../../client/src/language-client.ts";
import { SamplePersonChoice } from "../../client/src/live-values/sample-person.ts";
import { PreviewDocuments } from "../../client/src/previews/preview-documents.ts";
import type { Session } from "../../client/src/session.ts";
import { openWords } from "../../client/src/words/words.ts";
import { openWindow } from "./vscode/window.ts";
import type { FakeWindow, WindowOptions } from "./vscode/window.ts";

/** The words of the extension, in English unless translations are given. */
export function wordsIn(locale: Locale, translations: Readonly<Record<string, string>> = {}) {
  return openWords(locale, (pattern) => translations[pattern]);
}

export const english = wordsIn("en");

/** Where commands tell how they ended, in the window that is open. */
export function openAudience(): Audience {
  return { log: window.createOutputChannel("SCIM Mapping", { log: true }), words: english };
}

/** A language server that remembers what it was told. */
export interface ListeningServer extends LanguageServerProcess {
  readonly people: (SamplePersonParams | undefined)[];
  readonly facts: TargetFacts[];
  restarts: number;
}

export function listeningServer(): ListeningServer {
  const people: (SamplePersonParams | undefined)[] = [];
  const facts: TargetFacts[] = [];
  const server: ListeningServer = {
    people,
    facts,
    restarts: 0,
    start: async () => undefined,
    stop: async () => undefined,
    restart: async () => {
      server.restarts++;
    },
    tellTargetFacts: async (learnt) => void facts.push(learnt),
    tellSamplePerson: async (person) => void people.push(person),
  };
  return server;
}

/** What VS Code keeps for an extension: choices of the workspace and secrets, as plain maps. */
export interface Kept {
  readonly choices: Map<string, unknown>;
  readonly secrets: Map<string, string>;
}

/** An extension's context over two maps. */
export function contextOver({ choices, secrets }: Kept, extensionUri: Uri): ExtensionContext {
  const context = {
    extensionUri,
    subscriptions: [],
    workspaceState: {
      get: (key: string) => choices.get(key),
      update: async (key: string, value: unknown) => void choices.set(key, value),
    },
    secrets: {
      get: async (key: string) => secrets.get(key),
      store: async (key: string, value: string) => void secrets.set(key, value),
      delete: async (key: string) => void secrets.delete(key),
    },
  };
  return context as unknown as ExtensionContext;
}

/** A session in a window of its own, and what stands around it. */
export interface OpenSession extends Kept {
  readonly vscode: FakeWindow;
  readonly session: Session;
  readonly server: ListeningServer;
}

export function openSession(options: WindowOptions = {}, extensionUri = "/extension"): OpenSession {
  const vscode = openWindow(options);
  const kept: Kept = { choices: new Map(), secrets: new Map() };
  const context = contextOver(kept, fileUri(vscode, extensionUri));
  const server = listeningServer();
  const { log, words } = openAudience();
  const session: Session = {
    extensionUri: context.extensionUri,
    log,
    words,
    server,
    choices: openChoices(context.workspaceState),
    secrets: openSecretStore(context.secrets),
    previews: new PreviewDocuments(),
    samplePerson: new SamplePersonChoice(server, words),
    targets: new Map(),
    sandbox: undefined,
  };
  return { vscode, session, server, ...kept };
}

/** An address of a window as the API types it. */
export function fileUri(vscode: FakeWindow, path: string): Uri {
  return vscode.uri(path) as unknown as Uri;
}
