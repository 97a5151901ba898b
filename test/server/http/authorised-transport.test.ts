import { expect, test } from "vitest";
import { authorise, isLoopback } from "#http/authorised-transport";
import type { HttpRequest } from "#http/request";
import { english } from "#test/english";
import { json, scriptedTransport, text } from "#test/scripted-transport";

const token = "t0p-secret-token";

function requestTo(url: string): HttpRequest {
  return { method: "GET", url, headers: { accept: "*/*" }, timeout: 1000, maxBytes: 1000 };
}

async function authorizationFor(boundTo: string, url: string): Promise<string | undefined> {
  const inner = scriptedTransport(() => json({}));
  await authorise(inner, { token, boundTo }).send(requestTo(url));
  return inner.requests[0]?.headers["authorization"];
}

test.each([
  ["the same URL", "https://example.com/scim", "https://example.com/scim"],
  ["below it", "https://example.com/scim/?aadOptscim062020", "https://example.com/scim/Users?filter=x"],
  ["the default port written out", "https://example.com:443/scim", "https://example.com/scim/Users"],
  ["loopback over http", "http://127.0.0.1:8080/scim", "http://127.0.0.1:8080/scim/Users"],
])("the token goes to %s", async (_, boundTo, url) => {
  expect(await authorizationFor(boundTo, url)).toBe(`Bearer ${token}`);
});

test.each([
  ["another host", "https://example.com/scim", "https://example.org/scim/Users"],
  ["a host that only begins alike", "https://example.com/scim", "https://example.com.evil.test/scim/Users"],
  ["another port", "https://example.com/scim", "https://example.com:8443/scim/Users"],
  ["another scheme", "https://example.com/scim", "http://example.com/scim/Users"],
  ["a sibling path", "https://example.com/scim", "https://example.com/scim2/Users"],
  ["a path climbed out of", "https://example.com/scim", "https://example.com/scim/../other"],
  ["anywhere when it is bound to nothing", "not a URL", "https://example.com/scim"],
])("the token does not go to %s", async (_, boundTo, url) => {
  expect(await authorizationFor(boundTo, url)).toBeUndefined();
});

test("the token never travels over plain http to another machine", async () => {
  const inner = scriptedTransport(() => json({}));
  const answer = await authorise(inner, { token, boundTo: "http://example.com/scim" }).send(requestTo("http://example.com/scim/Users"));
  expect(inner.requests).toHaveLength(0);
  expect(english(answer)).toEqual({
    ok: false,
    error: { kind: "refused", message: "The token is not sent to 'example.com' over plain http. Use an https tenant URL." },
  });
});

test("a service that repeats the token does not get it into an answer", async () => {
  const inner = scriptedTransport(() => text(`Token ${token} has expired`, 401, { location: `/login?t=${token}` }));
  const answer = await authorise(inner, { token, boundTo: "https://example.com" }).send(requestTo("https://example.com/Users"));
  expect(JSON.stringify(answer)).not.toContain(token);
  expect(answer).toMatchObject({ ok: true, value: { body: "Token (token) has expired" } });
});

test("loopback is recognised by name and address", () => {
  expect(["localhost", "127.0.0.1", "127.1.2.3", "[::1]", "scim.localhost"].every(isLoopback)).toBe(true);
  expect(["example.com", "128.0.0.1", "localhost.example.com", "127.0.0.1.example.com"].some(isLoopback)).toBe(false);
});
