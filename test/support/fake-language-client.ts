/** Stands for `vscode-languageclient/node` in unit tests: a language server that remembers what it was told since it was last started. */

interface Program {
  readonly module: string;
  readonly transport: number;
  readonly options?: { readonly execArgv?: readonly string[] };
}

interface ClientOptions {
  readonly documentSelector: readonly { readonly language: string }[];
  readonly initializationOptions?: unknown;
  readonly outputChannel: unknown;
}

/** As the library counts them. */
export const State = { Stopped: 1, Starting: 3, Running: 2 } as const;

type StateListener = (event: { readonly newState: number }) => void;

export const TransportKind = { stdio: 0, ipc: 1, pipe: 2, socket: 3 };

/** Every client that was made, the last one last. */
export const clients: LanguageClient[] = [];

/** What starting a server fails with from now on; undefined for nothing. */
export const failing: { error: Error | undefined } = { error: undefined };

export class LanguageClient {
  readonly id: string;
  readonly name: string;
  readonly program: Program;
  readonly options: ClientOptions;
  isDisposed = false;
  #state: number = State.Stopped;
  readonly #listeners: StateListener[] = [];
  /** A server that is started anew has forgotten everything. */
  told: { readonly method: string; readonly params: unknown }[] = [];

  constructor(id: string, name: string, server: { readonly run: Program; readonly debug: Program }, options: ClientOptions) {
    this.id = id;
    this.name = name;
    this.program = server.run;
    this.options = options;
    clients.push(this);
  }

  get state(): number {
    return this.#state;
  }

  onDidChangeState(listener: StateListener): void {
    this.#listeners.push(listener);
  }

  async start(): Promise<void> {
    if (failing.error !== undefined) throw failing.error;
    this.#become(State.Starting);
    this.told = [];
    this.#become(State.Running);
  }

  async restart(): Promise<void> {
    this.crash();
    await this.start();
  }

  async dispose(): Promise<void> {
    this.crash();
    this.isDisposed = true;
  }

  /** The server's process ends. */
  crash(): void {
    this.#become(State.Stopped);
  }

  #become(newState: number): void {
    this.#state = newState;
    for (const listener of this.#listeners) listener({ newState });
  }

  /** Waits for nobody: a client that does not run refuses. */
  async sendNotification(method: string, params: unknown): Promise<void> {
    if (this.#state !== State.Running) throw new Error(`Client is not running and can't be used (${method}).`);
    this.told.push({ method, params });
  }
}
