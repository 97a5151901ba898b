import * as http from "node:http";
import * as https from "node:https";
import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { foreign, say } from "#base/sentence";
import type { HttpRequest, HttpResponse, HttpTransport } from "#http/request";
import type { TransportError } from "#http/transport-error";
import { toTransportError } from "./transport-error.ts";

/** Opens a request; the extension host passes one on VS Code's own `http` and `https`, so that its proxy and certificates apply. */
export type OpenRequest = (
  url: URL,
  options: http.RequestOptions,
  onResponse: (response: http.IncomingMessage) => void,
) => http.ClientRequest;

/** How a transport opens and keeps its connections. */
export interface HttpsTransportOptions {
  /** Keep connections open between requests (default true). Without effect in the extension host, which replaces agents. */
  readonly keepAlive?: boolean | undefined;
  readonly request?: OpenRequest | undefined;
}

/** A transport with a lifetime: `close` ends the connections it kept open. */
export type ClosableTransport = HttpTransport & { close(): void };

/** Carries requests over `node:http` and `node:https`. Follows no redirect, bounds body and time, and turns every exception into a value. */
export function httpsTransport(options: HttpsTransportOptions = {}): ClosableTransport {
  const keepAlive = options.keepAlive ?? true;
  const agents = { http: new http.Agent({ keepAlive }), https: new https.Agent({ keepAlive }) };
  const open =
    options.request ?? ((url, settings, onResponse) => (url.protocol === "http:" ? http : https).request(url, settings, onResponse));
  return {
    send: (request) => sendOnce(request, open, agents),
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

interface Agents {
  readonly http: http.Agent;
  readonly https: https.Agent;
}

type Answer = Result<HttpResponse, TransportError>;

function sendOnce(request: HttpRequest, open: OpenRequest, agents: Agents): Promise<Answer> {
  return new Promise((resolve) => {
    const url = URL.parse(request.url);
    if (url === null) {
      resolve(failure({ kind: "refused", message: say`'${foreign(request.url)}' is not a URL.` }));
      return;
    }
    let outgoing: http.ClientRequest | undefined;
    const finish = (answer: Answer): void => {
      clearTimeout(timer);
      request.signal?.removeEventListener("abort", cancel);
      resolve(answer);
      if (!answer.ok) outgoing?.destroy();
    };
    const cancel = (): void => finish(failure({ kind: "cancelled", message: say`The request to '${foreign(url.host)}' was cancelled.` }));
    const timer = setTimeout(() => finish(failure(tooSlow(url.host, request.timeout))), request.timeout);
    if (request.signal?.aborted === true) {
      cancel();
      return;
    }
    request.signal?.addEventListener("abort", cancel, { once: true });
    try {
      const agent = url.protocol === "http:" ? agents.http : agents.https;
      const headers = { "accept-encoding": "identity", ...request.headers };
      outgoing = open(url, { method: request.method, headers, agent }, (response) => receive(response, request, url.host, finish));
      outgoing.on("error", (error) => finish(failure(toTransportError(error, url.host))));
      outgoing.end();
    } catch (error) {
      finish(failure(toTransportError(error, url.host)));
    }
  });
}

function receive(response: http.IncomingMessage, request: HttpRequest, host: string, finish: (answer: Answer) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > request.maxBytes) finish(failure(tooLarge(host, request.maxBytes)));
    else chunks.push(chunk);
  });
  response.on("error", (error) => finish(failure(toTransportError(error, host))));
  response.on("end", () => {
    const body = Buffer.concat(chunks).toString("utf8");
    const whole: HttpResponse = { status: response.statusCode ?? 0, headers: keepUseful(response.headers), body };
    finish(response.complete ? success(whole) : failure(toTransportError({ code: "ECONNRESET" }, host)));
  });
}

const useful = /^(content-type|retry-after|location|date|(x-)?rate-?limit.*)$/;

/** What a reader needs and no more: cookies and challenges never travel further. */
function keepUseful(headers: http.IncomingHttpHeaders): Readonly<Record<string, string>> {
  const kept = Object.entries(headers).filter(([name, value]) => useful.test(name) && typeof value === "string");
  return Object.fromEntries(kept) as Record<string, string>;
}

function tooSlow(host: string, timeout: number): TransportError {
  return {
    kind: "timeout",
    message: say`'${foreign(host)}' did not answer within ${timeout / 1000} seconds. Check the service, or ask for smaller pages.`,
  };
}

function tooLarge(host: string, maxBytes: number): TransportError {
  return {
    kind: "too-large",
    message: say`'${foreign(host)}' sent more than ${Math.round(maxBytes / 1024)} KiB in one answer, so the rest was not read. Ask for smaller pages.`,
  };
}
