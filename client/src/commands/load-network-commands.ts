import { createRequire } from "node:module";
import { Uri } from "vscode";
import type { ExtensionContext, LogOutputChannel } from "vscode";
import type { LanguageServerProcess } from "../language-client.ts";
import type { createNetworkCommands, NetworkCommands } from "../network-commands.ts";
import type { SamplePersonChoice } from "../sample-person.ts";

/** The second bundle, read from disk on first use: opening a file loads no code that could reach the network. */
export function loadNetworkCommands(
  context: ExtensionContext,
  log: LogOutputChannel,
  server: LanguageServerProcess,
  samplePerson: SamplePersonChoice,
): { get(): NetworkCommands; dispose(): void } {
  const bundle = Uri.joinPath(context.extensionUri, "dist", "commands.cjs").fsPath;
  let loaded: NetworkCommands | undefined;
  return {
    get() {
      const load = createRequire(bundle) as (file: string) => { createNetworkCommands: typeof createNetworkCommands };
      return (loaded ??= load(bundle).createNetworkCommands(context, log, server, samplePerson));
    },
    dispose: () => loaded?.dispose(),
  };
}
