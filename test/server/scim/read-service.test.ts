import fc from "fast-check";
import { expect, test } from "vitest";
import { failure } from "#base/result";
import type { Result } from "#base/result";
import { inEnglish } from "#base/render-sentence";
import { say } from "#base/sentence";
import { createReader } from "#scim/read-service";
import type { ReaderLimits } from "#scim/read-service";
import type { ScimReader } from "#scim/reader";
import type { JsonValue } from "#scim/resource";
import type { ScimError } from "#scim/scim-error";
import { cases } from "#test/cases";
import { english } from "#test/english";
import type { English } from "#test/english";
import { json, scriptedTransport, testClock, text } from "#test/scripted-transport";
import type { ScriptedTransport, TestClock } from "#test/scripted-transport";

const someone = 'userName eq "ada lovelace"';

function readerOf(transport: ScriptedTransport, clock: TestClock = testClock(), limits: Partial<ReaderLimits> = {}): ScimReader {
  return createReader({ baseUrl: "https://example.com/scim", transport, clock, limits: { concurrency: 1, ...limits } });
}

function errorOf(result: Result<unknown, ScimError>): English<ScimError> {
  if (result.ok) throw new Error("A failure was expected.");
  return english(result.error);
}

function valueOf<T>(result: Result<T, ScimError>): T {
  if (!result.ok) throw new Error(inEnglish(result.error.message));
  return result.value;
}

const page = (ids: readonly string[], totalResults?: number): JsonValue => ({
  Resources: ids.map((id) => ({ id })),
  ...(totalResults === undefined ? {} : { totalResults }),
});

test("a filter is encoded once, spaces as %20, and the query of the tenant URL stays", async () => {
  const transport = scriptedTransport(() => json(page([])));
  const reader = createReader({ baseUrl: "https://example.com/scim/?aadOptscim062020", transport, clock: testClock() });
  await reader.query("/Users", 'userName eq "ada@example.com"', { excludedAttributes: ["members"] });
  expect(transport.requests[0]?.url).toBe(
    "https://example.com/scim/Users?aadOptscim062020&excludedAttributes=members&filter=userName%20eq%20%22ada%40example.com%22",
  );
  expect(transport.requests[0]?.method).toBe("GET");
  expect(transport.requests[0]?.headers["accept"]).toBe("application/scim+json, application/json;q=0.9, */*;q=0.1");
});

test("an id is one encoded segment of the path", async () => {
  const transport = scriptedTransport(() => json({ id: "a/b@example.com" }));
  await readerOf(transport).get("/Users", "a/b@example.com");
  expect(transport.requests[0]?.url).toBe("https://example.com/scim/Users/a%2Fb%40example.com");
});

test("an id that would leave the endpoint is refused without a request", async () => {
  const transport = scriptedTransport(() => json({}));
  const error = errorOf(await readerOf(transport).get("/Users", ".."));
  expect(error.kind).toBe("transport");
  expect(transport.requests).toHaveLength(0);
});

test("a tenant URL that is none is a failure of each read, not an exception", async () => {
  const transport = scriptedTransport(() => json({}));
  const reader = createReader({ baseUrl: "example.com/scim", transport });
  expect(errorOf(await reader.list("/Users")).message).toContain("'example.com/scim' is not a URL.");
  expect(transport.requests).toHaveLength(0);
});

test("user name and password in the tenant URL are not kept", () => {
  const reader = createReader({ baseUrl: "https://ada:secret@example.com/scim/", transport: scriptedTransport(() => json({})) });
  expect(reader.baseUrl).toBe("https://example.com/scim");
});

test("404 on a resource is none", async () => {
  const reader = readerOf(scriptedTransport(() => json({ detail: "gone" }, 404)));
  expect(valueOf(await reader.get("/Users", "1"))).toBeUndefined();
});

test("404 on a filter query is none, with a finding", async () => {
  const list = valueOf(await readerOf(scriptedTransport(() => json({ detail: "none" }, 404))).query("/Users", someone));
  expect(list.resources).toEqual([]);
  expect(english(list.findings.map(({ message }) => message))).toEqual([
    "The service answers 404 when a filter matches nothing; RFC 7644 §3.4.2 and Entra expect 200 with an empty list. It was read as 'none'.",
  ]);
});

test("404 with a web page on a filter query is a wrong address, not none", async () => {
  const reader = readerOf(scriptedTransport(() => text("<html>Not here</html>", 404, { "content-type": "text/html" })));
  expect(errorOf(await reader.query("/Users", someone)).kind).toBe("unexpected-content");
});

