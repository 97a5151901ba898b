import { expect, test } from "vitest";
import { failure } from "#base/result";
import { say } from "#base/sentence";
import type { HttpRequest } from "#http/request";
import { sendWithRetries } from "#http/send-with-retries";
import type { RetryLimits, Sent } from "#http/send-with-retries";
import type { TransportError } from "#http/transport-error";
import { english } from "#test/english";
import { scriptedTransport, testClock, text } from "#test/scripted-transport";
import type { Answer, TestClock } from "#test/scripted-transport";

const usual: RetryLimits = { attempts: 4, backOff: 500, maxRetryAfter: 120, maxRedirects: 3 };

interface Told {
  readonly sent: Sent;
  readonly urls: readonly string[];
  readonly waits: readonly number[];
  readonly attempts: readonly number[];
}

/** Sends one read; the answers come in order, the last one again and again. */
async function read(
  answers: readonly Answer[],
  { limits = usual, clock = testClock(), signal }: { limits?: RetryLimits; clock?: TestClock; signal?: AbortSignal } = {},
): Promise<Told> {
  const transport = scriptedTransport((_, index) => answers[Math.min(index, answers.length - 1)]!);
  const request: HttpRequest = { method: "GET", url: "https://example.com/scim/Users", headers: {}, timeout: 1, maxBytes: 1, signal };
  const attempts: number[] = [];
  const sent = await sendWithRetries(request, transport, limits, clock, (attempt) => attempts.push(attempt));
  return { sent, urls: transport.requests.map(({ url }) => url), waits: clock.waits, attempts };
}

const failed = (kind: TransportError["kind"]): Answer => failure({ kind, message: say`No answer.` });
const statusOf = ({ sent: { result } }: Told): number | undefined => (result.ok ? result.value.status : undefined);

test.each([429, 502, 503, 504])("%i speaks of the moment, so the read is repeated", async (status) => {
  const told = await read([text("", status), text("", 200)]);
  expect([statusOf(told), told.attempts]).toEqual([200, [1, 2]]);
});

test.each([200, 301, 400, 401, 403, 404, 500, 501])("%i speaks of the request, so it is the answer", async (status) => {
  expect((await read([text("", status)])).attempts).toEqual([1]);
});

test("a dropped connection is tried again; what would fail the same way is not", async () => {
  expect((await read([failed("network"), text("")])).attempts).toEqual([1, 2]);
  for (const kind of ["dns", "tls", "timeout", "too-large", "cancelled", "refused"] as const)
    expect((await read([failed(kind)])).attempts).toEqual([1]);
});

test("waits double and are half chance, and the attempts are bounded", async () => {
  const told = await read([text("", 503)]);
  expect(told.waits).toEqual([375, 750, 1500]);
  expect([statusOf(told), told.attempts]).toEqual([503, [1, 2, 3, 4]]);
  expect((await read([text("", 503)], { clock: testClock(0, 0) })).waits).toEqual([250, 500, 1000]);
});

test("the service's own Retry-After is waited for, in seconds or until a date", async () => {
  expect((await read([text("", 429, { "retry-after": "7" }), text("")])).waits).toEqual([7000]);
  expect((await read([text("", 429, { "retry-after": " 1.2 " }), text("")])).waits).toEqual([2000]);
  const clock = testClock(Date.parse("2026-11-20T12:00:00Z"));
  const until = { "retry-after": "Fri, 20 Nov 2026 12:00:09 GMT" };
  expect((await read([text("", 503, until), text("")], { clock })).waits).toEqual([9000]);
  const past = { "retry-after": "Fri, 20 Nov 2020 12:00:09 GMT" };
  expect((await read([text("", 503, past), text("")], { clock: testClock(Date.parse("2026-11-20T12:00:00Z")) })).waits).toEqual([0]);
  expect((await read([text("", 503, { "retry-after": "soon" }), text("")])).waits).toEqual([375]);
});

test("a Retry-After beyond the bound ends the read and is told", async () => {
  const told = await read([text("", 429, { "retry-after": "121" })]);
  expect([told.attempts, told.waits, told.sent.retryAfter]).toEqual([[1], [], 121]);
});

test("redirects within the origin are followed, others are the answer", async () => {
  const moved = (status: number, location: string): Answer => text("", status, { location });
  expect((await read([moved(307, "/scim/v2/Users"), text("")])).urls).toEqual([
    "https://example.com/scim/Users",
    "https://example.com/scim/v2/Users",
  ]);
  for (const answer of [moved(308, "https://evil.example/"), moved(302, "/scim/v2/Users"), moved(307, "http://[")])
    expect((await read([answer])).urls).toHaveLength(1);
  expect((await read([moved(308, "/scim/Users")])).urls).toHaveLength(4);
});

test("a cancelled read is not sent, and not sent again", async () => {
  const abort = new AbortController();
  const clock: TestClock = {
    ...testClock(),
    wait: () => {
      abort.abort();
      return Promise.resolve();
    },
  };
  const told = await read([text("", 503)], { clock, signal: abort.signal });
  expect(told.attempts).toEqual([1]);
  expect(english(told.sent)).toEqual({
    result: { ok: false, error: { kind: "cancelled", message: "The request was cancelled." } },
    retryAfter: undefined,
  });
});
