import { createRequire } from "node:module";
import { Uri } from "vscode";
import type { NetworkCommands, SecondBundle, Surroundings } from "./network-commands.ts";

/** The second bundle, read from disk on first use: opening a file loads no code that could reach the network. */
export function loadNetworkCommands(surroundings: Surroundings): { get(): NetworkCommands; dispose(): void } {
  const bundle = Uri.joinPath(surroundings.context.extensionUri, "dist", "commands.cjs").fsPath;
  let loaded: NetworkCommands | undefined;
  return {
    get() {
      const load = createRequire(bundle) as (file: string) => SecondBundle;
      return (loaded ??= load(bundle).createNetworkCommands(surroundings));
    },
    dispose: () => loaded?.dispose(),
  };
}
