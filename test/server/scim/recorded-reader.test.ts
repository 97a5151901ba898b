import { expect, test } from "vitest";
import { rfcSource } from "#scim/core-schemas";
import { recordedReader } from "#scim/recorded-reader";
import type { JsonValue, Resource } from "#scim/resource";
import { buildCatalog } from "#scim/schema-catalog";

const catalog = buildCatalog([rfcSource]);

function user(id: string, more: Resource = {}): Resource {
  return { id, meta: { resourceType: "User" }, ...more };
}

function group(id: string, more: Resource = {}): Resource {
  return { id, meta: { resourceType: "Group" }, ...more };
}

function listOf(totalResults: number, Resources: readonly Resource[]): JsonValue {
  return { schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults, Resources };
}

async function proofOf(documents: readonly JsonValue[], endpoint = "/Users"): Promise<string> {
  const list = await recordedReader({ name: "target", documents, catalog }).list(endpoint);
  if (!list.ok) throw new Error("A list was expected.");
  const { proof, resources } = list.value;
  return `${resources.length} ${proof.whole ? proof.by : proof.because}`;
}

test("a recording is whole where it states nothing, or what it holds", async () => {
  expect(await proofOf([])).toBe("0 recording-states");
  expect(await proofOf([[user("1"), user("2")]])).toBe("2 recording-states");
  expect(await proofOf([user("1"), user("2")])).toBe("2 recording-states");
  expect(await proofOf([listOf(3, [user("1"), user("2")]), listOf(3, [user("3")])])).toBe("3 recording-states");
});

test("case 12: a recording that states more than it holds is a part", async () => {
  const users = Array.from({ length: 100 }, (_, index) => user(String(index)));
  expect(await proofOf([listOf(196, users)])).toBe("100 recording-holds-less");
  expect(await proofOf([listOf(196, users), listOf(1, [group("g")])], "/Groups")).toBe("1 recording-states");
});

test("one that lists an id twice may lack others", async () => {
  expect(await proofOf([listOf(2, [user("1"), user("2")]), listOf(2, [user("2")])])).toBe("2 recording-repeats-id");
});

test("what was listed and asked for alone is one resource, and the answer to its id is the one that it gave alone", async () => {
  const documents = [listOf(1, [group("g", { displayName: "Sales" })]), group("g", { displayName: "Sales", members: [{ value: "1" }] })];
  expect(await proofOf(documents, "/Groups")).toBe("1 recording-states");
  const found = await recordedReader({ name: "target", documents, catalog }).get("/Groups", "g");
  expect(found.ok && found.value?.["members"]).toEqual([{ value: "1" }]);
});

test("whether somebody is missing can be said of a whole recording only, and a query of none", async () => {
  const whole = recordedReader({ name: "target", documents: [listOf(1, [user("1")])], catalog });
  const part = recordedReader({ name: "target", documents: [listOf(9, [user("1")])], catalog });
  expect(await whole.get("/Users", "2")).toEqual({ ok: true, value: undefined });
  expect((await part.get("/Users", "2")).ok).toBe(false);
  expect((await part.get("/Users", "1")).ok).toBe(true);
  expect((await whole.query("/Users", 'userName eq "ada"')).ok).toBe(false);
});
