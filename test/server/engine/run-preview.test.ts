import { expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import type { PreviewRun } from "#engine/run-preview";
import { memoryReader } from "#test/memory-reader";
import { snapshotOf } from "#test/preview-scenario";

const map = "map User -> User {\n  userName = [userPrincipalName] match 1\n}\n";
const provision =
  'provision "X" {\n  tenantUrl "https://x.example"\n  deletionThreshold 7\n  environment test {\n    deletionThreshold 3\n  }\n}\n';

async function runOf(text: string, more: Partial<PreviewRun> = {}): Promise<PreviewRun & { readonly reader: MemoryReader }> {
  const snapshot = await snapshotOf({ users: [{ objectId: "u1", userPrincipalName: "ada@example.com", accountEnabled: true }] });
  const reader = memoryReader({ "/Users": [], "/Groups": [] });
  return { mapping: openMapping("x.scimmap", text), snapshot, history: "running", now: new Date("2026-11-20T12:00:00Z"), ...more, reader };
}

type MemoryReader = ReturnType<typeof memoryReader>;

test("a mapping without errors is previewed", async () => {
  const plan = await runPreview(await runOf(provision + map));
  expect(plan.objects.map(({ action }) => action)).toEqual(["create"]);
  expect(plan.complete).toBe(true);
});

test("one with errors asks nothing: the plan is empty, incomplete, and a note says why", async () => {
  const run = await runOf(`${map}map User -> User {\n  userNme = "x"\n  emial = "y"\n}\n`);
  const plan = await runPreview(run);
  expect(plan).toMatchObject({ complete: false, objects: [] });
  expect(plan.notes.length).toBe(1);
  expect(run.reader.asked).toEqual([]);
});

test("an environment has its own settings; one that is not there is refused", async () => {
  const limits = async (environment: string | undefined): Promise<number | undefined> =>
    (await runPreview(await runOf(provision + map, { environment }))).summary.deletionThreshold?.limit;
  expect([await limits(undefined), await limits("test")]).toEqual([7, 3]);
  const refused = await runPreview(await runOf(provision + map, { environment: "prod" }));
  expect(refused).toMatchObject({ complete: false, objects: [] });
  expect(refused.notes.length).toBe(1);
});
