import type { Resource } from "#scim/resource";
import { sha256, stableJson } from "./fingerprint.ts";
import type { MatchedMap } from "./match-subjects.ts";
import type { Match } from "./matching.ts";
import type { PlanStamp } from "#plan/plan";
import type { PreviewInput } from "./preview-input.ts";

type StampInput = Pick<PreviewInput, "mappingText" | "environment" | "snapshot" | "reader" | "history" | "now">;

/** What the plan was made from. The order in which the target answered does not matter. */
export async function stampOf(
  input: StampInput,
  matched: readonly Pick<MatchedMap, "map" | "accounts" | "subjects">[],
  readById: readonly Resource[],
): Promise<PlanStamp> {
  const told = matched.flatMap(({ map, accounts, subjects }) =>
    [...accounts.resources, ...subjects.flatMap(({ match }) => answeredBy(match))].map(
      (resource) => `${map.resourceType.name} ${stableJson(resource)}`,
    ),
  );
  const heard = [...new Set([...told, ...readById.map((resource) => `by id ${stableJson(resource)}`)])];
  return {
    time: input.now.toISOString(),
    mapping: await sha256(input.mappingText),
    source: await sha256(input.snapshot.text),
    target: await sha256(heard.sort().join("\n")),
    targetUrl: input.reader.baseUrl,
    environment: input.environment ?? null,
    history: input.history,
  };
}

/** What came for one object. */
function answeredBy(match: Match | undefined): readonly Resource[] {
  const outcome = match?.outcome;
  if (outcome?.kind === "several") return outcome.resources;
  return outcome?.kind === "one" ? [outcome.resource] : [];
}
