import { subscribe } from "node:diagnostics_channel";
import type { ClientRequest } from "node:http";

/** Every request that this thread has begun to send, whoever sent it: Node itself announces them. */
export interface RecordedRequests {
  /** `METHOD path` of what went to that host and port. */
  to(origin: string): readonly string[];
}

export function recordRequests(): RecordedRequests {
  const seen: { readonly origin: string; readonly line: string }[] = [];
  subscribe("http.client.request.start", (message) => {
    const { request } = message as { readonly request: ClientRequest };
    const host = String(request.getHeader("host") ?? request.host);
    seen.push({ origin: `${request.protocol}//${host}`, line: `${request.method} ${request.path}` });
  });
  return { to: (origin) => seen.filter((one) => one.origin === origin).map(({ line }) => line) };
}
