import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { inEnglish } from "#base/render-sentence";
import { httpsTransport } from "#node/https-transport";
import type { ClosableTransport } from "#node/https-transport";
import { toTransportError } from "#node/transport-error";
import type { HttpRequest } from "#http/request";
import { english } from "#test/english";
import { startScimService, users } from "#test/scim-service";
import type { FakeServiceOptions } from "#test/scim-service";

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function serve(options: FakeServiceOptions): Promise<string> {
  const service = await startScimService(options);
  endings.push(() => service.stop());
  return service.url;
}

function open(options?: Parameters<typeof httpsTransport>[0]): ClosableTransport {
  const transport = httpsTransport(options);
  endings.push(() => transport.close());
  return transport;
}

function get(url: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return { method: "GET", url, headers: {}, timeout: 5000, maxBytes: 1_000_000, ...more };
}

test("an answer comes with status, body and only the headers a reader needs", async () => {
  const headers = {
    "set-cookie": "session=1",
    "www-authenticate": "Bearer",
    "retry-after": "3",
    "x-ratelimit-remaining": "9",
    "ratelimit-limit": "10",
  };
  const url = await serve({ quirks: { headers, intercept: () => ({ status: 429, body: "slow down — 慢" }) } });
  const answer = await open().send(get(`${url}/Users`));
  if (!answer.ok) throw new Error(inEnglish(answer.error.message));
  expect(answer.value.status).toBe(429);
  expect(answer.value.body).toBe("slow down — 慢");
  expect(Object.keys(answer.value.headers).sort()).toEqual([
    "content-type",
    "date",
    "ratelimit-limit",
    "retry-after",
    "x-ratelimit-remaining",
  ]);
});

test("a redirect is an answer and is not followed", async () => {
  const url = await serve({ quirks: { intercept: () => ({ status: 302, headers: { location: "/elsewhere" } }) } });
  expect(await open().send(get(url))).toMatchObject({ ok: true, value: { status: 302, headers: { location: "/elsewhere" } } });
});

test("connections are kept between requests", async () => {
  const url = await serve({ users: users(1) });
  const sockets = new Set<unknown>();
  const { request } = await import("node:http");
  const transport = open({
    request: (target, options, onResponse) => request(target, options, onResponse).on("socket", (socket) => sockets.add(socket)),
  });
  for (let turn = 0; turn < 3; turn += 1) expect((await transport.send(get(`${url}/Users`))).ok).toBe(true);
  expect(sockets.size).toBe(1);
});

test("a body beyond the bound is given up", async () => {
  const url = await serve({ users: users(100) });
  expect(english(await open().send(get(`${url}/Users`, { maxBytes: 2048 })))).toEqual({
    ok: false,
    error: { kind: "too-large", message: expect.stringContaining("more than 2 KiB") as string },
  });
});

test("a connection dropped in the middle of an answer is a dropped connection", async () => {
  const server = createServer((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => server.close());
  const answer = await open().send(get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  expect(answer).toMatchObject({ ok: false, error: { kind: "network", code: "ECONNRESET" } });
});

test("a service that drops the connection gives a value", async () => {
  const url = await serve({ quirks: { intercept: () => "drop" } });
  expect(await open().send(get(url))).toMatchObject({ ok: false, error: { kind: "network" } });
});

test("an answer that is not HTTP gives a value", async () => {
  const server = createServer((socket) => socket.end("SSH-2.0-OpenSSH\r\n"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => server.close());
  const port = (server.address() as AddressInfo).port;
  expect(english(await open().send(get(`http://127.0.0.1:${port}/`)))).toMatchObject({
    ok: false,
    error: { kind: "network", message: expect.stringContaining("is not HTTP") as string },
  });
  expect(await open().send(get(`https://127.0.0.1:${port}/`))).toMatchObject({ ok: false, error: { kind: "tls" } });
});

test("a service that says nothing runs into the time limit", async () => {
  const server = createServer(() => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => server.close());
  const answer = await open().send(get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { timeout: 30 }));
  expect(english(answer)).toMatchObject({
    ok: false,
    error: { kind: "timeout", message: expect.stringContaining("within 0.03 seconds") as string },
  });
});

test("a request is cancelled while it waits, and before it starts", async () => {
  const abort = new AbortController();
  const server = createServer(() => abort.abort());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => server.close());
  const request = get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { signal: abort.signal });
  expect(await open().send(request)).toMatchObject({ ok: false, error: { kind: "cancelled" } });
  expect(await open().send(request)).toMatchObject({ ok: false, error: { kind: "cancelled" } });
});

test("a refused connection names the host and the next step", async () => {
  const service = await startScimService();
  await service.stop();
  const { host } = new URL(service.url);
  expect(english(await open().send(get(service.url)))).toEqual({
    ok: false,
    error: {
      kind: "refused",
      code: "ECONNREFUSED",
      message: `'${host}' refuses the connection. Check that the service runs and that the port of the tenant URL is right.`,
    },
  });
});

test("a token with a line break is refused without being repeated", async () => {
  const answer = await open().send(get("http://127.0.0.1:9/", { headers: { authorization: "Bearer secret\nvalue" } }));
  expect(answer).toMatchObject({ ok: false, error: { kind: "refused", code: "ERR_INVALID_CHAR" } });
  expect(JSON.stringify(answer)).not.toContain("secret");
});

test.each([
  ["ENOTFOUND", "dns"],
  ["EAI_AGAIN", "dns"],
  ["CERT_HAS_EXPIRED", "tls"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "tls"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls"],
  ["ERR_SSL_WRONG_VERSION_NUMBER", "tls"],
  ["ETIMEDOUT", "timeout"],
  ["EHOSTUNREACH", "network"],
  ["EUNHEARDOF", "network"],
])("%s is of kind %s and a sentence that names the host", (code, kind) => {
  const error = toTransportError({ code }, "scim.example.com");
  expect(error).toMatchObject({ kind, code });
  expect(inEnglish(error.message)).toMatch(/'scim\.example\.com'.*\.$/);
});
