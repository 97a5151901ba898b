import { foreign, own, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { equalityFilter } from "#scim/filter/equality";
import { printFilter } from "#scim/filter/print";
import type { ResourceList } from "#scim/reader";
import type { ScimError } from "#scim/scim-error";
import type { ActiveMap, Check, ConnectionInput, Finding, Judgement } from "./check.ts";
import { activeMaps, faulty, once, passed, skipped, together } from "./check.ts";
import { correctAndRepeat, isGroups } from "./authorisation.ts";

/** What Entra's own Test Connection asks: for somebody who does not exist. */
export const entraProbe: Check = {
  id: "entra-probe",
  title: say`Entra's own probe`,
  reference: say`Entra: GET /Users?filter=<matching attribute> eq "<random GUID>" answers 200 with an empty list; RFC 7644 §3.4.2`,
  async run(input) {
    const findings: Finding[] = [];
    for (const active of once(activeMaps(input.model), probeKey)) findings.push(await probe(active, input));
    if (findings.length > 0) return together(findings);
    return skipped("nothing-mapped", say`No object mapping is switched on and names a resource type.`);
  },
};

function probeKey({ endpoint, matching: [first], map }: ActiveMap): string {
  return first === undefined ? `${map.source} -> ${map.target}` : `${endpoint} ${first.canonical}`.toLowerCase();
}

async function probe({ endpoint, matching, map }: ActiveMap, { reader, guid }: ConnectionInput): Promise<Finding> {
  const [target] = matching;
  if (target === undefined) {
    const name = own(`${map.source} -> ${map.target}`);
    return skipped("no-matching-attribute", say`'${name}' has no matching attribute, so there is nothing to ask by.`);
  }
  const filter = equalityFilter(target.path, guid);
  const groups = isGroups(endpoint);
  const asked = foreign(`GET ${endpoint}?${groups ? "excludedAttributes=members&" : ""}filter=${printFilter(filter)}`);
  const answer = await reader.query(endpoint, filter, groups ? { excludedAttributes: ["members"] } : {});
  return { asked, ...(answer.ok ? judge(answer.value, endpoint, target.canonical) : refusedFilter(answer.error, target.canonical)) };
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

/** Services answer 400 or 500 to filters they do not know. */
export function refusedFilter(error: ScimError, attribute: string): Judgement {
  return faulty("fail", "filter-refused", error.message, refusedFilterAdvice(error, attribute));
}

function refusedFilterAdvice({ kind }: ScimError, attribute: string): Sentence {
  if (kind !== "scim" && kind !== "unexpected-content") return correctAndRepeat;
  return say`The service probably cannot filter by '${own(attribute)}'. Match by an attribute it can filter by, or extend the service.`;
}
