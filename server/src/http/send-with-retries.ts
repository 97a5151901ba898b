import { failure } from "#base/result";
import type { Result } from "#base/result";
import { say } from "#base/sentence";
import type { ReaderClock } from "./pacing.ts";
import type { HttpRequest, HttpResponse, HttpTransport } from "./request.ts";
import type { TransportError } from "./transport-error.ts";

/** How often a read is repeated, and how long it waits between. */
export interface RetryLimits {
  /** Requests sent for one read, the first included. */
  readonly attempts: number;
  /** Milliseconds before the first repetition; doubled each time, with jitter. */
  readonly backOff: number;
  /** The longest `Retry-After` waited for, in seconds; a longer one ends the read. */
  readonly maxRetryAfter: number;
  readonly maxRedirects: number;
}

/** What came of a read, all repetitions included. */
export interface Sent {
  readonly result: Result<HttpResponse, TransportError>;
  /** Seconds the last answer asked to wait. */
  readonly retryAfter: number | undefined;
}

/** Statuses that speak of the moment and not of the request. */
const passing: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Sends a read, again after a passing failure: bounded, waiting as the service asks or backing off with jitter. */
export async function sendWithRetries(
  request: HttpRequest,
  transport: HttpTransport,
  limits: RetryLimits,
  clock: ReaderClock,
  onSend: (attempt: number) => void,
): Promise<Sent> {
  for (let attempt = 1; ; attempt += 1) {
    if (request.signal?.aborted === true) return { result: failure(cancelled), retryAfter: undefined };
    onSend(attempt);
    const result = await sendFollowing(request, transport, limits.maxRedirects);
    const retryAfter = result.ok ? readRetryAfter(result.value, clock.now()) : undefined;
    const last = attempt >= limits.attempts || (retryAfter ?? 0) > limits.maxRetryAfter;
    if (last || !mayPass(result)) return { result, retryAfter };
    await clock.wait(retryAfter === undefined ? backOff(attempt, limits, clock) : retryAfter * 1000, request.signal);
  }
}

const cancelled: TransportError = { kind: "cancelled", message: say`The request was cancelled.` };

function mayPass(result: Result<HttpResponse, TransportError>): boolean {
  return result.ok ? passing.has(result.value.status) : result.error.kind === "network";
}

/** Half fixed and half random, so that many clients that failed together do not come back together. */
function backOff(attempt: number, limits: RetryLimits, clock: ReaderClock): number {
  const full = limits.backOff * 2 ** (attempt - 1);
  return full / 2 + (full / 2) * clock.random();
}

/** `Retry-After` in whole seconds: a number or an HTTP date (RFC 9110 §10.2.3). */
function readRetryAfter(response: HttpResponse, now: number): number | undefined {
  const text = response.headers["retry-after"]?.trim();
  if (text === undefined || text === "") return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text));
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

/** 307 and 308 within the origin are followed (RFC 7644 §3); everything else is left to the caller to report. */
async function sendFollowing(
  request: HttpRequest,
  transport: HttpTransport,
  redirects: number,
): Promise<Result<HttpResponse, TransportError>> {
  let url = request.url;
  for (let followed = 0; ; followed += 1) {
    const result = await transport.send({ ...request, url });
    if (!result.ok || followed >= redirects || (result.value.status !== 307 && result.value.status !== 308)) return result;
    const next = URL.parse(result.value.headers["location"] ?? "", url);
    if (next === null || next.origin !== URL.parse(url)?.origin) return result;
    url = next.href;
  }
}
