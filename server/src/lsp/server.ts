import type { Connection } from "vscode-languageserver";
import { codeActions } from "./abilities/code-actions.ts";
import { completion } from "./abilities/completion.ts";
import { diagnostics } from "./abilities/diagnostics.ts";
import { documentSymbols } from "./abilities/document-symbols.ts";
import { hover } from "./abilities/hover.ts";
import { liveValues } from "./abilities/live-values.ts";
import { ruleSettings } from "./abilities/rule-settings.ts";
import { targetFacts } from "./abilities/target-facts.ts";
import { textSynchronisation } from "./abilities/text-synchronisation.ts";
import { watchedFiles } from "./abilities/watched-files.ts";
import { capabilitiesOf } from "./ability.ts";
import type { Ability } from "./ability.ts";
import { Session } from "./session.ts";
import type { ServerHost } from "./session.ts";

/** All that the server can do, each in a file of its own. */
export const abilities: readonly Ability[] = [
  textSynchronisation,
  diagnostics,
  ruleSettings,
  watchedFiles,
  targetFacts,
  hover,
  completion,
  documentSymbols,
  liveValues,
  codeActions,
];

/** Serves one editor over a connection, until that ends. Knows what the editor sends, and the files that a mapping uses. */
export function startServer(connection: Connection, host: ServerHost, served = abilities): void {
  const session = new Session(connection, host);
  for (const ability of served) ability.register(session);
  connection.onInitialize((params) => {
    session.initialize(params);
    return { capabilities: capabilitiesOf(served), serverInfo: { name: "scimmap" } };
  });
  connection.onInitialized(() => session.ready.tell());
  connection.onDidChangeConfiguration(() => session.configured.tell());
  connection.listen();
}
