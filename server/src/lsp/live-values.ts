import { DidChangeConfigurationNotification } from "vscode-languageserver";
import type { ClientCapabilities, Connection, InlayHint as LspInlayHint } from "vscode-languageserver";
import { inlayHints } from "#features/inlay-hints";
import type { InlayHint } from "#features/inlay-hints";
import { liveValuesMethod, samplePersonMethod } from "#protocol/messages";
import type { LiveValuesParams } from "#protocol/messages";
import type { DocumentStore } from "#workspace/documents";
import type { SamplePersonStore } from "#testing/sample-person";
import { guard } from "./guard.ts";

const section = "scimmap.liveValues";

/** Follows whose values the editor wants to see, and shows them beside the statements. What it is told of a person goes into no log. */
export class LiveValues {
  readonly #connection: Connection;
  readonly #people: SamplePersonStore;
  #workspace: ClientCapabilities["workspace"];

  constructor(connection: Connection, documents: DocumentStore, people: SamplePersonStore) {
    this.#connection = connection;
    this.#people = people;
    connection.onNotification(samplePersonMethod, (person: unknown) => {
      people.choose(person);
      this.#askAgain();
    });
    connection.onNotification(liveValuesMethod, ({ enabled }: LiveValuesParams) => this.#show(enabled));
    connection.languages.inlayHint.on(
      guard(connection.console, "inlayHint", ({ textDocument, range }) => {
        const snapshot = documents.get(textDocument.uri)?.snapshot;
        const person = people.current(new Date());
        return snapshot === undefined || person === undefined ? [] : inlayHints(snapshot, range, person).map(toInlayHint);
      }),
    );
  }

  initialize({ workspace }: ClientCapabilities): void {
    this.#workspace = workspace;
  }

  initialized(): void {
    if (this.#workspace?.didChangeConfiguration?.dynamicRegistration === true)
      void this.#connection.client.register(DidChangeConfigurationNotification.type, { section });
    this.readSetting();
  }

  /** An editor that cannot be asked leaves live values as they are. */
  readSetting(): void {
    if (this.#workspace?.configuration !== true) return;
    this.#connection.workspace
      .getConfiguration(section)
      .then((value: unknown) => {
        if (typeof value === "boolean") this.#show(value);
      })
      .catch((error: unknown) => this.#connection.console.warn(`The editor does not tell the setting ${section}: ${String(error)}`));
  }

  /** Lets the editor ask again: it does so by itself only for a document that was edited. */
  refresh(): void {
    if (this.#people.current(new Date()) !== undefined) this.#askAgain();
  }

  #show(enabled: boolean): void {
    this.#people.show(enabled);
    this.#askAgain();
  }

  #askAgain(): void {
    if (this.#workspace?.inlayHint?.refreshSupport === true) void this.#connection.languages.inlayHint.refresh();
  }
}

function toInlayHint({ position, label, tooltip }: InlayHint): LspInlayHint {
  return { position, label, tooltip: { kind: "markdown", value: tooltip }, paddingLeft: true };
}
