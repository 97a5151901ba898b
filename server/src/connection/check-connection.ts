import { authorised } from "./authorisation.ts";
import type { ConnectionCheck, ConnectionReport } from "#plan/connection-report";
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
): Promise<{ readonly report: ConnectionReport; readonly facts: ConnectionFacts }> {
  const facts: ConnectionFacts = { samples: new Map(), filterable: [] };
  const done: ConnectionCheck[] = [];
  for (const check of checks) {
    if (input.signal?.aborted === true) facts.blocked ??= "the test was cancelled";
    const begin = input.now();
    const finding = facts.blocked === undefined ? await check.run(input, facts) : pointless(facts.blocked);
    done.push(toCheck(check, finding, Math.max(0, Math.round(input.now() - begin))));
  }
  return { report: { target: input.reader.baseUrl, checks: done }, facts };
}

function pointless(reason: string): Finding {
  return skipped(`Not asked, because ${reason}.`);
}

function toCheck({ id, title, reference }: Check, { grade, asked, answered, advice }: Finding, milliseconds: number): ConnectionCheck {
  return { id, title, grade, asked, answered, milliseconds, reference, advice };
}
