import { expect, test } from "vitest";
import { foldPlan } from "#plan/plan-parts";
import type { PlanPart } from "#plan/plan-parts";
import { planParts, previewProvisioning } from "#provisioning/preview";
import { memoryReader } from "#test/memory-reader";
import { account, NOW, openScenario, person, snapshotOf } from "#test/preview-scenario";

async function input(): Promise<Parameters<typeof planParts>[0]> {
  const { model, text } = openScenario({});
  return {
    model,
    settings: model.provision.settings,
    environment: undefined,
    mappingText: text,
    snapshot: await snapshotOf({ users: [person(), person({ objectId: "u2", userPrincipalName: "b@example.com" })] }),
    reader: memoryReader({ "/Users": [account()], "/Groups": [] }),
    history: "running",
    now: NOW,
  };
}

test("objects come as they are decided, and the end comes last and once", async () => {
  const kinds: string[] = [];
  for await (const part of planParts(await input())) kinds.push(part.kind === "object" ? part.object.source.id : part.kind);
  expect(kinds).toEqual(["u1", "u2", "end"]);
});

test("the whole plan is a fold over its parts", async () => {
  expect(await foldPlan(planParts(await input()))).toEqual(await previewProvisioning(await input()));
});

test("whoever has seen enough may stop", async () => {
  const seen: PlanPart[] = [];
  for await (const part of planParts(await input())) {
    seen.push(part);
    break;
  }
  expect(seen).toHaveLength(1);
});

test("parts without an end are no plan", async () => {
  async function* cut(): AsyncGenerator<PlanPart> {
    for await (const part of planParts(await input())) if (part.kind === "object") yield part;
  }
  await expect(foldPlan(cut())).rejects.toThrow("ends with its summary");
});
