import { equalityFilter } from "#scim/filter/equality";
import { printFilter } from "#scim/filter/print";
import type { ScimError } from "#scim/scim-error";
import type { ActiveMap, Check, ConnectionInput, Finding } from "./check.ts";
import { activeMaps, skipped, together } from "./check.ts";
import { isGroups } from "./authorisation.ts";

/** What Entra's own Test Connection asks: for somebody who does not exist. */
export const entraProbe: Check = {
  id: "entra-probe",
  title: "Entra's own probe",
  reference: 'Entra: GET /Users?filter=<matching attribute> eq "<random GUID>" answers 200 with an empty list; RFC 7644 §3.4.2',
  async run(input) {
    const findings: Finding[] = [];
    for (const active of activeMaps(input.model)) findings.push(await probe(active, input));
    return findings.length === 0 ? skipped("No object mapping is switched on and names a resource type.") : together(findings);
  },
};

async function probe({ endpoint, matching, map }: ActiveMap, { reader, guid }: ConnectionInput): Promise<Finding> {
  const [target] = matching;
  if (target === undefined) return skipped(`'${map.source} -> ${map.target}' has no matching attribute, so there is nothing to ask by.`);
  const filter = equalityFilter(target.path, guid);
  const groups = isGroups(endpoint);
  const asked = `GET ${endpoint}?${groups ? "excludedAttributes=members&" : ""}filter=${printFilter(filter)}`;
  const answer = await reader.query(endpoint, filter, groups ? { excludedAttributes: ["members"] } : {});
  if (!answer.ok)
    return { grade: "fail", asked, answered: answer.error.message, advice: refusedFilterAdvice(answer.error, target.canonical) };
  const { resources, findings } = answer.value;
  if (resources.length > 0) {
    const count = resources.length === 1 ? "1 resource" : `${resources.length} resources`;
    return {
      grade: "fail",
      asked,
      answered: `The service found ${count} for a value that nobody has: it ignores the filter.`,
      advice: `Make the service filter by '${target.canonical}'. Otherwise Entra takes the first account for everybody, or reports several matches.`,
    };
  }
  const notFound = findings.find((finding) => finding.includes("404"));
  if (notFound === undefined) return { grade: "pass", asked, answered: `${endpoint}: 200 with an empty list.`, advice: null };
  return {
    grade: "fail",
    asked,
    answered: notFound,
    advice: "Let the service answer 200 with an empty ListResponse; Entra puts the job into quarantine after a 404.",
  };
}

/** Services answer 400 or 500 to filters they do not know. */
export function refusedFilterAdvice(error: ScimError, attribute: string): string {
  if (error.kind === "scim" || error.kind === "unexpected-content") {
    return `The service probably cannot filter by '${attribute}'. Match by an attribute it can filter by, or extend the service.`;
  }
  return "Correct what the message names, then run the test again.";
}