test("404 on a list without a filter is a failure", async () => {
  expect(errorOf(await readerOf(scriptedTransport(() => json({}, 404))).list("/Users"))).toMatchObject({ kind: "scim", status: 404 });
});

test.each([
  ["Resources missing", { totalResults: 0 }],
  ["Resources null", { totalResults: 0, Resources: null }],
  ["only the schema of a list", { schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"] }],
])("%s is none", async (_, body) => {
  expect(valueOf(await readerOf(scriptedTransport(() => json(body))).query("/Users", someone)).resources).toEqual([]);
});

test("keys are read without case", async () => {
  const reader = readerOf(scriptedTransport(() => json({ TotalResults: 1, resources: [{ ID: 7, userName: "ada" }] })));
  expect(valueOf(await reader.query("/Users", someone)).resources).toEqual([{ id: "7", userName: "ada" }]);
});

test("JSON that is no list is a failure, never 'none'", async () => {
  const error = errorOf(await readerOf(scriptedTransport(() => json({ error: "maintenance" }))).query("/Users", someone));
  expect(error).toMatchObject({ kind: "unexpected-content", excerpt: '{"error":"maintenance"}' });
});

test.each([
  ["schemas", "list of schemas"],
  ["resourceTypes", "list of resource types"],
] as const)("JSON that is neither a list nor an entry of one is no answer to %s", async (asked, what) => {
  for (const body of [{ error: "maintenance" }, "maintenance", 7, {}]) {
    const error = errorOf(await readerOf(scriptedTransport(() => json(body)))[asked]());
    expect(error).toMatchObject({ kind: "unexpected-content", excerpt: JSON.stringify(body) });
    expect(error.message).toContain(`JSON that is no ${what}: '`);
  }
  for (const body of [[], { Resources: [] }, { totalResults: 0 }, { Resources: null }, [{ odd: true }]]) {
    expect(await readerOf(scriptedTransport(() => json(body)))[asked]()).toEqual({ ok: true, value: [] });
  }
});

test("a page instead of JSON is shown short and escaped, and no header with it", async () => {
  const html = `<html>\u202esign in${"x".repeat(1000)}`;
  const reader = readerOf(scriptedTransport(() => text(html, 200, { "content-type": "text/html", "set-cookie": "session=secret" })));
  const error = errorOf(await reader.list("/Users"));
  expect(error.kind).toBe("unexpected-content");
  expect(error.message).toContain("begins '<html>\u202esign in");
  expect(error.message.length).toBeLessThan(500);
  expect(JSON.stringify(error)).not.toContain("secret");
});

test("JSON nested without end is refused", async () => {
  const reader = readerOf(scriptedTransport(() => text(`{"Resources":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, 200)));
  expect(errorOf(await reader.list("/Users")).message).toContain("nested more than 100 levels deep");
});

test.each<[string, JsonValue, string]>([
  ["detail", { detail: "No such attribute" }, "No such attribute"],
  ["one level down", { status: 400, response: { detail: "No such attribute" } }, "No such attribute"],
  ["SCIM 1.1", { Errors: [{ description: "No such attribute", code: "400" }] }, "No such attribute"],
  ["JSON in text", { code: 400, message: '{"detail":"No such attribute"}' }, "No such attribute"],
  ["a list of texts", { errorMessage: ["No", "such", "attribute"] }, "No such attribute"],
])("the explanation of an error is found: %s", async (_, body, detail) => {
  expect(errorOf(await readerOf(scriptedTransport(() => json(body, 400))).list("/Users"))).toMatchObject({
    kind: "scim",
    status: 400,
    detail,
  });
});

test("scimType is kept as text, and a message names no query", async () => {
  const reader = readerOf(scriptedTransport(() => json({ scimType: "invalidFilter", detail: "Bad" }, 400)));
  const error = errorOf(await reader.query("/Users", someone));
  expect(error).toMatchObject({ kind: "scim", scimType: "invalidFilter" });
  expect(error.message).toBe("'https://example.com/scim/Users' answered 400 (invalidFilter) and says: 'Bad'.");
});

test("401 and 403 are told apart", async () => {
  expect(errorOf(await readerOf(scriptedTransport(() => json({ detail: "Bad token" }, 401))).list("/Users"))).toMatchObject({
    kind: "unauthorized",
    status: 401,
    detail: "Bad token",
  });
  expect(errorOf(await readerOf(scriptedTransport(() => text("", 403))).list("/Users"))).toMatchObject({
    kind: "unauthorized",
    status: 403,
  });
});

test("a redirect to another origin is reported and not followed", async () => {
  const transport = scriptedTransport(() => text("", 307, { location: "https://evil.test/scim/Users?q=1" }));
  expect(errorOf(await readerOf(transport).list("/Users"))).toMatchObject({
    kind: "redirected",
    status: 307,
    location: "https://evil.test/scim/Users",
  });
  expect(transport.requests).toHaveLength(1);
});

test("a 307 within the origin is followed, a bounded number of times", async () => {
  const once = scriptedTransport((_, index) => (index === 0 ? text("", 307, { location: "/v2/Users" }) : json(page(["1"], 1))));
  expect(valueOf(await readerOf(once).list("/Users")).resources).toEqual([{ id: "1" }]);
  expect(once.requests[1]?.url).toBe("https://example.com/v2/Users");
  const circle = scriptedTransport(() => text("", 308, { location: "/scim/Users" }));
  expect(errorOf(await readerOf(circle, testClock(), { maxRedirects: 3 }).list("/Users")).kind).toBe("redirected");
  expect(circle.requests).toHaveLength(4);
});

test("Retry-After in seconds is waited for", async () => {
  const clock = testClock();
  const transport = scriptedTransport((_, index) =>
    index === 0 ? text("Too Many Requests", 429, { "retry-after": "7" }) : json(page(["1"], 1)),
  );
  const reader = readerOf(transport, clock);
  expect(valueOf(await reader.list("/Users")).resources).toHaveLength(1);
  expect(clock.waits).toEqual([7000]);
  expect(reader.statistics).toMatchObject({ requests: 2, retries: 1 });
});

test("Retry-After as a date is waited for", async () => {
  const clock = testClock(Date.parse("2026-11-20T12:00:00Z"));
  const transport = scriptedTransport((_, index) =>
    index === 0 ? text("", 503, { "retry-after": "Fri, 20 Nov 2026 12:00:30 GMT" }) : json(page([], 0)),
  );
  expect((await readerOf(transport, clock).list("/Users")).ok).toBe(true);
  expect(clock.waits).toEqual([30_000]);
});

test("a Retry-After beyond the cap ends the read and says so", async () => {
  const clock = testClock();
  const transport = scriptedTransport(() => text("", 429, { "retry-after": "3600" }));
  expect(errorOf(await readerOf(transport, clock).list("/Users"))).toMatchObject({ kind: "rate-limited", retryAfter: 3600 });
  expect(clock.waits).toEqual([]);
  expect(transport.requests).toHaveLength(1);
});

test("passing failures are repeated with growing, jittered pauses, a bounded number of times", async () => {
  const clock = testClock(0, 0.5);
  const transport = scriptedTransport(() => text("", 502));
  expect(errorOf(await readerOf(transport, clock, { attempts: 4, backOff: 1000 }).list("/Users"))).toMatchObject({
    kind: "scim",
    status: 502,
  });
  expect(transport.requests).toHaveLength(4);
  // Half of 1, 2 and 4 seconds is fixed, the other half is multiplied by the random number 0.5.
  expect(clock.waits).toEqual([750, 1500, 3000]);
});

test("a dropped connection is tried again, a refused one is not", async () => {
  const dropped = scriptedTransport((_, index) => (index === 0 ? failure({ kind: "network", message: say`Dropped.` }) : json(page([], 0))));
  expect((await readerOf(dropped).list("/Users")).ok).toBe(true);
  const refused = scriptedTransport(() => failure({ kind: "refused", message: say`Refused.` }));
  expect(errorOf(await readerOf(refused).list("/Users"))).toMatchObject({ kind: "transport", message: "Refused." });
  expect(refused.requests).toHaveLength(1);
});

test("a cancelled reader sends nothing more", async () => {
  const abort = new AbortController();
  const transport = scriptedTransport(() => {
    abort.abort();
    return json(page(["1"], 500));
  });
  const reader = createReader({
    baseUrl: "https://example.com",
    transport,
    clock: testClock(),
    signal: abort.signal,
    limits: { concurrency: 1 },
  });
  expect(errorOf(await reader.list("/Users"))).toMatchObject({ kind: "transport", transport: { kind: "cancelled" } });
  expect(transport.requests).toHaveLength(1);
});

test("requests keep to the rate asked for", async () => {
  const clock = testClock();
  const reader = readerOf(
    scriptedTransport(() => json({ id: "1" })),
    clock,
    { requestsPerMinute: 60 },
  );
  for (const id of ["1", "2", "3"]) await reader.get("/Users", id);
  expect(clock.waits).toEqual([1000, 1000]);
});

test("no more requests are under way than allowed", async () => {
  let running = 0;
  let most = 0;
  const transport = {
    async send() {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return json({ id: "1" });
    },
  };
  const reader = createReader({ baseUrl: "https://example.com", transport, clock: testClock(), limits: { concurrency: 3 } });
  await Promise.all(Array.from({ length: 20 }, (_, index) => reader.get("/Users", String(index))));
  expect(most).toBe(3);
});

test("paging goes on from the number received, not from the number asked for", async () => {
  const transport = scriptedTransport((_, index) => json(page(index === 0 ? ["1", "2"] : index === 1 ? ["3", "4"] : ["5"], 5)));
  const list = valueOf(await readerOf(transport).list("/Users", { pageSize: 100 }));
  expect(list.resources.map((resource) => resource["id"])).toEqual(["1", "2", "3", "4", "5"]);
  expect(list).toMatchObject({ pages: 3, totalResults: 5, findings: [] });
  expect(transport.requests.map(({ url }) => new URL(url).searchParams.get("startIndex"))).toEqual(["1", "3", "5"]);
});

test("a service that always sends the same page is noticed", async () => {
  const transport = scriptedTransport(() => json(page(["1", "2"], 10)));
  const list = valueOf(await readerOf(transport).list("/Users", { pageSize: 2 }));
  expect(list.resources).toHaveLength(2);
  expect(english(list.findings.map(({ message }) => message))).toEqual([
    "Page 2 held only resources of earlier pages, so reading stopped there: the service ignores or misreads 'startIndex' (RFC 7644 §3.4.2.4).",
    "The service states 'totalResults' 10, but 2 different resources came.",
  ]);
});

test("a total that is the size of the page does not end the reading", async () => {
  const pages = [["1", "2"], ["3", "4"], []];
  const transport = scriptedTransport((_, index) => json(page(pages[index] ?? [], pages[index]?.length ?? 0)));
  const list = valueOf(await readerOf(transport).list("/Users", { pageSize: 2 }));
  expect(list.resources).toHaveLength(4);
});

test("repeated resources are counted once", async () => {
  const list = valueOf(await readerOf(scriptedTransport(() => json(page(["1", "1"], 1)))).query("/Users", someone));
  expect(list.resources).toEqual([{ id: "1" }]);
  expect(english(list.findings.map(({ message }) => message))).toEqual(["1 resource came more than once; each was counted once."]);
});

test("a resource without an id is kept and named", async () => {
  const list = valueOf(
    await readerOf(scriptedTransport(() => json({ totalResults: 1, Resources: [{ userName: "ada" }] }))).query("/Users", someone),
  );
  expect(list.resources).toEqual([{ userName: "ada" }]);
  expect(english(list.findings.map(({ message }) => message))).toEqual([
    "1 resource came without an 'id', which every resource must have (RFC 7643 §3.1).",
  ]);
});

test("cursors are followed where a service uses them, and a repeated one ends it", async () => {
  const transport = scriptedTransport((_, index) =>
    json({ Resources: [{ id: String(index) }], nextCursor: index < 2 ? `c${index}` : "c0" }),
  );
  const list = valueOf(await readerOf(transport).list("/Users"));
  expect(list.resources).toHaveLength(3);
  expect(transport.requests.map(({ url }) => new URL(url).searchParams.get("cursor"))).toEqual([null, "c0", "c1"]);
  expect(english(list.findings.map(({ message }) => message))).toEqual([
    "The service repeats a 'nextCursor' (RFC 9865 §2.1), so reading stopped there.",
  ]);
});

test("maxPages stops early; the limit of the reader is a failure", async () => {
  const transport = scriptedTransport((_, index) => json(page([String(index)], 1000)));
  expect(valueOf(await readerOf(transport, testClock(), { concurrency: 8 }).list("/Users", { maxPages: 2 })).resources).toHaveLength(2);
  expect(transport.requests).toHaveLength(2);
  expect(errorOf(await readerOf(transport, testClock(), { maxPages: 5 }).list("/Users")).message).toContain("after 5 pages");
});

test("with onPage nothing is kept", async () => {
  const seen: number[] = [];
  const transport = scriptedTransport((_, index) => json(page([`${index}a`, `${index}b`], 4)));
  const list = valueOf(await readerOf(transport).list("/Users", { onPage: (resources) => void seen.push(resources.length) }));
  expect(seen).toEqual([2, 2]);
  expect(list.resources).toEqual([]);
});

test("reading ahead gives what reading in turn gives", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 8 }),
      async (total, size, concurrency) => {
        const all = Array.from({ length: total }, (_, index) => String(index));
        const transport = scriptedTransport(({ url }) => {
          const start = Number(new URL(url).searchParams.get("startIndex"));
          return json(page(all.slice(start - 1, start - 1 + size), total));
        });
        const list = valueOf(await readerOf(transport, testClock(), { concurrency }).list("/Users", { pageSize: 10 }));
        expect(list.resources.map((resource) => resource["id"])).toEqual(all);
        expect(english(list.findings.map(({ message }) => message))).toEqual([]);
      },
    ),
    { numRuns: cases(60, 2000) },
  );
});

test("paging ends for any service that lies", async () => {
  const anyPage = fc.record(
    {
      Resources: fc.oneof(
        fc.constant(null),
        fc.array(fc.oneof(fc.record({ id: fc.integer({ min: 0, max: 9 }).map(String) }), fc.jsonValue() as fc.Arbitrary<JsonValue>), {
          maxLength: 4,
        }),
      ),
      totalResults: fc.oneof(fc.integer({ min: -2, max: 50 }), fc.constant("12")),
      itemsPerPage: fc.integer({ min: 0, max: 50 }),
      nextCursor: fc.constantFrom("a", "b", ""),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anyPage, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 4 }), async (pages, concurrency) => {
      const transport = scriptedTransport((_, index) => json(pages[index % pages.length] ?? {}));
      await readerOf(transport, testClock(), { concurrency }).list("/Users", { pageSize: 2 });
      // Ten ids, at most one page without a new one, and what was asked ahead of time.
      expect(transport.requests.length).toBeLessThanOrEqual(12 + concurrency * 2);
    }),
    { numRuns: cases(300, 2000) },
  );
});

test("discovery is read from a list, an array and a single object", async () => {
  const schema = {
    ID: "urn:example:2.0:Badge",
    name: "Badge",
    attributes: [{ name: "number", type: "String", Mutability: "READONLY", required: "True" }],
  };
  for (const body of [{ totalResults: 1, Resources: [schema] }, [schema], schema]) {
    const [read] = valueOf(await readerOf(scriptedTransport(() => json(body))).schemas());
    expect(read).toMatchObject({
      id: "urn:example:2.0:Badge",
      attributes: [{ name: "number", type: "string", mutability: "readOnly", required: true }],
    });
  }
});

test("schemas without an id are left out, and missing sub-attributes are those of RFC 7643 §2.4", async () => {
  const body = [{ name: "No id" }, { id: "urn:example:2.0:X", attributes: [{ name: "tags", type: "complex", multiValued: true }] }];
  const schemas = valueOf(await readerOf(scriptedTransport(() => json(body))).schemas());
  expect(schemas).toHaveLength(1);
  expect(schemas[0]?.attributes[0]?.subAttributes?.map(({ name }) => name)).toEqual(["value", "display", "type", "primary", "$ref"]);
});

test("resource types get their endpoint relative to the base, extensions in either shape", async () => {
  const body = [
    {
      name: "User",
      endpoint: "https://example.com/scim/Users/",
      schema: "urn:u",
      schemaExtensions: ["urn:e", { schema: "urn:f", required: true }],
    },
    { name: "Group", endpoint: "Groups", schema: "urn:g" },
    { name: "Nothing" },
  ];
  expect(valueOf(await readerOf(scriptedTransport(() => json(body))).resourceTypes())).toEqual([
    {
      name: "User",
      endpoint: "/Users",
      schema: "urn:u",
      schemaExtensions: [
        { schema: "urn:e", required: undefined },
        { schema: "urn:f", required: true },
      ],
    },
    { name: "Group", endpoint: "/Groups", schema: "urn:g", schemaExtensions: [] },
  ]);
});

test("each part of a service provider configuration stands alone", async () => {
  const body = {
    patch: { supported: "True" },
    bulk: { supported: false },
    filter: "maybe",
    sort: true,
    authenticationSchemes: [{ type: "oauth2" }, 7],
  };
  expect(valueOf(await readerOf(scriptedTransport(() => json(body))).serviceProviderConfig())).toEqual({
    patch: true,
    bulk: false,
    filter: undefined,
    filterMaxResults: undefined,
    sort: true,
    etag: undefined,
    authenticationSchemes: ["oauth2"],
  });
});
