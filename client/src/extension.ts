import { commands, l10n, window } from "vscode";
import type { ExtensionContext, Uri } from "vscode";
import { networkCommandNames } from "./commands/command-names.ts";
import { loadNetworkCommands } from "./commands/load-network-commands.ts";
import { restartLanguageServer } from "./commands/restart-language-server.ts";
import { runGuarded } from "./error-boundary.ts";
import { createLanguageServer } from "./language-client.ts";
import type { LanguageServerProcess } from "./language-client.ts";

let server: LanguageServerProcess | undefined;

/** VS Code calls this when a file of ours is opened or one of our commands is run. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel(l10n.t("SCIM Mapping"), { log: true });
  const languageServer = createLanguageServer(context.extensionUri, log);
  const networkCommands = loadNetworkCommands(context, log, languageServer);
  context.subscriptions.push(log, networkCommands);
  for (const name of networkCommandNames) {
    const run = (mapping?: Uri) => runGuarded(log, () => networkCommands.get().run(name, mapping));
    context.subscriptions.push(commands.registerCommand(`scimmap.${name}`, run));
  }
  const restart = () => runGuarded(log, () => restartLanguageServer(languageServer));
  context.subscriptions.push(commands.registerCommand("scimmap.restartLanguageServer", restart));
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
