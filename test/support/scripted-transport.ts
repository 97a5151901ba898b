import { success } from "#base/result";
import type { Result } from "#base/result";
import type { ReaderClock } from "#http/pacing";
import type { HttpRequest, HttpResponse, HttpTransport } from "#http/request";
import type { JsonValue } from "#scim/resource";
import type { TransportError } from "#http/transport-error";

export interface ScriptedTransport extends HttpTransport {
  readonly requests: readonly HttpRequest[];
}

/** What a transport gives back. */
export type Answer = Result<HttpResponse, TransportError>;

/** Answers from a function of the request and its number, from 0. */
export function scriptedTransport(answer: (request: HttpRequest, index: number) => Answer): ScriptedTransport {
  const requests: HttpRequest[] = [];
  return {
    requests,
    send(request) {
      requests.push(request);
      return Promise.resolve(answer(request, requests.length - 1));
    },
  };
}

export function json(body: JsonValue, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return success({ status, headers: { "content-type": "application/scim+json", ...headers }, body: JSON.stringify(body) });
}

export function text(body: string, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return success({ status, headers, body });
}

export interface TestClock extends ReaderClock {
  /** Milliseconds of each wait, in order. */
  readonly waits: readonly number[];
}

/** A clock that passes time only when somebody waits. */
export function testClock(start = 0, random = 0.5): TestClock {
  const waits: number[] = [];
  let now = start;
  return {
    waits,
    now: () => now,
    random: () => random,
    wait(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
}
