import { expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { testConnection } from "#engine/test-connection";
import type { TestConnectionOptions } from "#engine/test-connection";
import { json, scriptedTransport, testClock } from "#test/scripted-transport";

const mapping = openMapping(
  "x.scimmap",
  'provision "X" {\n  tenantUrl "https://x.example/scim"\n  environment test {\n    tenantUrl "https://test.example/scim"\n  }\n}\nmap User -> User {\n  userName = [mail] match 1\n}\n',
);

function optionsOf(
  more: Partial<TestConnectionOptions> = {},
): TestConnectionOptions & { readonly transport: ReturnType<typeof scriptedTransport> } {
  const transport = scriptedTransport(() => json({ schemas: [], totalResults: 0, Resources: [] }));
  return { mapping, now: new Date("2026-11-20T12:00:00Z"), clock: testClock(), guid: "g-1", ...more, transport };
}

test("the address is the caller's, the environment's or the provision's", async () => {
  expect((await testConnection(optionsOf())).target).toBe("https://x.example/scim");
  expect((await testConnection(optionsOf({ environment: "test" }))).target).toBe("https://test.example/scim");
  expect((await testConnection(optionsOf({ environment: "test", targetUrl: "https://y.example" }))).target).toBe("https://y.example");
});

test("only reads are sent, and Entra's probe asks for the value that no account can have", async () => {
  const options = optionsOf();
  await testConnection(options);
  const { requests } = options.transport;
  expect(requests.length).toBeGreaterThan(3);
  expect(new Set(requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  expect(requests.some(({ url }) => decodeURIComponent(url.replaceAll("+", " ")).includes('userName eq "g-1"'))).toBe(true);
});

test("what was learnt is told once, and holds no value of an account", async () => {
  const learned: unknown[] = [];
  const account = { schemas: [], id: "g-1-id", userName: "g-1-name" };
  const transport = scriptedTransport(({ url }) =>
    json({ Resources: url.includes("/Users") && !url.includes("%22g-1%22") ? [account] : [], totalResults: 1 }),
  );
  await testConnection({ ...optionsOf({ onLearned: (facts) => void learned.push(facts) }), transport });
  expect(learned.length).toBe(1);
  expect(JSON.stringify(learned)).not.toContain("g-1");
});

test("a test that read nothing teaches nothing", async () => {
  const learned: unknown[] = [];
  const abort = new AbortController();
  abort.abort();
  await testConnection(optionsOf({ onLearned: (facts) => void learned.push(facts), signal: abort.signal }));
  await testConnection(optionsOf({ onLearned: (facts) => void learned.push(facts), targetUrl: "no URL" }));
  expect(learned).toEqual([]);
});

test("a mapping without an address gives a report that says so", async () => {
  const bare = openMapping("y.scimmap", "map User -> User {\n  userName = [mail] match 1\n}\n");
  const options = optionsOf({ mapping: bare });
  const { checks } = await testConnection(options);
  expect(checks[0]?.grade).toBe("fail");
  expect(options.transport.requests).toEqual([]);
});
