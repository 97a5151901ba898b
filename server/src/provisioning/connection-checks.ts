import { authorised } from "./connection/authorisation.ts";
import type { Check, CheckGrade, CheckId, ConnectionFacts, ConnectionInput, Finding } from "./connection/check.ts";
import { skipped } from "./connection/check.ts";
import { resourceTypes, schemas, serviceProviderConfig } from "./connection/discovery.ts";
import { entraProbe } from "./connection/entra-probe.ts";
import { matchingFilter } from "./connection/matching-filter.ts";
import { resolves, tls } from "./connection/reachability.ts";
import { patchAndSoftDelete, paging, rateLimit } from "./connection/service-habits.ts";

/** What a connection test found: one entry per check, in the order they ran. */
export interface ConnectionReport {
  /** The tenant URL, without credentials. */
  readonly target: string;
  readonly checks: readonly ConnectionCheck[];
}

export interface ConnectionCheck {
  readonly id: CheckId;
  readonly title: string;
  readonly grade: CheckGrade;
  /** The request, without personal values. Empty when nothing was asked. */
  readonly asked: string;
  /** Whole sentences. For a skipped check: why. */
  readonly answered: string;
  readonly milliseconds: number;
  /** RFC section or Entra rule. */
  readonly reference: string;
  /** What to do; null when there is nothing to do. */
  readonly advice: string | null;
}

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
  const facts: ConnectionFacts = { samples: new Map(), filterable: new Map() };
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
