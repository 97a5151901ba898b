import { Uri } from "vscode";
import type { LogOutputChannel } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

/** The language server's process, from its start to its end. */
export interface LanguageServerProcess {
  start(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** The language server: it reads open documents and files of the workspace and reaches no network. */
export function createLanguageServer(extensionUri: Uri, log: LogOutputChannel): LanguageServerProcess {
  const module = Uri.joinPath(extensionUri, "dist", "server.js").fsPath;
  const program = { module, transport: TransportKind.stdio };
  const client = new LanguageClient(
    "scimmap",
    "SCIM Mapping",
    { run: program, debug: program },
    { documentSelector: [{ language: "scimmap" }, { language: "scimfilter" }], outputChannel: log },
  );
  return { start: () => client.start(), restart: () => client.restart(), stop: () => client.dispose() };
}
