import { afterAll, afterEach, describe, expect, test } from "vitest";
import { connectors, findConnector } from "#model/connectors/index";
import type { Connector } from "#model/connectors/connector";
import type { Resource } from "#scim/resource";
import { seedResources } from "#sandbox/seed";
import { startSandbox } from "#sandbox/sandbox";
import type { Sandbox, SandboxOptions } from "#sandbox/sandbox";
import { english } from "#test/english";
import { ask, find, page, startedSandbox } from "#test/sandbox-client";

const running: Sandbox[] = [];

async function start(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startedSandbox(options);
  running.push(sandbox);
  return sandbox;
}

afterEach(async () => {
  await Promise.all(running.splice(0).map((sandbox) => sandbox.stop()));
});

const shared = new Map<string, Promise<Sandbox>>();

/** One for all tests that only read of this shape. */
function reading(shape: Connector): Promise<Sandbox> {
  const sandbox = shared.get(shape.id) ?? startedSandbox({ connector: shape });
  shared.set(shape.id, sandbox);
  return sandbox;
}

afterAll(async () => {
  for (const sandbox of shared.values()) await (await sandbox).stop();
});

function connector(id: string): Connector {
  return findConnector(id)!;
}

const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
const ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

describe.each(connectors)("the sandbox of $id", (shape) => {
  test("lies on loopback and answers nobody without its token", async () => {
    const sandbox = await reading(shape);
    expect(new URL(sandbox.url).hostname).toBe("127.0.0.1");

    for (const authorization of [undefined, "Bearer wrong", `bearer`, `Basic ${sandbox.token}`]) {
      const answer = await fetch(`${sandbox.url}/Users`, authorization === undefined ? {} : { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers.get("www-authenticate")).toMatch(/^Bearer /);
      expect(await answer.text()).not.toContain(sandbox.token);
    }
  });

  test("holds its story, and pages of seven add up to it", async () => {
    const sandbox = await reading(shape);
    const seeded = seedResources(shape);
    const users = seeded.filter((resource) => "userName" in resource);

    const seen: string[] = [];
    for (let startIndex = 1; ; startIndex += 7) {
      const list = await page(sandbox, `/Users?startIndex=${startIndex}&count=7`);
      expect(list.totalResults).toBe(users.length);
      expect(list.startIndex).toBe(startIndex);
      expect(list.itemsPerPage).toBe(list.Resources.length);
      if (list.Resources.length === 0) break;
      seen.push(...list.Resources.map(({ id }) => id));
    }
    expect(seen).toEqual(users.map((user) => user["id"]));
  });

  test("returns every seeded resource whole, at the place its meta names", async () => {
    const sandbox = await reading(shape);
    for (const seed of seedResources(shape)) {
      const endpoint = "userName" in seed ? "/Users" : "/Groups";
      const id = seed["id"] as string;
      const { status, text } = await ask(sandbox, "GET", `${endpoint}/${id}`);
      const { schemas: _schemas, meta, ...read } = JSON.parse(text) as { schemas: string[]; meta: { location: string } };
      const { meta: _meta, ...seeded } = seed;
      expect(status).toBe(200);
      expect(read).toEqual(withoutEmpty(seeded));
      expect(meta.location).toBe(`${sandbox.url}${endpoint}/${id}`);
    }
  });

  test("answers filters by what the application can look up, and refuses the others", async () => {
    const sandbox = await reading(shape);
    const tables = Object.entries(shape.resourceTypes ?? { User: { attributes: [{ path: "userName", filterable: true }] } });
    for (const [name, { attributes }] of tables) {
      for (const { path, filterable } of attributes) {
        const { status, text } = await ask(sandbox, "GET", `/${name}s?filter=${encodeURIComponent(`${path} eq "nobody at all"`)}`);
        expect([path, status]).toEqual([path, filterable === false ? 400 : 200]);
        expect(text).toContain(filterable === false ? `"scimType":"invalidFilter"` : `"totalResults":0`);
      }
    }
  });

  test("describes itself: resource types and extensions of the connector, and no ability it lacks", async () => {
    const sandbox = await reading(shape);
    const types = (await page(sandbox, "/ResourceTypes")).Resources.map(({ name }) => name);
    expect(types).toEqual(Object.keys(shape.resourceTypes ?? { User: {}, Group: {} }));

    const schemas = (await page(sandbox, "/Schemas")).Resources.map(({ id }) => id);
    expect(schemas).toEqual(expect.arrayContaining(shape.schemas.map(({ id }) => id)));

    const config = JSON.parse((await ask(sandbox, "GET", "/ServiceProviderConfig")).text) as Record<string, { supported: boolean }>;
    expect(config).toMatchObject({
      patch: { supported: true },
      filter: { supported: true, maxResults: 200 },
      sort: { supported: true },
      bulk: { supported: false },
      etag: { supported: false },
      changePassword: { supported: false },
    });
    expect((await ask(sandbox, "POST", "/Bulk", { schemas: [] })).status).toBe(501);
    expect((await ask(sandbox, "GET", "/Users")).headers.has("etag")).toBe(false);
  });

  test("takes a user, changes it, refuses a second one of that name, and lets it go", async () => {
    const sandbox = await start({ connector: shape });
    const user = { schemas: [USER], userName: "new.hire@contoso.com", displayName: "New Hire", active: true, unheardOf: "x" };
    const created = await ask(sandbox, "POST", "/Users", user);
    expect(created.status).toBe(201);
    const { id, unheardOf } = JSON.parse(created.text) as { id: string; unheardOf?: string };
    expect(unheardOf).toBeUndefined();

    const twin = await ask(sandbox, "POST", "/Users", { ...user, userName: "NEW.HIRE@contoso.com" });
    expect([twin.status, JSON.parse(twin.text)]).toMatchObject([409, { scimType: "uniqueness" }]);

    const operations = [
      { op: "replace", path: "active", value: false },
      { op: "add", path: "name.givenName", value: "Renée" },
      // What Entra ID writes for an app role.
      { op: "add", path: "roles", value: [{ primary: true, type: "WindowsAzureActiveDirectoryRole", value: "user" }] },
    ];
    expect((await ask(sandbox, "PATCH", `/Users/${id}`, { schemas: [PATCH], Operations: operations })).status).toBe(200);
    expect(JSON.parse((await ask(sandbox, "GET", `/Users/${id}`)).text)).toMatchObject({ active: false, name: { givenName: "Renée" } });

    expect((await ask(sandbox, "DELETE", `/Users/${id}`)).status).toBe(204);
    expect((await ask(sandbox, "GET", `/Users/${id}`)).status).toBe(404);
  });

  test("is gone when it has stopped: its port is free for the next", async () => {
    const first = await startedSandbox({ connector: shape });
    const port = Number(new URL(first.url).port);
    await first.stop();
    await expect(fetch(`${first.url}/Users`)).rejects.toThrow();

    const second = await start({ connector: shape, port });
    expect(second.url).toBe(first.url);
    expect(second.token).not.toBe(first.token);
  });
});

/** The library does not return empty objects. */
function withoutEmpty(resource: Resource): Resource {
  return Object.fromEntries(
    Object.entries(resource).filter(([, value]) => typeof value !== "object" || value === null || Object.keys(value).length > 0),
  );
}

describe("what an application can look up by finds its own", () => {
  const adele = "e1a70000-0001-4b2c-8d3e-5ca1ab1e0001";
  const serviceDesk = "9c0ffee0-0002-4d5a-9f6b-5ca1ab1e0002";
  const lookups: readonly (readonly [connector: string, path: string, value: string, id: string])[] = [
    ["purecloud", "userName", "adele.vance@contoso.com", adele],
    ["purecloud", "displayName", "Service Desk", serviceDesk],
    ["grouptalk", "userName", "adele.vance@contoso.com", adele],
    ["grouptalk", 'phoneNumbers[type eq "mobile"].value', "+447700900101", adele],
    ["grouptalk", 'emails[type eq "work"].value', "adele.vance@contoso.com", adele],
    ["grouptalk", "displayName", "Service Desk", serviceDesk],
    ["webex", "userName", "adele.vance@contoso.com", adele],
    ["webex", "displayName", "Service Desk", serviceDesk],
  ];

  test.each(lookups)("%s: %s", async (name, path, value, id) => {
    const sandbox = await reading(connector(name));
    const endpoint = path === "displayName" ? "/Groups" : "/Users";
    expect((await find(sandbox, endpoint, `${path} eq "${value}"`)).Resources.map((resource) => resource.id)).toEqual([id]);
  });

  test("and the list above is complete", () => {
    const tables = connectors.flatMap(({ id, resourceTypes }) =>
      Object.values(resourceTypes ?? {}).flatMap(({ attributes }) => attributes.map((row) => ({ id, ...row }))),
    );
    const known = tables.filter(({ filterable }) => filterable === true).map(({ id, path }) => `${id} ${path}`);
    expect(known.toSorted()).toEqual(lookups.map(([name, path]) => `${name} ${path}`).toSorted());
  });
});

describe("filters", () => {
  test("mind case as the schema says", async () => {
    const sandbox = await reading(connector("generic"));
    expect((await find(sandbox, "/Users", 'userName eq "LIAM.NOVAK@contoso.com"')).totalResults).toBe(1);
    // Identifiers are case-exact (RFC 7643 §3.1).
    expect((await find(sandbox, "/Users", 'externalId eq "5f0e8a10-0001-4c3b-9d52-c0ffee000001"')).totalResults).toBe(1);
    expect((await find(sandbox, "/Users", 'externalId eq "5F0E8A10-0001-4C3B-9D52-C0FFEE000001"')).totalResults).toBe(0);
  });

  test("know URNs, value paths, alternatives and every script", async () => {
    const sandbox = await reading(connector("generic"));
    const expected: Readonly<Record<string, number>> = {
      [`${USER}:userName eq "adele.vance@contoso.com"`]: 1,
      [`${ENTERPRISE}:employeeNumber eq "100040"`]: 1,
      [`${ENTERPRISE}:manager.value eq "e1a70000-0040-4b2c-8d3e-5ca1ab1e0040" and active eq false`]: 1,
      'userName eq "adele.vance@contoso.com" or userName eq "dmitri.volkov@contoso.com"': 2,
      'emails[type eq "work"].value eq "noah.whitfield@contoso.com"': 2,
      'emails[type eq "work" and value eq "yuki.tanaka@contoso.com"]': 1,
      'name.familyName eq "O\'Brien"': 1,
      'name.familyName eq "田中"': 1,
      'phoneNumbers[type eq "mobile"].value eq "+1 (206) 555-0147"': 1,
      'name.givenName sw "no such" or name.givenName co "ŁUKASZ"': 1,
    };
    for (const [filter, hits] of Object.entries(expected)) {
      expect([filter, (await find(sandbox, "/Users", filter)).totalResults]).toEqual([filter, hits]);
    }
  });

  test("read groups without their members when asked to", async () => {
    const sandbox = await reading(connector("grouptalk"));
    const query = `/Groups?excludedAttributes=members&filter=${encodeURIComponent('displayName eq "sales emea"')}`;
    const [group] = (await page(sandbox, query)).Resources;
    expect(group).toMatchObject({ displayName: "Sales EMEA" });
    expect(group).not.toHaveProperty("members");
  });
});

describe("what an application refuses", () => {
  test("PureCloud neither creates nor deletes groups, but changes their members", async () => {
    const sandbox = await start({ connector: connector("purecloud") });
    const [group] = (await find(sandbox, "/Groups", 'displayName eq "Service Desk"')).Resources;
    const { id, members = [] } = group!;

    expect((await ask(sandbox, "POST", "/Groups", { schemas: [GROUP], displayName: "Another" })).status).toBe(403);
    expect((await ask(sandbox, "DELETE", `/Groups/${id}`)).status).toBe(403);

    const added = "e1a70000-0004-4b2c-8d3e-5ca1ab1e0004";
    const change = { schemas: [PATCH], Operations: [{ op: "add", path: "members", value: [{ value: added }] }] };
    const answer = await ask(sandbox, "PATCH", `/Groups/${id}`, change);
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject({ members: [...members, { value: added }] });
  });

  test("RingCentral has no groups at all", async () => {
    const sandbox = await start({ connector: connector("ringcentral") });
    expect((await ask(sandbox, "GET", "/Groups")).status).toBe(404);
  });

  test("PureCloud takes its own telephone types, and nobody else's", async () => {
    const sandbox = await start({ connector: connector("purecloud") });
    const withPhone = (type: string, name: string) =>
      ask(sandbox, "POST", "/Users", {
        schemas: [USER],
        userName: `${name}@contoso.com`,
        displayName: name,
        active: true,
        phoneNumbers: [{ type, value: "+442079460199" }],
      });
    expect((await withPhone("work4", "one")).status).toBe(201);
    expect((await withPhone("satellite", "two")).status).toBe(400);
  });

  test("RingCentral answers 300 reads in a minute, and names the wait", async () => {
    const sandbox = await start({ connector: connector("ringcentral") });
    let refused: Awaited<ReturnType<typeof ask>> | undefined;
    // The minute may turn while the test asks; two minutes' worth cannot fit into what is left of one.
    for (let asked = 0; asked <= 600 && refused === undefined; asked += 1) {
      const answer = await ask(sandbox, "GET", "/ServiceProviderConfig");
      if (answer.status === 429) refused = answer;
    }
    expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused?.headers.get("retry-after"))).toBeLessThanOrEqual(60);
  });
});

describe("starting", () => {
  test("with other people leaves the story out", async () => {
    const people = [{ schemas: [USER], id: "7", userName: "ada@example.com", active: true }];
    const sandbox = await start({ connector: connector("webex"), people });
    expect((await page(sandbox, "/Users")).Resources).toMatchObject([{ id: "7", userName: "ada@example.com" }]);
    expect((await page(sandbox, "/Groups")).totalResults).toBe(0);
  });

  test("on a taken port says so", async () => {
    const sandbox = await start({ connector: connector("generic") });
    const port = Number(new URL(sandbox.url).port);
    expect(english(await startSandbox({ connector: connector("generic"), port }))).toEqual({
      ok: false,
      error: {
        kind: "port-taken",
        message: `Port ${port} is in use on this machine. Choose another port, or none to take any free one.`,
      },
    });
  });

  test("two shapes at a time keep to themselves", async () => {
    const [grouptalk, webex] = await Promise.all([start({ connector: connector("grouptalk") }), start({ connector: connector("webex") })]);
    expect((await page(grouptalk, "/Schemas")).totalResults).toBe(5);
    expect((await page(webex, "/Schemas")).totalResults).toBe(2);
  });
});
