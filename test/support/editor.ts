import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type {
  ClientCapabilities,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";

const entry = fileURLToPath(new URL("../../server/src/lsp/stdio.ts", import.meta.url));

/** An editor in front of the language server's own process: what goes over standard input and output is what VS Code sends and reads. */
export class Editor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  #waiting: {
    readonly wanted: (params: PublishDiagnosticsParams) => boolean;
    readonly resolve: (params: PublishDiagnosticsParams) => void;
  }[] = [];

  readonly pid: number | undefined;

  /** Without arguments for Node, the server runs from its sources. */
  constructor(argv: readonly string[] = [entry, "--stdio"]) {
    const server = spawn(process.execPath, argv, { stdio: ["pipe", "pipe", "ignore"] });
    this.pid = server.pid;
    this.ended = new Promise((resolve) => server.once("exit", resolve));
    this.connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => this.#receive(params));
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  open(uri: string, text: string, languageId = "scimmap"): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, version: number, contentChanges: readonly TextDocumentContentChangeEvent[]): Promise<void> {
    return this.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  request<Answer = unknown>(method: string, params: object): Promise<Answer> {
    return Promise.race([this.connection.sendRequest<Answer>(method, params), this.#failsAtEnd()]);
  }

  /** The first diagnostics that are wanted, those published before included. */
  diagnostics(wanted: (params: PublishDiagnosticsParams) => boolean): Promise<PublishDiagnosticsParams> {
    const found = this.published.find(wanted);
    if (found !== undefined) return Promise.resolve(found);
    const later = new Promise<PublishDiagnosticsParams>((resolve) => this.#waiting.push({ wanted, resolve }));
    return Promise.race([later, this.#failsAtEnd()]);
  }

  /** Ends the server as an editor does; resolves with its exit code. */
  async stop(): Promise<number | null> {
    await this.request("shutdown", {});
    await this.connection.sendNotification("exit");
    return this.ended;
  }

  async #failsAtEnd(): Promise<never> {
    throw new Error(`The server ended with exit code ${String(await this.ended)}.`);
  }

  #receive(params: PublishDiagnosticsParams): void {
    this.published.push(params);
    const done = this.#waiting.filter(({ wanted }) => wanted(params));
    this.#waiting = this.#waiting.filter((waiting) => !done.includes(waiting));
    for (const { resolve } of done) resolve(params);
  }
}
