import { commands, window } from "vscode";
import type { ExtensionContext, Uri } from "vscode";
import { say } from "#base/sentence";
import { clearSamplePerson } from "./editor-commands/clear-sample-person.ts";
import { restartLanguageServer } from "./editor-commands/restart-language-server.ts";
import { toggleLiveValues } from "./editor-commands/toggle-live-values.ts";
import { runGuarded } from "./error-boundary.ts";
import type { CommandResult } from "./error-boundary.ts";
import { createLanguageServer } from "./language-client.ts";
import type { LanguageServerProcess } from "./language-client.ts";
import { SamplePersonChoice } from "./live-values/sample-person.ts";
import { editorCommandNames, networkCommandNames } from "./command-names.ts";
import type { EditorCommandName } from "./command-names.ts";
import { loadNetworkCommands } from "./second-bundle/load-network-commands.ts";
import { createTestExplorer } from "./testing/test-explorer.ts";
import { readWords } from "./words/read-words.ts";

let running: LanguageServerProcess | undefined;

/** VS Code calls this when a file of ours is opened or one of our commands is run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const words = await readWords(context.extensionUri);
  const log = window.createOutputChannel(words.label(say`SCIM Mapping`), { log: true });
  const audience = { log, words };
  const server = createLanguageServer(context.extensionUri, audience);
  const samplePerson = new SamplePersonChoice(server, words);
  const networkCommands = loadNetworkCommands({ context, log, words, server, samplePerson });
  context.subscriptions.push(log, samplePerson, networkCommands, createTestExplorer(networkCommands, audience));
  for (const name of networkCommandNames) {
    const run = (mapping?: Uri) => runGuarded(audience, () => networkCommands.get().run(name, mapping));
    context.subscriptions.push(commands.registerCommand(`scimmap.${name}`, run));
  }
  const editorCommands: Readonly<Record<EditorCommandName, () => Promise<CommandResult>>> = {
    clearSamplePerson: () => clearSamplePerson(samplePerson),
    toggleLiveValues,
    restartLanguageServer: () => restartLanguageServer(server),
  };
  for (const name of editorCommandNames) {
    context.subscriptions.push(commands.registerCommand(`scimmap.${name}`, () => runGuarded(audience, editorCommands[name])));
  }
  running = server;
  // Commands work without a language server, so its failure to start must not end the activation.
  await runGuarded(audience, async () => {
    await server.start();
    return undefined;
  });
}

/** VS Code calls this before the window closes. */
export async function deactivate(): Promise<void> {
  await running?.stop();
}
