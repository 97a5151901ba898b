import { afterEach, expect, test } from "vitest";
import { failure, success } from "#base/result";
import { say } from "#base/sentence";
import { plainText } from "#base/surfaces";
import { openMapping } from "#engine/open-mapping";
import { testConnection } from "#engine/test-connection";
import type { TestConnectionOptions } from "#engine/test-connection";
import type { TargetKnowledge } from "#model/target-knowledge";
import { httpsTransport } from "#node/https-transport";
import type { CheckId, ConnectionCheck, ConnectionReport } from "#plan/connection-report";
import { renderConnectionReport } from "#views/render-connection";
import { authorise } from "#http/authorised-transport";
import type { EndpointInspector, TlsFacts } from "#http/endpoint-inspector";
import { english } from "#test/english";
import type { English } from "#test/english";
import { expectOnlyReads, startRecordingServer } from "#test/recording-server";
import { aGroup, startScimService, users } from "#test/scim-service";
import type { FakeService, FakeServiceOptions, Quirks } from "#test/scim-service";
import type { JsonValue } from "#scim/resource";
import { json, scriptedTransport, testClock, text as page } from "#test/scripted-transport";
import type { Answer } from "#test/scripted-transport";

const guid = "9f1d2b7c-5a43-4f0e-8a55-0c1b2d3e4f50";
const now = new Date("2026-11-20T12:00:00Z");

const text = `provision "Test" {
  connector generic
}

map User -> User {
  userName                       = [userPrincipalName]   match 1
  emails[type eq "work"].value   = [mail]                match 2
  active                         = Not([IsSoftDeleted])
  displayName                    = [displayName]
}
`;
const groups = `
map Group -> Group {
  displayName = [displayName]   match 1
}
`;

const endings: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

async function serve(options: FakeServiceOptions): Promise<FakeService> {
  const service = await startScimService({ users: users(5), groups: [aGroup(1)], ...options });
  endings.push(() => service.stop());
  return service;
}

const inspector: EndpointInspector = {
  resolve: () => Promise.resolve(success(["127.0.0.1"])),
  inspectTls: () => Promise.resolve(success(goodTls)),
};

const goodTls: TlsFacts = {
  protocol: "TLSv1.3",
  subject: "example.com",
  issuer: "A Well-Known Authority",
  validTo: "2027-06-01T00:00:00.000Z",
  trusted: true,
  distrustCode: undefined,
};

type Options = Partial<TestConnectionOptions> & { readonly source?: string };

async function reportOf(targetUrl: string, more: Options = {}): Promise<ConnectionReport> {
  const { source = text, ...options } = more;
  const transport = httpsTransport();
  endings.push(() => transport.close());
  return testConnection({
    mapping: openMapping("test.scimmap", source),
    targetUrl,
    transport,
    inspector,
    now,
    clock: testClock(),
    guid,
    ...options,
  });
}

async function run(targetUrl: string, more: Options = {}): Promise<English<ConnectionReport>> {
  return english(await reportOf(targetUrl, more));
}

async function against(quirks: Quirks, more: FakeServiceOptions = {}): Promise<English<ConnectionReport>> {
  return run((await serve({ quirks, ...more })).url);
}

