import { createServer, request as sendOn } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a recording proxy saw. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: string;
}

export interface RecordingServer {
  /** Stands for `targetUrl`: same path, another port. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  stop(): Promise<void>;
}

/** Starts a proxy in front of an http service that records method and URL of every request before it passes it on. */
export async function startRecordingServer(targetUrl: string): Promise<RecordingServer> {
  const target = new URL(targetUrl);
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? "", url: request.url ?? "" });
    passOn(request, response, target);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname.replace(/\/$/, "")}${target.search}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function passOn(request: IncomingMessage, response: ServerResponse, target: URL): void {
  const headers = { ...request.headers, host: target.host };
  const onward = sendOn({ host: target.hostname, port: target.port, method: request.method, path: request.url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}

/** Fails unless something was asked and every request was a GET: a preview or a connection test never writes. */
export function expectOnlyReads(recorder: { readonly requests: readonly RecordedRequest[] }): void {
  if (recorder.requests.length === 0) throw new Error("The recording server saw no request, so it proves nothing.");
  const others = recorder.requests.filter(({ method }) => method !== "GET");
  if (others.length === 0) return;
  throw new Error(`The recording server saw more than reads: ${others.map(({ method, url }) => `${method} ${url}`).join(", ")}.`);
}
