import { expect, test } from "vitest";
import type { ListFindingCode } from "#scim/list-finding";
import { listFindings } from "#scim/list-finding";
import { createReader } from "#scim/read-service";
import type { JsonValue } from "#scim/resource";
import { english } from "#test/english";
import { json, scriptedTransport, testClock } from "#test/scripted-transport";

/** What a reader finds odd about a list of these pages. */
async function findingsOf(
  ...pages: readonly JsonValue[]
): Promise<readonly { readonly code: ListFindingCode; readonly message: string }[]> {
  const transport = scriptedTransport((_, index) => json(pages[index] ?? { totalResults: 0, Resources: [] }));
  const reader = createReader({ baseUrl: "https://example.com/scim", transport, clock: testClock(), limits: { concurrency: 1 } });
  const list = await reader.list("/Users", { pageSize: 2 });
  if (!list.ok) throw new Error("A list was expected.");
  return english(list.value.findings);
}

const user = (id: string): JsonValue => ({ id });

test("a list in order has no findings", async () => {
  expect(await findingsOf({ totalResults: 1, Resources: [user("1")] })).toEqual([]);
});

test("each oddity has a code of its own beside its sentence", async () => {
  const empty = { totalResults: 1, Resources: [] };
  expect(await findingsOf([user("1")], empty)).toEqual([
    { code: "bare-array", message: "The service answered with a bare array instead of a ListResponse (RFC 7644 §3.4.2)." },
  ]);
  const codes = async (...pages: readonly JsonValue[]): Promise<readonly string[]> => (await findingsOf(...pages)).map(({ code }) => code);
  expect(await codes(user("1"), empty)).toEqual(["single-resource"]);
  expect(await codes({ totalResults: 2, Resources: [{ userName: "a" }, { userName: "b" }] }, empty)).toContain("missing-ids");
  expect(await codes({ totalResults: 9, Resources: [user("1")] }, { totalResults: 9, Resources: [] })).toEqual(["wrong-total"]);
});

test("entries that are no objects are counted over all pages", async () => {
  const pages = [
    { totalResults: 6, Resources: [user("1"), 7] },
    { totalResults: 6, Resources: [user("2"), "x"] },
    { totalResults: 6, Resources: [user("3"), null] },
  ];
  expect((await findingsOf(...pages))[0]).toEqual({
    code: "odd-entries",
    message: "3 entries of 'Resources' are no objects and were left out.",
  });
});

test("a last page without any object is counted, and is no page that comes again", async () => {
  const pages = [
    { totalResults: 3, Resources: [user("1"), user("2")] },
    { totalResults: 3, Resources: [null] },
  ];
  expect((await findingsOf(...pages)).map(({ code }) => code)).toEqual(["odd-entries", "wrong-total"]);
});

test("a page that comes again is told from resources that come again", async () => {
  const page = { totalResults: 4, Resources: [user("1"), user("2")] };
  expect((await findingsOf(page, page)).map(({ code }) => code)).toEqual(["start-index-ignored", "wrong-total"]);
  const next = { totalResults: 4, Resources: [user("2"), user("3")] };
  expect((await findingsOf(page, next)).map(({ code }) => code)).toEqual(["repeated-resources", "wrong-total"]);
});

test("one and several are worded apart, so that each is a sentence to translate", () => {
  const { oddEntries, missingIds, repeatedResources, wrongTotal } = listFindings;
  const both = [oddEntries, missingIds, repeatedResources].flatMap((finding) => [finding(1), finding(2)]);
  expect(english([...both, wrongTotal(3, 1), wrongTotal(3, 0)]).map(({ message }) => message)).toEqual([
    "1 entry of 'Resources' is no object and was left out.",
    "2 entries of 'Resources' are no objects and were left out.",
    "1 resource came without an 'id', which every resource must have (RFC 7643 §3.1).",
    "2 resources came without an 'id', which every resource must have (RFC 7643 §3.1).",
    "1 resource came more than once; each was counted once.",
    "2 resources came more than once; each was counted once.",
    "The service states 'totalResults' 3, but 1 different resource came.",
    "The service states 'totalResults' 3, but 0 different resources came.",
  ]);
});
