import { sha256, stableJson } from "./fingerprint.ts";
import type { MatchedMap } from "./match-subjects.ts";
import type { PlanStamp } from "./plan.ts";
import type { PreviewInput } from "./preview-input.ts";
import { idOf } from "./target-accounts.ts";

type StampInput = Pick<PreviewInput, "mappingText" | "environment" | "snapshot" | "reader" | "history" | "now">;

/** What the plan was made from. The order in which the target answered does not matter. */
export async function stampOf(input: StampInput, matched: readonly Pick<MatchedMap, "map" | "accounts">[]): Promise<PlanStamp> {
  const resources = matched.flatMap(({ map, accounts }) =>
    accounts.resources.map((resource) => `${map.resourceType.name} ${idOf(resource) ?? ""} ${stableJson(resource)}`),
  );
  return {
    time: input.now.toISOString(),
    mapping: await sha256(input.mappingText),
    source: await sha256(input.snapshot.text),
    target: await sha256(resources.sort().join("\n")),
    targetUrl: input.reader.baseUrl,
    environment: input.environment ?? null,
    history: input.history,
  };
}
