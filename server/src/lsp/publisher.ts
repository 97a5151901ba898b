import { RAL } from "vscode-languageserver";
import type { Connection, PublishDiagnosticsParams } from "vscode-languageserver";
import type { DocumentStore, OpenDocument } from "#workspace/documents";
import { guard } from "./guard.ts";
import { toDiagnostic } from "./to-lsp.ts";
import { unasked } from "./unasked.ts";
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
  /** Documents whose tests may have other outcomes now. */
  readonly #untested = new Set<string>();
  #changes = 0;
  #scheduled = false;
  #isFirst = true;
  readonly #whenIdle: (task: () => void) => void;

  /** `afterFirst` runs once, when the first diagnostics are out; `whenIdle` runs something once nobody has typed for a moment. */
  constructor(documents: DocumentStore, connection: Connection, voice: Voice, afterFirst: () => void, whenIdle = inAMoment) {
    this.#whenIdle = whenIdle;
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
    for (const uri of uris) this.#guarded("diagnostics", () => this.#publishOf(uri));
    if (this.#isFirst) soon(this.#afterFirst);
    this.#isFirst = false;
    for (const uri of uris) this.#untested.add(uri);
    this.#testLater(this.#changes);
  }

  /** Tests run when nothing waits, one in a turn, and stop at the next change, which begins anew: what they have found by then stays known. */
  #testLater(seen: number): void {
    this.#whenIdle(() => {
      let round: ReturnType<OpenDocument["testRound"]> | undefined;
      const next = (): void => {
        const [uri] = this.#untested;
        if (this.#changes !== seen || uri === undefined) return;
        // A round that fails is over, so that it does not stand in the way of the others.
        const step = this.#guarded("tests", () => (round ??= this.#documents.get(uri)?.testRound())?.next()) ?? failed;
        if (step.done === true) {
          this.#untested.delete(uri);
          round = undefined;
          if (step.value) this.#guarded("diagnostics", () => this.#publishOf(uri));
        }
        soon(next);
      };
      next();
    });
  }

  #guarded<Answer>(what: string, work: () => Answer): Answer | null {
    return guard(this.#connection.console, what, work)(undefined);
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
    unasked(this.#connection.console, "diagnostics", this.#connection.sendDiagnostics(params));
  }
}

/** What a round comes to that could not go on, or whose document is closed: nothing to publish. */
const failed: IteratorResult<undefined, boolean> = { done: true, value: false };

/** Behind the messages that wait, by the queue of the connection itself: Node's own, or a timer in a browser's worker. */
function soon(task: () => void): void {
  RAL().timer.setImmediate(task);
}

/** Long enough that tests do not run between two keystrokes, short enough that nobody waits for them. */
const MOMENT = 100;

function inAMoment(task: () => void): void {
  RAL().timer.setTimeout(task, MOMENT);
}
