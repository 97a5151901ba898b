import { plainText } from "#base/surfaces";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import type { PlannedObject, ProvisioningPlan } from "#plan/plan";
import { planToJson, renderJson, renderNdjson } from "#views/render-json";
import { renderPlan } from "#views/render-text";
import { memoryReader } from "#test/memory-reader";
import type { TargetContents } from "#test/memory-reader";
import { NOW, snapshotFrom } from "#test/preview-scenario";

const shown = { surface: plainText };
const folder = new URL("../../fixtures/preview/", import.meta.url);
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const read = (name: string, file: string): string => readFileSync(new URL(`${name}/${file}`, folder), "utf8");

async function preview(name: string, person?: string): Promise<ProvisioningPlan> {
  const mapping = openMapping("mapping.scimmap", read(name, "mapping.scimmap"));
  const reader = memoryReader(JSON.parse(read(name, "target.json")) as TargetContents);
  return runPreview({ mapping, snapshot: await snapshotFrom(read(name, "snapshot.json")), reader, history: "running", now: NOW, person });
}

for (const name of names) {
  test(`preview of ${name} as text`, async () => {
    await expect(renderPlan(await preview(name), shown)).toMatchFileSnapshot(`../../fixtures/preview/${name}/expected.txt`);
    const alone = await preview(name, read(name, "person").trim());
    await expect(renderPlan(alone, shown, { inFull: true })).toMatchFileSnapshot(`../../fixtures/preview/${name}/person.txt`);
  });
}

test("rendering does not change the plan", async () => {
  const plan = await preview("small-company");
  const before = JSON.stringify(plan);
  renderPlan(plan, shown);
  renderJson(plan, shown);
  expect(JSON.stringify(plan)).toBe(before);
});

test("JSON has every member of the contract, and NDJSON one object per line", async () => {
  const plan = await preview("small-company");
  const json = JSON.parse(renderJson(plan, shown)) as { readonly summary: object; readonly objects: readonly PlannedObject[] };
  expect(Object.keys(json)).toEqual(["stamp", "complete", "summary", "notes", "objects"]);
  expect(json.summary).toMatchObject({
    create: 1,
    update: 2,
    enable: 1,
    disable: 1,
    delete: 1,
    none: 0,
    skip: 1,
    fail: 2,
    unknown: 0,
    deletionThreshold: { limit: 1, planned: 2, passed: true },
  });
  const members = ["resourceType", "source", "target", "action", "reason", "code", "because", "evidence", "changes", "requests", "steps"];
  for (const object of json.objects) expect(Object.keys(object)).toEqual(members);
  const evidence = json.objects.flatMap((object) => object.evidence);
  expect(evidence.length).toBeGreaterThan(0);
  for (const item of evidence) expect(Object.keys(item)).toEqual(["kind", "asked", "answered", "proves"]);
  const lines = renderNdjson(plan, shown)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toEqual(json.objects);
  expect(planToJson(plan, shown)).toEqual(json);
});
