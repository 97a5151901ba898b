import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { ClientCapabilities, Connection } from "vscode-languageserver";
import type { DocumentStore } from "#workspace/documents";
import { readRules } from "#workspace/settings";

const section = "scimmap.rules";

/** Keeps each document's `scimmap.rules` as the editor has them. An editor that cannot be asked leaves every rule as it is. */
export class EditorSettings {
  readonly #connection: Connection;
  readonly #documents: DocumentStore;
  readonly #changed: (uri: string) => void;
  #workspace: ClientCapabilities["workspace"];

  constructor(connection: Connection, documents: DocumentStore, changed: (uri: string) => void) {
    this.#connection = connection;
    this.#documents = documents;
    this.#changed = changed;
  }

  initialize({ workspace }: ClientCapabilities): void {
    this.#workspace = workspace;
  }

  /** Asks to be told when settings change, and when a file changes that a mapping may use. */
  initialized(): void {
    const { client } = this.#connection;
    if (this.#workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void client.register(DidChangeConfigurationNotification.type, { section });
    }
    if (this.#workspace?.didChangeWatchedFiles?.dynamicRegistration === true) {
      void client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: "**/*.scimmap" }] });
    }
  }

  /** Tells that a document changed once its rules are known, so that no finding appears that a rule has switched off. */
  read(uri: string): void {
    if (this.#workspace?.configuration !== true) {
      this.#changed(uri);
      return;
    }
    this.#connection.workspace
      .getConfiguration({ scopeUri: uri, section })
      .then((value: unknown) => this.#documents.setRules(uri, readRules(value)))
      .catch((error: unknown) => this.#connection.console.warn(`The editor does not tell the setting ${section}: ${String(error)}`))
      .finally(() => this.#changed(uri));
  }

  readAll(): void {
    for (const uri of this.#documents.uris()) this.read(uri);
  }
}
