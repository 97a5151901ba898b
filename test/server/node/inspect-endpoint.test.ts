import { createServer } from "node:tls";
import { afterEach, expect, test } from "vitest";
import type { AddressInfo } from "node:net";
import { endpointInspector } from "#node/inspect-endpoint";
import { selfSignedCertificate } from "#test/self-signed-certificate";

const endings: (() => void)[] = [];

afterEach(() => {
  for (const end of endings.splice(0)) end();
});

test("loopback resolves", async () => {
  expect(await endpointInspector.resolve("127.0.0.1")).toEqual({ ok: true, value: ["127.0.0.1"] });
  expect(await endpointInspector.resolve("[::1]")).toEqual({ ok: true, value: ["::1"] });
});

test("a name that cannot exist does not resolve", async () => {
  expect(await endpointInspector.resolve("nowhere.invalid")).toMatchObject({ ok: false, error: { kind: "dns" } });
});

test("a self-signed certificate is described and not trusted", async () => {
  const server = createServer(selfSignedCertificate);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  endings.push(() => server.close());
  const facts = await endpointInspector.inspectTls("127.0.0.1", (server.address() as AddressInfo).port);
  expect(facts).toEqual({
    ok: true,
    value: {
      protocol: "TLSv1.3",
      subject: "scim.test",
      issuer: "scim.test",
      validTo: selfSignedCertificate.validTo,
      trusted: false,
      distrustCode: "DEPTH_ZERO_SELF_SIGNED_CERT",
    },
  });
});

test("a port that refuses is a value", async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(await endpointInspector.inspectTls("127.0.0.1", port)).toMatchObject({ ok: false, error: { kind: "refused" } });
});