function check(report: English<ConnectionReport>, id: CheckId): English<ConnectionCheck> {
  const found = report.checks.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no check '${id}'.`);
  return found;
}

function grades(report: English<ConnectionReport>): Record<string, string> {
  return Object.fromEntries(report.checks.map(({ id, grade }) => [id, grade]));
}

test("a service in order passes every check", async () => {
  const service = await serve({});
  const report = await run(service.url);
  expect(report.target).toBe(service.url);
  expect(grades(report)).toEqual({
    resolves: "pass",
    tls: "skipped",
    authorised: "pass",
    "entra-probe": "pass",
    "service-provider-config": "pass",
    schemas: "pass",
    "resource-types": "pass",
    "matching-filter": "pass",
    paging: "pass",
    "patch-and-soft-delete": "pass",
    "rate-limit": "pass",
  });
  expect(report.checks.every(({ advice, grade }) => grade === "skipped" || advice === null)).toBe(true);
});

test("only GET is sent, and Entra's probe has its exact form", async () => {
  const service = await serve({});
  const recorder = await startRecordingServer(service.url);
  endings.unshift(() => recorder.stop());
  await run(recorder.url, { source: text + groups });
  expectOnlyReads(recorder);
  const urls = recorder.requests.map(({ url }) => url);
  expect(urls).toContain(`/scim/Users?filter=userName%20eq%20%22${guid}%22`);
  expect(urls).toContain(`/scim/Groups?excludedAttributes=members&filter=displayName%20eq%20%22${guid}%22`);
});

test("a filtered path is asked in the spelling that Entra sends, which is not the standard's", async () => {
  const service = await serve({});
  const recorder = await startRecordingServer(service.url);
  endings.unshift(() => recorder.stop());
  await run(recorder.url, { source: text.replace("userName", 'emails[type eq "work"].value') });
  const filters = recorder.requests.map(({ url }) => new URL(url, "http://service.test").searchParams.get("filter"));
  expect(filters).toContain(`emails[type eq "work"].value eq "${guid}"`);
  expect(filters).toContain('emails[type eq "work"].value eq "user1@example.com"');
});

test("no check tells a value of an account", async () => {
  const report = await run((await serve({})).url);
  expect(JSON.stringify(report)).not.toMatch(/user\d@example/i);
});

test("a host that does not resolve makes everything after it pointless", async () => {
  const transport = scriptedTransport(() => json({}));
  const blind: EndpointInspector = { ...inspector, resolve: () => Promise.resolve(failure({ kind: "dns", message: say`No such host.` })) };
  const report = await run("https://nowhere.example/scim", { inspector: blind, transport });
  expect(check(report, "resolves")).toMatchObject({ grade: "fail", answered: "No such host." });
  expect(report.checks.slice(1).every(({ grade }) => grade === "skipped")).toBe(true);
  expect(check(report, "paging").answered).toBe("Not asked, because the host name 'nowhere.example' does not resolve.");
  expect(transport.requests).toHaveLength(0);
});

test("a mapping without a tenant URL gives a report that says so", async () => {
  const report = await run("", {});
  expect(check(report, "resolves")).toMatchObject({ grade: "fail", answered: "'' is not a URL." });
});

test("plain http beyond loopback stops the test before the token is sent", async () => {
  const transport = scriptedTransport(() => json({}));
  const report = await run("http://example.com/scim", { transport });
  expect(check(report, "tls")).toMatchObject({ grade: "fail", answered: "The tenant URL does not begin with 'https:'." });
  expect(transport.requests).toHaveLength(0);
});

test.each<[string, Partial<TlsFacts>, string, string | null]>([
  ["in order", {}, "pass", null],
  ["an old protocol", { protocol: "TLSv1.1" }, "fail", "Switch on TLS 1.2; Entra refuses older versions."],
  ["expiring tomorrow", { validTo: "2026-11-21T13:00:00.000Z" }, "deviation", "The certificate expires in 1 day. Renew it before then."],
  ["expiring today", { validTo: "2026-11-20T20:00:00.000Z" }, "deviation", "The certificate expires within a day. Renew it before then."],
  ["soon expiring", { validTo: "2026-11-30T12:00:00.000Z" }, "deviation", "The certificate expires in 10 days. Renew it before then."],
  [
    "expired",
    { validTo: "2026-11-01T00:00:00.000Z", trusted: false },
    "fail",
    "The certificate has expired. Renew it; Entra does not connect either.",
  ],
  [
    "self-signed",
    { trusted: false, distrustCode: "DEPTH_ZERO_SELF_SIGNED_CERT" },
    "fail",
    "The certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT). Install one that a well-known authority issued for this host name.",
  ],
])("TLS %s", async (_, facts, grade, advice) => {
  const transport = scriptedTransport(() => json({}, 404));
  const looking: EndpointInspector = { ...inspector, inspectTls: () => Promise.resolve(success({ ...goodTls, ...facts })) };
  expect(check(await run("https://example.com/scim", { inspector: looking, transport }), "tls")).toMatchObject({ grade, advice });
});

test("without an inspector the answers of the service have to tell", async () => {
  const report = await run((await serve({})).url, { inspector: undefined });
  expect(grades(report)).toMatchObject({ resolves: "skipped", authorised: "pass" });
});

test("a wrong token fails and later checks are not asked", async () => {
  const service = await serve({ token: "right-token" });
  const transport = httpsTransport();
  endings.push(() => transport.close());
  const report = await run(service.url, { transport: authorise(transport, { token: "wrong-token", boundTo: service.url }) });
  expect(check(report, "authorised").grade).toBe("fail");
  expect(check(report, "authorised").advice).toContain("Set a valid secret token");
  expect(check(report, "entra-probe").answered).toBe("Not asked, because the service does not accept the token.");
  expect(JSON.stringify(report)).not.toContain("wrong-token");
  expect(service.requests).toHaveLength(1);
});

test("the right token passes", async () => {
  const service = await serve({ token: "right-token" });
  const transport = httpsTransport();
  endings.push(() => transport.close());
  const report = await run(service.url, { transport: authorise(transport, { token: "right-token", boundTo: service.url }) });
  expect(check(report, "authorised").grade).toBe("pass");
});

test("for a connector with an OAuth sign-in the advice says where a token for tests comes from", async () => {
  const service = await serve({ token: "right-token" });
  const report = await run(service.url, { source: text.replace("generic", "ringcentral") });
  expect(check(report, "authorised").advice).toContain("there is no secret token to copy from there");
  expect(check(report, "authorised").advice).toContain("obtain an access token of your own");
});

test("a page instead of JSON is a wrong address", async () => {
  const service = await serve({
    quirks: { intercept: () => ({ status: 200, body: "<html>Sign in</html>", headers: { "content-type": "text/html" } }) },
  });
  const report = await run(`${service.url}/Users`);
  expect(check(report, "authorised")).toMatchObject({ grade: "fail" });
  expect(check(report, "authorised").advice).toBe(
    "Take the last part off the tenant URL: it must be the base to which '/Users' is appended.",
  );
  expect(check(report, "schemas").grade).toBe("skipped");
});

test("a redirect to another host is reported and not followed", async () => {
  const report = await against({ intercept: () => ({ status: 302, headers: { location: "https://elsewhere.example/scim" } }) });
  expect(check(report, "authorised")).toMatchObject({ grade: "fail" });
  expect(check(report, "authorised").answered).toContain("redirects to 'https://elsewhere.example/scim'");
});

test("404 for nobody fails Entra's probe", async () => {
  const report = await against({ notFoundForNone: true });
  expect(check(report, "entra-probe")).toMatchObject({ grade: "fail" });
  expect(check(report, "entra-probe").advice).toContain("quarantine after a 404");
});

test("an ignored filter fails Entra's probe and the matching filter", async () => {
  const report = await against({ ignoresFilter: true });
  expect(check(report, "entra-probe").answered).toBe("The service found 5 resources for a value that nobody has: it ignores the filter.");
  expect(check(report, "matching-filter").grade).toBe("fail");
});

test("an ignored filter is noticed with a single account, too", async () => {
  const report = await against({ ignoresFilter: true }, { users: users(1) });
  expect(check(report, "entra-probe").grade).toBe("fail");
  expect(check(report, "matching-filter").answered).toContain("'emails[type eq \"work\"].value': 1 account came without having the value");
});

test("an attribute that cannot be filtered by is named, and remembered", async () => {
  let facts: TargetKnowledge | undefined;
  const service = await serve({
    quirks: {
      intercept: (url) =>
        (url.searchParams.get("filter") ?? "").startsWith("emails")
          ? { status: 400, body: { scimType: "invalidFilter", detail: "Only userName" } }
          : undefined,
    },
  });
  const report = await run(service.url, { onLearned: (learned) => (facts = learned) });
  expect(check(report, "matching-filter")).toMatchObject({ grade: "fail" });
  expect(check(report, "matching-filter").answered).toContain("(invalidFilter) and says: 'Only userName'.");
  expect(facts?.filterable).toEqual([
    { resourceType: "User", path: "userName", filterable: true },
    { resourceType: "User", path: 'emails[type eq "work"].value', filterable: false },
  ]);
  expect(facts?.resourceTypes.map(({ name }) => name)).toEqual(["User", "Group"]);
});

test("what groups cannot be looked up by is not said of users", async () => {
  const service = await serve({
    quirks: {
      intercept: ({ pathname, searchParams }) =>
        pathname.endsWith("/Groups") && searchParams.has("filter")
          ? { status: 400, body: { scimType: "invalidFilter", detail: "Not for groups" } }
          : undefined,
    },
  });
  let knowledge: TargetKnowledge | undefined;
  const source = text.replace("[displayName]\n", "[displayName] match 3\n") + groups;
  await run(service.url, { source, onLearned: (learned) => (knowledge = learned) });
  const said = (resourceType: string): unknown =>
    knowledge?.filterable.find((fact) => fact.resourceType === resourceType && fact.path === "displayName")?.filterable;
  expect([said("User"), said("Group")]).toEqual([true, false]);
});

test("a filter that finds nothing although the account exists fails", async () => {
  const report = await against({
    intercept: (url) =>
      (url.searchParams.get("filter") ?? "").startsWith("emails") ? { status: 200, body: { totalResults: 0, Resources: [] } } : undefined,
  });
  expect(check(report, "matching-filter").answered).toContain("no account, although one with this value exists");
});

test("a service that minds the case of userName deviates", async () => {
  const report = await against({
    intercept: (url) =>
      /userName eq "USER/.test(url.searchParams.get("filter") ?? "")
        ? { status: 200, body: { totalResults: 0, Resources: [] } }
        : undefined,
  });
  expect(check(report, "matching-filter")).toMatchObject({ grade: "deviation" });
  expect(check(report, "matching-filter").answered).toContain("found only when upper and lower case agree");
});

test("two accounts with the matching value deviate", async () => {
  const twins = users(2).map((user) => ({ ...user, userName: "same@example.com" }));
  const report = await against({}, { users: twins });
  expect(check(report, "matching-filter").answered).toContain("'userName': 2 accounts have the same value.");
});

test("an empty target leaves the matching filter untried, with the reason", async () => {
  const report = await against({}, { users: [] });
  expect(check(report, "matching-filter")).toMatchObject({ grade: "skipped" });
  expect(check(report, "paging").grade).toBe("skipped");
});

test("a service without discovery deviates and provisioning can still work", async () => {
  const report = await reportOf((await serve({ quirks: { noDiscovery: true } })).url);
  expect(grades(english(report))).toMatchObject({
    "service-provider-config": "deviation",
    schemas: "deviation",
    "resource-types": "deviation",
    "matching-filter": "pass",
  });
  expect(renderConnectionReport(report, { surface: plainText })).toContain("Provisioning can work.");
});

test("bare arrays are as good as lists", async () => {
  expect(grades(await against({ bareDiscoveryArrays: true }))).toMatchObject({ schemas: "pass", "resource-types": "pass" });
});

test("a mapped attribute that the service does not have is named", async () => {
  const source = text.replace("displayName                    = [displayName]", "urn:example:params:2.0:User:badge = [employeeId]");
  const report = await run((await serve({})).url, { source });
  expect(check(report, "schemas")).toMatchObject({ grade: "fail" });
  expect(check(report, "schemas").advice).toContain("'urn:example:params:2.0:User:badge'");
  expect(check(report, "resource-types")).toMatchObject({ grade: "deviation" });
  expect(check(report, "resource-types").advice).toContain("'urn:example:params:2.0:User'");
});

test("an attribute of the RFC that the service does not list deviates", async () => {
  const only = [
    {
      id: "urn:ietf:params:scim:schemas:core:2.0:User",
      name: "User",
      attributes: [{ name: "userName" }, { name: "emails" }, { name: "active" }],
    },
  ];
  const report = await against({ intercept: (url) => (url.pathname.endsWith("/Schemas") ? { status: 200, body: only } : undefined) });
  expect(check(report, "schemas")).toMatchObject({
    grade: "deviation",
    advice: "The service does not list 'displayName', which RFC 7643 defines: check that it keeps the value.",
  });
});

test("a resource type that is missing fails, one elsewhere deviates", async () => {
  const userType = { name: "User", endpoint: "/People", schema: "urn:ietf:params:scim:schemas:core:2.0:User" };
  const service = await serve({
    quirks: { intercept: (url) => (url.pathname.endsWith("/ResourceTypes") ? { status: 200, body: [userType] } : undefined) },
  });
  expect(check(await run(service.url), "resource-types").advice).toBe(
    "The service has User at '/People', but Entra always asks '/Users': offer it there too.",
  );
  expect(check(await run(service.url, { source: text + groups }), "resource-types").advice).toContain("no resource type 'Group'");
});

test("a service that ignores startIndex fails paging", async () => {
  const report = await against({ ignoresPaging: true });
  expect(check(report, "paging")).toMatchObject({ grade: "fail" });
});

test("a service that ignores count deviates", async () => {
  const report = await against({
    intercept: (url) => {
      const from = Number(url.searchParams.get("startIndex")) - 1;
      return url.searchParams.get("count") === "2"
        ? { status: 200, body: { totalResults: 3, Resources: users(3).slice(from) } }
        : undefined;
    },
  });
  expect(check(report, "paging")).toMatchObject({ grade: "deviation", answered: "3 resources came at once although 2 were asked for." });
});

test("no PATCH fails, not saying so deviates", async () => {
  const withPatch = (patch: boolean | undefined): Promise<English<ConnectionReport>> =>
    against(
      {},
      { serviceProviderConfig: { filter: { supported: true }, ...(patch === undefined ? {} : { patch: { supported: patch } }) } },
    );
  expect(check(await withPatch(false), "patch-and-soft-delete").grade).toBe("fail");
  expect(check(await withPatch(undefined), "patch-and-soft-delete").grade).toBe("deviation");
  expect(check(await withPatch(undefined), "service-provider-config").advice).toContain("nothing usable about 'patch'");
});

test("rate-limit headers are shown, refusals deviate", async () => {
  const announced = await against({ headers: { "x-ratelimit-limit": "100" } });
  expect(check(announced, "rate-limit").answered).toBe("The service announces x-ratelimit-limit: 100.");
  const refused = await against({ intercept: (_, index) => (index === 1 ? { status: 429, headers: { "retry-after": "1" } } : undefined) });
  expect(check(refused, "rate-limit")).toMatchObject({ grade: "deviation" });
  expect(check(refused, "entra-probe").grade).toBe("pass");
});

test("two mappings to one endpoint ask by the same attribute once", async () => {
  const service = await serve({});
  const report = await run(service.url, { source: text + text.slice(text.indexOf("map User")) });
  expect(check(report, "entra-probe").asked).toBe(`GET /Users?filter=userName eq "${guid}"`);
  expect(check(report, "matching-filter").answered).toBe(
    "'userName': exactly that account. 'emails[type eq \"work\"].value': exactly that account.",
  );
});

test("every finding has codes to decide by, and what is decided is in no sentence", async () => {
  const codesOf = (report: English<ConnectionReport>): Record<string, readonly string[]> =>
    Object.fromEntries(report.checks.map(({ id, codes }) => [id, codes]));
  expect(codesOf(await run((await serve({})).url))).toEqual({
    resolves: ["address-found"],
    tls: ["on-loopback"],
    authorised: ["listed"],
    "entra-probe": ["nobody-found"],
    "service-provider-config": ["configuration-complete"],
    schemas: ["schemas-agree"],
    "resource-types": ["types-agree"],
    "matching-filter": ["account-found"],
    paging: ["pages-differ"],
    "patch-and-soft-delete": ["patch-announced", "active-known"],
    "rate-limit": ["no-refusal"],
  });
  const lame = await against({ notFoundForNone: true, ignoresPaging: true, noDiscovery: true });
  expect(codesOf(lame)).toMatchObject({
    "entra-probe": ["not-found-for-none"],
    schemas: ["not-discoverable"],
    paging: ["start-index-ignored"],
    "patch-and-soft-delete": ["patch-unstated", "active-known"],
  });
  const refused = await run((await serve({ token: "right-token" })).url);
  expect(codesOf(refused)).toMatchObject({ authorised: ["token-refused"], "entra-probe": ["pointless"], paging: ["pointless"] });
});

test("a service that refuses for now is told from one that refuses the token, and no option of a host is named", async () => {
  const busy = await against({ intercept: () => ({ status: 429, headers: { "retry-after": "600" } }) });
  expect(check(busy, "authorised")).toMatchObject({ codes: ["rate-limited"], advice: "Wait, then run the test again." });
  expect(check(busy, "paging").answered).toBe("Not asked, because the service refuses further requests for now.");
  const once = await against({ intercept: (_, index) => (index === 1 ? { status: 429, headers: { "retry-after": "1" } } : undefined) });
  expect(check(once, "rate-limit").codes).toEqual(["requests-refused"]);
  expect(JSON.stringify([busy, once])).not.toContain("--");
});

/** A service in order whose answers to some requests never arrive as they should. */
async function againstUnanswered(when: (url: URL) => boolean, answer: Answer, more: Options = {}) {
  let knowledge: TargetKnowledge | undefined;
  const transport = httpsTransport();
  endings.push(() => transport.close());
  const report = await run((await serve({})).url, {
    transport: { send: (request) => (when(new URL(request.url)) ? Promise.resolve(answer) : transport.send(request)) },
    onLearned: (learned) => (knowledge = learned),
    ...more,
  });
  return { report, knowledge };
}

const filtersByMail = ({ searchParams }: URL): boolean => (searchParams.get("filter") ?? "").startsWith("emails");
const timeout: Answer = failure({ kind: "timeout", message: say`The service took too long.` });

test.each([
  ["a request that ran out of time", timeout, "fail", "unreachable"],
  ["one that was refused for its number", json({}, 429), "fail", "rate-limited"],
  ["one that was not allowed", json({}, 403), "fail", "reading-forbidden"],
  ["one that a gateway answered", page("<html>down</html>", 502), "fail", "service-fails"],
  ["one that was cancelled", failure({ kind: "cancelled", message: say`Cancelled.` } as const), "skipped", "cancelled"],
] as const)("%s says nothing of what can be filtered by", async (_, answer, grade, code) => {
  const { report, knowledge } = await againstUnanswered(filtersByMail, answer);
  const { codes } = check(report, "matching-filter");
  expect(codes).toContain(code);
  expect(codes).not.toContain("filter-refused");
  expect(knowledge?.filterable).toEqual([{ resourceType: "User", path: "userName", filterable: true }]);
  const probed = await againstUnanswered(({ searchParams }) => searchParams.has("filter"), answer);
  expect(check(probed.report, "entra-probe")).toMatchObject({ grade, codes: [code] });
  expect(probed.knowledge?.filterable).toEqual([]);
});

test("nor does one for a value that nobody has, or in other case", async () => {
  const impossible = ({ search }: URL): boolean => search.includes("emails") && search.includes(guid);
  const first = await againstUnanswered(impossible, timeout);
  expect(check(first.report, "matching-filter").codes).toEqual(["account-found", "unreachable"]);
  expect(first.knowledge?.filterable.map(({ path }) => path)).toEqual(["userName"]);
  const second = await againstUnanswered(({ search }) => search.includes("USER"), timeout);
  expect(check(second.report, "matching-filter").codes).toEqual(["account-found"]);
});

test("a filter that Entra's probe saw ignored is none to filter by, however few accounts there are", async () => {
  let knowledge: TargetKnowledge | undefined;
  const service = await serve({ quirks: { ignoresFilter: true }, users: users(1) });
  await run(service.url, { onLearned: (learned) => (knowledge = learned) });
  expect(knowledge?.filterable.map(({ filterable }) => filterable)).toEqual([false, false]);
});

test.each([
  ["service-provider-config", "/ServiceProviderConfig"],
  ["schemas", "/Schemas"],
  ["resource-types", "/ResourceTypes"],
  ["paging", "/Users?startIndex=1&count=2"],
] as const)("%s is not judged by requests without an answer", async (id, path) => {
  for (const [answer, code] of [
    [timeout, "unreachable"],
    [json({}, 429), "rate-limited"],
  ] as const) {
    const { report } = await againstUnanswered(({ href }) => href.endsWith(path), answer);
    expect(check(report, id)).toMatchObject({ grade: "deviation", codes: [code] });
  }
});

test("a test that is cancelled on its way fails nothing for it, and does not say that provisioning can work", async () => {
  for (const path of ["/Users?startIndex=1&count=5", "/Schemas"]) {
    const abort = new AbortController();
    const when = ({ href }: URL): boolean => {
      if (href.endsWith(path)) abort.abort();
      return abort.signal.aborted;
    };
    const answer: Answer = failure({ kind: "cancelled", message: say`Cancelled.` });
    const transport = httpsTransport();
    endings.push(() => transport.close());
    const report = await reportOf((await serve({})).url, {
      transport: { send: (request) => (when(new URL(request.url)) ? Promise.resolve(answer) : transport.send(request)) },
      signal: abort.signal,
    });
    expect(report.checks.map(({ grade }) => grade)).not.toContain("fail");
    expect(report.checks.at(-1)?.codes).toEqual(["cancelled"]);
    expect(renderConnectionReport(report, { surface: plainText })).toMatch(/\nThe test was cancelled\. \d passed,/);
  }
});

test("what is counted reads as a sentence, whatever the number", async () => {
  const said = async (id: CheckId, body: JsonValue, path: string) =>
    check(await against({ intercept: ({ pathname }) => (pathname.endsWith(path) ? { status: 200, body } : undefined) }), id).answered;
  const config = { patch: { supported: true }, filter: { supported: false, maxResults: 1 }, bulk: { supported: false } };
  expect(await said("service-provider-config", config, "/ServiceProviderConfig")).toBe(
    "Supported: patch. Not supported: filter, bulk. Not stated: sort, etag. A list holds at most 1 result.",
  );
  const oneSchema = { Resources: [{ id: "urn:x", name: "x", attributes: [] }], totalResults: 1 };
  expect(await said("schemas", oneSchema, "/Schemas")).toBe(
    "The service lists 1 schema; a mapped attribute is missing in it, or cannot be written.",
  );
  const few = async (count: number) => check(await against({}, { users: users(count) }), "paging").answered;
  expect([await few(0), await few(1), await few(2)]).toEqual([
    "The service has nothing there to page through.",
    "The service has 1 resource there, too few to page through.",
    "The service has 2 resources there, too few to page through.",
  ]);
  const once = await against({
    intercept: (_, index) => (index === 1 ? { status: 429, headers: { "retry-after": "1" }, body: {} } : undefined),
  });
  expect(check(once, "rate-limit").answered).toMatch(/^1 of \d+ requests was refused with 429\./);
});

test("a cancelled test says so", async () => {
  const abort = new AbortController();
  abort.abort();
  const report = await run((await serve({})).url, { signal: abort.signal });
  expect(report.checks.every(({ answered }) => answered === "Not asked, because the test was cancelled.")).toBe(true);
});

test("the text has a line per check and advice under what is not in order", async () => {
  const service = await serve({ token: "right-token" });
  const report = await reportOf(service.url);
  const lines = renderConnectionReport(report, { surface: plainText }).split("\n");
  expect(lines[0]).toBe(`Connection test of ${service.url}`);
  expect(lines[2]).toBe("pass       The address resolves                    127.0.0.1 is 127.0.0.1. (0 ms)");
  expect(lines[4]).toContain("fail       The token is accepted                   'http://");
  expect(lines[5]).toBe("           asked: GET /Users?startIndex=1&count=5");
  expect(lines[6]).toBe("           by: RFC 7644 §2; Entra: Authorization: Bearer");
  expect(lines[7]).toContain("           do: Set a valid secret token");
  expect(lines.at(-1)).toBe("Provisioning would not work. 1 passed, 0 deviate, 1 failed, 9 skipped.");
});
