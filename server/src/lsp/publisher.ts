import { RAL } from "vscode-languageserver";
import type { Connection, PublishDiagnosticsParams } from "vscode-languageserver";
import type { DocumentStore } from "#workspace/documents";
import { guard } from "./guard.ts";
import { toDiagnostic } from "./to-lsp.ts";
import type { Voice } from "./voice.ts";

/**
 * Sends diagnostics as soon as a document changed. There is no waiting time: a change that has already arrived, and only that, is read
 * before the answer to the one in front of it is computed.
 */
export class DiagnosticsPublisher {
  readonly #documents: DocumentStore;
  readonly #connection: Connection;
  readonly #voice: Voice;
  readonly #afterFirst: () => void;
  readonly #changed = new Set<string>();
  #changes = 0;
  #scheduled = false;
  #isFirst = true;

  /** `afterFirst` runs once, when the first diagnostics are out. */
  constructor(documents: DocumentStore, connection: Connection, voice: Voice, afterFirst: () => void) {
    this.#documents = documents;
    this.#connection = connection;
    this.#voice = voice;
    this.#afterFirst = afterFirst;
  }

  changed(uris: readonly string[]): void {
    if (uris.length === 0) return;
    for (const uri of uris) this.#changed.add(uri);
    this.#changes++;
    if (this.#scheduled) return;
    this.#scheduled = true;
    this.#afterQuietTurns(this.#changes);
  }

  /** An editor keeps what it was told about a closed document until it is told otherwise. */
  closed(uri: string): void {
    this.#changed.delete(uri);
    this.#send({ uri, diagnostics: [] });
  }

  /** Messages are handled one per turn of the event loop, the next one behind this callback: two quiet turns mean that none is queued. */
  #afterQuietTurns(seen: number, quiet = 0): void {
    soon(() => {
      if (this.#changes !== seen) this.#afterQuietTurns(this.#changes);
      else if (quiet === 0) this.#afterQuietTurns(seen, 1);
      else this.#publish();
    });
  }

  #publish(): void {
    this.#scheduled = false;
    const uris = [...this.#changed];
    this.#changed.clear();
    for (const uri of uris) guard(this.#connection.console, "diagnostics", () => this.#publishOf(uri))(undefined);
    if (this.#isFirst) soon(this.#afterFirst);
    this.#isFirst = false;
  }

  #publishOf(uri: string): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    const { snapshot, version } = document;
    this.#send({
      uri,
      version,
      diagnostics: document.diagnostics().map((diagnostic) => toDiagnostic(uri, snapshot?.tree, diagnostic, this.#voice)),
    });
  }

  #send(params: PublishDiagnosticsParams): void {
    void this.#connection.sendDiagnostics(params);
  }
}

/** Behind the messages that wait, by the queue of the connection itself: Node's own, or a timer in a browser's worker. */
function soon(task: () => void): void {
  RAL().timer.setImmediate(task);
}
