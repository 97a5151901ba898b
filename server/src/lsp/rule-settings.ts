import { DidChangeConfigurationNotification } from "vscode-languageserver";
import type { ClientCapabilities, Connection } from "vscode-languageserver";
import type { DocumentStore } from "#workspace/documents";
import { readRules } from "#workspace/settings";

const section = "scimmap.rules";

/** Keeps each document's `scimmap.rules` as the editor has them. An editor that cannot be asked leaves every rule as it is. */
export class RuleSettingsReader {
  readonly #connection: Connection;
  readonly #documents: DocumentStore;
  readonly #changed: (uri: string) => void;
  #canAsk = false;
  #canFollow = false;

  constructor(connection: Connection, documents: DocumentStore, changed: (uri: string) => void) {
    this.#connection = connection;
    this.#documents = documents;
    this.#changed = changed;
  }

  initialize({ workspace }: ClientCapabilities): void {
    this.#canAsk = workspace?.configuration === true;
    this.#canFollow = workspace?.didChangeConfiguration?.dynamicRegistration === true;
  }

  initialized(): void {
    if (this.#canFollow) void this.#connection.client.register(DidChangeConfigurationNotification.type, { section });
  }

  /** Tells that a document changed once its rules are known, so that no finding appears that a rule has switched off. */
  read(uri: string): void {
    if (!this.#canAsk) {
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
