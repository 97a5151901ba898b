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
  state: "new" | "running" | "disposed" = "new";
  /** A server that is started anew has forgotten everything. */
  told: { readonly method: string; readonly params: unknown }[] = [];

  constructor(id: string, name: string, server: { readonly run: Program; readonly debug: Program }, options: ClientOptions) {
    this.id = id;
    this.name = name;
    this.program = server.run;
    this.options = options;
    clients.push(this);
  }

  async start(): Promise<void> {
    if (failing.error !== undefined) throw failing.error;
    this.state = "running";
    this.told = [];
  }

  async restart(): Promise<void> {
    await this.start();
  }

  async dispose(): Promise<void> {
    this.state = "disposed";
  }

  /** Waits for nobody: a client that does not run refuses. */
  async sendNotification(method: string, params: unknown): Promise<void> {
    if (this.state !== "running") throw new Error(`Client is not running and can't be used (${method}).`);
    this.told.push({ method, params });
  }
}
