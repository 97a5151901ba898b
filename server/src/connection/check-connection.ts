import { say } from "#base/sentence";
import type { ConnectionCheck, ConnectionReport } from "#plan/connection-report";
import { authorised } from "./authorisation.ts";
import type { Check, ConnectionFacts, ConnectionInput, Finding } from "./check.ts";
import { skipped } from "./check.ts";
import { resourceTypes, schemas, serviceProviderConfig } from "./discovery.ts";
import { entraProbe } from "./entra-probe.ts";
import { matchingFilter } from "./matching-filter.ts";
import { resolves, tls } from "./reachability.ts";
import { patchAndSoftDelete, paging, rateLimit } from "./service-habits.ts";

const checks: readonly Check[] = [
  resolves,
  tls,
  authorised,
  entraProbe,
  serviceProviderConfig,
  schemas,
  resourceTypes,
  matchingFilter,
  paging,
  patchAndSoftDelete,
  rateLimit,
];

/** Runs the checks of provisioning page §5 in order, reading only. One that an earlier one makes pointless is skipped with the reason. */
export async function checkConnection(
  input: ConnectionInput,
): Promise<{ readonly report: Omit<ConnectionReport, "mappingTexts">; readonly facts: ConnectionFacts }> {
  const facts: ConnectionFacts = { samples: new Map(), strangersFound: new Map(), filterable: [] };
  const done: ConnectionCheck[] = [];
  for (const check of checks) {
    const begin = input.now();
    const finding = await find(check, input, facts);
    done.push(toCheck(check, finding, Math.max(0, Math.round(input.now() - begin))));
  }
  return { report: { target: input.reader.baseUrl, checks: done }, facts };
}

function find(check: Check, input: ConnectionInput, facts: ConnectionFacts): Finding | Promise<Finding> {
  if (facts.blocked !== undefined) return skipped("pointless", facts.blocked);
  if (input.signal?.aborted === true) return skipped("cancelled", say`Not asked, because the test was cancelled.`);
  return check.run(input, facts);
}

function toCheck(
  { id, title, reference }: Check,
  { grade, codes, asked, answered, advice }: Finding,
  milliseconds: number,
): ConnectionCheck {
  return { id, title, grade, codes, asked, answered, milliseconds, reference, advice };
}
