import { failure, success } from "#base/result";
import { foreign, say } from "#base/sentence";
import type { HttpRequest, HttpResponse, HttpTransport } from "./request.ts";

/** A secret token and the one place it may go to. */
export interface BoundToken {
  readonly token: string;
  /** The tenant URL it was stored for: scheme, host, port and path prefix. */
  readonly boundTo: string;
}

/**
 * Adds `Authorization: Bearer …` to requests below the URL the token is bound to, and to no other (provisioning page §1.7).
 * A request elsewhere goes without it. Over plain http the token leaves this machine only as far as loopback.
 * Should the service repeat the token in its answer, it is taken out before anything can print it.
 */
export function authorise(transport: HttpTransport, { token, boundTo }: BoundToken): HttpTransport {
  const bound = URL.parse(boundTo);
  return {
    async send(request) {
      const url = URL.parse(request.url);
      if (bound === null || url === null || token === "" || !isBelow(url, bound)) return transport.send(request);
      if (url.protocol !== "https:" && !isLoopback(url.hostname)) {
        return failure({
          kind: "refused",
          message: say`The token is not sent to '${foreign(url.host)}' over plain http. Use an https tenant URL.`,
        });
      }
      const answer = await transport.send(withToken(request, token));
      return answer.ok ? success(withoutToken(answer.value, token)) : answer;
    },
  };
}

/** Whether a host name is this machine's own (`localhost`, 127.0.0.0/8, `::1`). */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname.endsWith(".localhost") || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function isBelow(url: URL, bound: URL): boolean {
  if (url.origin !== bound.origin) return false;
  const prefix = bound.pathname.replace(/\/+$/, "");
  return url.pathname === prefix || url.pathname.startsWith(`${prefix}/`);
}

function withToken(request: HttpRequest, token: string): HttpRequest {
  return { ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } };
}

/** Shorter tokens are no secrets, and replacing them would damage the answer. */
const shortestSecret = 8;

function withoutToken(response: HttpResponse, token: string): HttpResponse {
  if (token.length < shortestSecret) return response;
  const clean = (text: string): string => (text.includes(token) ? text.replaceAll(token, "(token)") : text);
  const headers = Object.entries(response.headers).map(([name, value]) => [name, clean(value)]);
  return { status: response.status, headers: Object.fromEntries(headers) as Record<string, string>, body: clean(response.body) };
}
