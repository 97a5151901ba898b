import { openMapping } from "#engine/open-mapping";
import type { OpenedMapping } from "#engine/open-mapping";
import { runPreview } from "#engine/run-preview";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import { readSnapshot } from "#directory/read-snapshot";
import type { ProvisioningPlan } from "#plan/plan";
import { createReader } from "#scim/read-service";
import { testClock } from "../scripted-transport.ts";
import { opened } from "../directory.ts";
import { composed } from "./fault.ts";
import type { Fault } from "./fault.ts";
import { judge, truthText } from "./judge.ts";
import { soundService, transportOf } from "./service.ts";
import { byEntra, byStore, subjectsOf } from "./truth.ts";
import { mappingOf, snapshotTextOf } from "./world.ts";
import type { VariantName, World } from "./world.ts";

/** What is played: a world with a mapping, at a certain moment of a job's life. */
export interface Scene {
  readonly world: World;
  readonly variant: VariantName;
  readonly history: "first" | "running";
}

/** What came of it. */
export interface Played {
  readonly plan: ProvisioningPlan;
  /** What is wrong with the plan. */
  readonly wrong: readonly string[];
  /** What is right, to see whether a fault changes that. */
  readonly truth: string;
  /** URLs, in the order of arrival. */
  readonly asked: readonly string[];
}

const mappings = new Map<VariantName, OpenedMapping>();

function openedMapping(variant: VariantName): OpenedMapping {
  const mapping = mappings.get(variant) ?? openMapping(`${variant}.scimmap`, mappingOf(variant));
  mappings.set(variant, mapping);
  return mapping;
}

const snapshots = new WeakMap<World, Promise<DirectorySnapshot>>();

function snapshotOf(world: World): Promise<DirectorySnapshot> {
  const snapshot = snapshots.get(world) ?? readSnapshot(opened(snapshotTextOf(world)));
  snapshots.set(world, snapshot);
  return snapshot;
}

/** Previews a scene against a service with these faults, and judges the plan. */
export async function play(scene: Scene, faults: readonly Fault[]): Promise<Played> {
  const { world, variant, history } = scene;
  const sound = soundService(world.store);
  const clock = testClock();
  const transport = transportOf(composed(sound, faults), clock);
  const plan = await runPreview({
    mapping: openedMapping(variant),
    snapshot: await snapshotOf(world),
    reader: createReader({ baseUrl: "https://world.test/scim?tenant=7", transport, clock }),
    history,
    now: new Date("2026-11-20T08:00:00Z"),
  });
  const lasting = composed(
    sound,
    faults.filter(({ passing }) => passing !== true),
  );
  const truth = { store: byStore(scene, lasting), entra: byEntra(scene, lasting) };
  const subjects = subjectsOf(scene, byStore(scene, sound));
  return { plan, wrong: judge(plan, { world, ...truth, subjects, faults }), truth: truthText(truth), asked: transport.asked };
}
