import { afterEach, expect, test } from "vitest";
import { httpsTransport } from "#node/https-transport";
import { createReader } from "#scim/read-service";
import { expectOnlyReads, startRecordingServer } from "#test/recording-server";
import type { RecordingServer } from "#test/recording-server";
import { startScimService, users } from "#test/scim-service";

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function startRecorded(): Promise<RecordingServer> {
  const service = await startScimService({ users: users(3) });
  const recorder = await startRecordingServer(`${service.url}?aadOptscim062020`);
  endings.push(
    () => recorder.stop(),
    () => service.stop(),
  );
  return recorder;
}

test("a reader behind the recorder sends GET and nothing else", async () => {
  const recorder = await startRecorded();
  const transport = httpsTransport();
  endings.push(() => transport.close());
  const list = await createReader({ baseUrl: recorder.url, transport }).list("/Users", { pageSize: 2 });
  expect(list).toMatchObject({ ok: true, value: { totalResults: 3 } });
  expect(recorder.requests.map(({ url }) => url)).toEqual([
    "/scim/Users?aadOptscim062020&startIndex=1&count=2",
    "/scim/Users?aadOptscim062020&startIndex=3&count=2",
  ]);
  expect(() => expectOnlyReads(recorder)).not.toThrow();
});

test("a planted POST is caught", async () => {
  const recorder = await startRecorded();
  await fetch(new URL("/scim/Users?filter=x", recorder.url), { method: "GET" });
  await fetch(new URL("/scim/Users", recorder.url), { method: "POST", body: "{}" });
  expect(() => expectOnlyReads(recorder)).toThrow("The recording server saw more than reads: POST /scim/Users.");
});

test("a recorder that saw nothing proves nothing", async () => {
  const recorder = await startRecorded();
  expect(() => expectOnlyReads(recorder)).toThrow("saw no request");
});
