import { foreign, own, plural, say } from "#base/sentence";
import { printLookUp } from "#scim/look-up";
import type { ResourceList } from "#scim/reader";
import type { ScimError } from "#scim/scim-error";
import type { ActiveMap, Check, ConnectionFacts, ConnectionInput, Finding, Judgement } from "./check.ts";
import { activeMaps, faulty, once, passed, skipped, together } from "./check.ts";
import { isGroups } from "./authorisation.ts";
import { unanswered } from "./unanswered.ts";

/** What Entra's own Test Connection asks: for somebody who does not exist. */
export const entraProbe: Check = {
  id: "entra-probe",
  title: say`Entra's own probe`,
  reference: say`Entra: GET /Users?filter=<matching attribute> eq "<random GUID>" answers 200 with an empty list; RFC 7644 §3.4.2`,
  async run(input, facts) {
    const findings: Finding[] = [];
    for (const active of once(activeMaps(input.model), probeKey)) findings.push(await probe(active, input, facts));
    if (findings.length > 0) return together(findings);
    return skipped("nothing-mapped", say`No object mapping is switched on and names a resource type.`);
  },
};

function probeKey({ endpoint, matching: [first], map }: ActiveMap): string {
  return first === undefined ? `${map.source} -> ${map.target}` : filterKey(endpoint, first.canonical);
}

/** An attribute of an endpoint, to filter by. */
export function filterKey(endpoint: string, canonical: string): string {
  return `${endpoint} ${canonical}`.toLowerCase();
}

async function probe(active: ActiveMap, { reader, guid }: ConnectionInput, facts: ConnectionFacts): Promise<Finding> {
  const { endpoint, matching, map } = active;
  const [target] = matching;
  if (target === undefined) {
    const name = own(`${map.source} -> ${map.target}`);
    return skipped("no-matching-attribute", say`'${name}' has no matching attribute, so there is nothing to ask by.`);
  }
  const filter = printLookUp({ path: target.path, value: guid }, "entra");
  const groups = isGroups(endpoint);
  const asked = foreign(`GET ${endpoint}?${groups ? "excludedAttributes=members&" : ""}filter=${filter}`);
  const answer = await reader.query(endpoint, filter, groups ? { excludedAttributes: ["members"] } : {});
  if (!answer.ok) return { asked, ...refusedFilter(answer.error, target.canonical) };
  facts.strangersFound.set(probeKey(active), answer.value.resources.length);
  return { asked, ...judge(answer.value, endpoint, target.canonical) };
}

function judge({ resources, findings }: ResourceList, endpoint: string, attribute: string): Judgement {
  const found = resources.length;
  if (found > 0) {
    const answered = plural(
      found,
      say`The service found 1 resource for a value that nobody has: it ignores the filter.`,
      say`The service found ${found} resources for a value that nobody has: it ignores the filter.`,
    );
    const advice = say`Make the service filter by '${own(attribute)}'. Otherwise Entra takes the first account for everybody, or reports several matches.`;
    return faulty("fail", "filter-ignored", answered, advice);
  }
  const notFound = findings.find(({ code }) => code === "not-found-for-none");
  if (notFound === undefined) return passed("nobody-found", say`${foreign(endpoint)}: 200 with an empty list.`);
  return faulty("fail", "not-found-for-none", notFound.message, emptyList);
}

const emptyList = say`Let the service answer 200 with an empty ListResponse; Entra puts the job into quarantine after a 404.`;

/** Services answer 400 or 500 to filters they do not know. Any other failure says nothing about the filter. */
export function refusedFilter(error: ScimError, attribute: string): Judgement {
  const advice = say`The service probably cannot filter by '${own(attribute)}'. Match by an attribute it can filter by, or extend the service.`;
  return unanswered(error, "fail") ?? faulty("fail", "filter-refused", error.message, advice);
}
