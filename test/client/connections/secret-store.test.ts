import { expect, test } from "vitest";
import { boundUrl, openSecretStore } from "../../../client/src/connections/secret-store.ts";

const grouptalk = { provision: "GroupTalk", environment: "provision", tenantUrl: "https://api.grouptalk.com/api/scim/" };

test("a token is given out for the tenant URL it was entered for", async () => {
  const secrets = openSecretStore(memoryStorage());
  await secrets.store(grouptalk, "made-up");
  expect(await secrets.read(grouptalk)).toEqual({ status: "present", token: "made-up" });
});

test.each([
  ["scheme", "http://api.grouptalk.com/api/scim/"],
  ["host", "https://api.grouptalk.example/api/scim/"],
  ["port", "https://api.grouptalk.com:8443/api/scim/"],
  ["path", "https://api.grouptalk.com/other/scim/"],
])("a token is not given out for another %s", async (_part, tenantUrl) => {
  const secrets = openSecretStore(memoryStorage());
  await secrets.store(grouptalk, "made-up");
  expect(await secrets.read({ ...grouptalk, tenantUrl })).toEqual({ status: "other-url", url: "https://api.grouptalk.com/api/scim" });
});

test("a closing slash and a query make no other tenant URL", () => {
  expect(boundUrl("https://api.grouptalk.com/api/scim?aadOptscim062020")).toBe("https://api.grouptalk.com/api/scim");
  expect(boundUrl("https://API.grouptalk.com:443/api/scim/")).toBe("https://api.grouptalk.com/api/scim");
});

test("environments and provisions do not share a token, whatever their names", async () => {
  const secrets = openSecretStore(memoryStorage());
  await secrets.store({ ...grouptalk, provision: 'a","b', environment: "c" }, "made-up");
  expect(await secrets.read({ ...grouptalk, provision: "a", environment: 'b","c' })).toEqual({ status: "absent" });
  expect(await secrets.read({ ...grouptalk, provision: 'a","b', environment: "d" })).toEqual({ status: "absent" });
});

test("a forgotten token is gone, also when the tenant URL has changed meanwhile", async () => {
  const storage = memoryStorage();
  const secrets = openSecretStore(storage);
  await secrets.store(grouptalk, "made-up");
  expect(await secrets.forget({ ...grouptalk, tenantUrl: "https://elsewhere.example/" })).toBe(true);
  expect(await secrets.forget(grouptalk)).toBe(false);
  expect(storage.entries.size).toBe(0);
});

function memoryStorage() {
  const entries = new Map<string, string>();
  return {
    entries,
    get: async (key: string) => entries.get(key),
    store: async (key: string, value: string) => void entries.set(key, value),
    delete: async (key: string) => void entries.delete(key),
  };
}
