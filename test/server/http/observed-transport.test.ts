import { expect, test } from "vitest";
import { failure } from "#base/result";
import { say } from "#base/sentence";
import { observe } from "#http/observed-transport";
import type { HttpRequest } from "#http/request";
import { scriptedTransport, text } from "#test/scripted-transport";
import type { Answer } from "#test/scripted-transport";

const request: HttpRequest = { method: "GET", url: "https://example.com/", headers: {}, timeout: 1, maxBytes: 1 };

async function seenAfter(...answers: readonly Answer[]): Promise<unknown> {
  const { transport, seen } = observe(scriptedTransport((_, index) => answers[index]!));
  for (const answer of answers) expect(await transport.send(request)).toBe(answer);
  return seen;
}

test("answers pass through unchanged and are counted; what never answered is not", async () => {
  expect(await seenAfter(text("a"), text("b", 500), failure({ kind: "timeout", message: say`Too slow.` }))).toEqual({
    answers: 2,
    refusals: 0,
    rateHeaders: {},
  });
});

test("refusals are counted, and the latest word on limits is kept", async () => {
  const answers = [
    text("", 200, { "x-ratelimit-remaining": "9", "content-type": "text/plain" }),
    text("", 429, { "retry-after": "3", "ratelimit-limit": "10" }),
    text("", 200, { "x-ratelimit-remaining": "8", "x-rate-limit-reset": "60" }),
  ];
  expect(await seenAfter(...answers)).toEqual({
    answers: 3,
    refusals: 1,
    rateHeaders: { "x-ratelimit-remaining": "8", "retry-after": "3", "ratelimit-limit": "10", "x-rate-limit-reset": "60" },
  });
});
