import type { Result } from "#base/result";
import type { TransportError } from "./transport-error.ts";

/** A request that reads. There is no type here for one that writes (provisioning page §1.1). */
export interface HttpRequest {
  readonly method: "GET";
  /** Absolute URL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds for this one request. */
  readonly timeout: number;
  /** Bytes of body after which the answer is given up. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/** An answer, whatever its status. */
export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. Only what a reader needs: content-type, retry-after, location, date, rate-limit headers. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Carries one request. Injected by each host; turns every exception into a value and follows no redirect. */
export interface HttpTransport {
  send(request: HttpRequest): Promise<Result<HttpResponse, TransportError>>;
}
