import { PassThrough } from "node:stream";
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { InitializeParams, InitializeResult, ProtocolConnection, PublishDiagnosticsParams } from "vscode-languageserver/node";
import { abilities, startServer } from "#lsp/server";
import type { Ability } from "#lsp/ability";
import type { ServerHost } from "#lsp/session";

/** Where mappings of these tests are. */
export const uri = "file:///mapping.scimmap";

/** An editor in front of a server in the same process: what goes between them is what goes over standard input and output. */
export class NearEditor {
  readonly connection: ProtocolConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly #server: { dispose(): void };

  constructor({ served = abilities, ...host }: Partial<ServerHost> & { readonly served?: readonly Ability[] } = {}) {
    const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
    startServer(server, { readFile: () => undefined, catalogue: () => undefined, ...host }, served);
    this.#server = server;
    this.connection = createProtocolConnection(new StreamMessageReader(toEditor), new StreamMessageWriter(toServer));
    this.connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.published.push(params);
    });
    this.connection.listen();
  }

  async initialize(params: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
      ...params,
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  /** Opens a text; what is asked after it sees it. */
  open(text: string, languageId = "scimmap", of = uri): Promise<void> {
    return this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri: of, languageId, version: 1, text } });
  }

  request<Answer = unknown>(method: string, params: object): Promise<Answer> {
    return this.connection.sendRequest<Answer>(method, params);
  }

  notify(method: string, params: object | null): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  close(): void {
    this.connection.dispose();
    this.#server.dispose();
  }
}
