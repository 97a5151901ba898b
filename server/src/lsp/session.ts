import type { ClientCapabilities, Connection, InitializeParams } from "vscode-languageserver";
import type { Locale } from "#base/locale";
import type { Catalogue } from "#base/render-sentence";
import type { InitializationOptions } from "#protocol/messages";
import { SamplePersonStore } from "#testing/sample-person";
import type { SamplePerson } from "#testing/sample-person";
import { DocumentStore } from "#workspace/documents";
import type { ReadFile } from "#workspace/used-files";
import { guard } from "./guard.ts";
import { Listeners } from "./listeners.ts";
import { Voice } from "./voice.ts";

/** What the host of the server can do for it. */
export interface ServerHost {
  /** The text of a file by its URI, for `use`; undefined when there is none. */
  readonly readFile: ReadFile;
  /** The translations into a language; undefined for English. */
  readonly catalogue: (locale: Locale) => Catalogue | undefined;
}

/** One editor as long as it is connected: what abilities share, and how they hear of each other without knowing each other. */
export class Session {
  readonly connection: Connection;
  readonly documents: DocumentStore;
  readonly people = new SamplePersonStore();
  readonly voice: Voice;
  /** The editor is ready to be asked. */
  readonly ready = new Listeners();
  /** Settings of the editor may have changed. */
  readonly configured = new Listeners();
  /** A document was opened; its findings wait until its rules are known. */
  readonly opened = new Listeners<string>();
  readonly closed = new Listeners<string>();
  /** The findings of these documents may have changed. */
  readonly changed = new Listeners<readonly string[]>();
  /** Documents mean something else without an edit that the editor saw. */
  readonly disturbed = new Listeners();
  #client: ClientCapabilities = {};

  constructor(connection: Connection, host: ServerHost) {
    this.connection = connection;
    this.documents = new DocumentStore(() => new Date(), host.readFile);
    this.voice = new Voice(host.catalogue);
  }

  /** What the editor says that it can do. */
  get client(): ClientCapabilities {
    return this.#client;
  }

  /** Whose values are shown at this moment. */
  get person(): SamplePerson | undefined {
    return this.people.current(new Date());
  }

  initialize({ capabilities, initializationOptions, locale = "en" }: InitializeParams): void {
    this.#client = capabilities;
    const options = initializationOptions as InitializationOptions | null | undefined;
    this.voice.speak(options?.locale ?? locale);
  }

  /** An answer to a request of the editor, in which a bug is logged and ends. */
  answer<Params, Answer>(request: string, answer: (params: Params) => Answer): (params: Params) => Answer | null {
    return guard(this.connection.console, request, answer);
  }
}
