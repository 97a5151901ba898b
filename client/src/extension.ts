import { commands, l10n, window } from "vscode";
import type { ExtensionContext, Uri } from "vscode";
import { networkCommandNames, ownCommandNames } from "./commands/command-names.ts";
import type { OwnCommandName } from "./commands/command-names.ts";
import { loadNetworkCommands } from "./commands/load-network-commands.ts";
import { restartLanguageServer } from "./commands/restart-language-server.ts";
import { runGuarded } from "./error-boundary.ts";
import type { CommandResult } from "./error-boundary.ts";
import { createLanguageServer } from "./language-client.ts";
import type { LanguageServerProcess } from "./language-client.ts";
import { SamplePersonChoice, toggleLiveValues } from "./sample-person.ts";
import { createTestExplorer } from "./testing/test-explorer.ts";

let server: LanguageServerProcess | undefined;

/** VS Code calls this when a file of ours is opened or one of our commands is run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel(l10n.t("SCIM Mapping"), { log: true });
  const languageServer = createLanguageServer(context.extensionUri, log);
  const samplePerson = new SamplePersonChoice(languageServer);
  const networkCommands = loadNetworkCommands(context, log, languageServer, samplePerson);
  context.subscriptions.push(log, samplePerson, networkCommands, createTestExplorer(networkCommands, log));
  for (const name of networkCommandNames) {
    const run = (mapping?: Uri) => runGuarded(log, () => networkCommands.get().run(name, mapping));
    context.subscriptions.push(commands.registerCommand(`scimmap.${name}`, run));
  }
  const ownCommands: Readonly<Record<OwnCommandName, () => Promise<CommandResult>>> = {
    clearSamplePerson: () => samplePerson.clear(),
    toggleLiveValues,
    restartLanguageServer: () => restartLanguageServer(languageServer),
  };
  for (const name of ownCommandNames) {
    context.subscriptions.push(commands.registerCommand(`scimmap.${name}`, () => runGuarded(log, ownCommands[name])));
  }
  server = languageServer;
  // Commands work without a language server, so its failure to start must not end the activation.
  await runGuarded(log, async () => {
    await languageServer.start();
    return undefined;
  });
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
