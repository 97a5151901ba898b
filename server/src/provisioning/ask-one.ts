import { say } from "#base/sentence";
import { querySentence } from "#plan/step-detail";
import { queryEvidence } from "#plan/evidence";
import { printLookUp, shownFor } from "#scim/look-up";
import type { LookUp } from "#scim/look-up";
import { keyOf } from "#scim/json-members";
import type { ResourceList } from "#scim/reader";
import type { Resource } from "#scim/resource";
import type { Found, MatchingValue, TargetView } from "./account-finder.ts";
import { queryFails, unansweredQuery } from "./query-failure.ts";
import { distinctById, idOf } from "./target-accounts.ts";

/** One question for one value in Entra's spelling, and what Entra would make of the answer (provisioning page §4, "What Entra asks decides"). */
export async function askOne(view: TargetView, value: MatchingValue): Promise<Found> {
  const { endpoint, name } = view.map.resourceType;
  const lookUp = lookUpOf(value);
  const options = { maxPages: 1, excludedAttributes: name === "Group" ? ["members"] : undefined };
  const answer = await view.reader.query(endpoint, printLookUp(lookUp, "entra"), options);
  return answer.ok ? judge({ view, value, lookUp }, answer.value) : unansweredQuery(value, answer.error);
}

/** The question that Entra asks for a mapped value. */
function lookUpOf({ attribute, value }: MatchingValue): LookUp {
  return { path: attribute.target.path, value: typeof value === "object" ? JSON.stringify(value) : value };
}

interface Question {
  readonly view: TargetView;
  readonly value: MatchingValue;
  readonly lookUp: LookUp;
}

function judge(question: Question, { resources, totalResults, findings }: ResourceList): Found {
  const { value } = question;
  if (findings.some(({ code }) => code === "not-found-for-none")) return queryFails.refused(value, 404, say`404 for nobody`);
  const came = distinctById(resources);
  // Whoever gives an account twice counts it twice.
  const repeats = findings.some(({ code }) => code === "repeated-resources");
  const stated = repeats ? came.length : Math.max(totalResults ?? 0, came.length);
  const [only] = came;
  if (stated === 0) return judgeNobody(question);
  if (only === undefined) return queryFails.withheld(value, stated);
  return stated === 1 ? judgeOnly(question, only) : judgeSeveral(question, came, stated);
}

/** The list may know better, and Entra does not read it. */
function judgeNobody({ view, value }: Question): Found {
  const [listed] = view.accounts.find(value.attribute, value.value);
  if (listed !== undefined) return queryFails.missed(value, listed);
  return { kind: "found", how: "query", resources: [], evidence: [evidenceOf(value, 0)] };
}

/** Entra takes the only account that comes, whatever it is. */
function judgeOnly({ view, value, lookUp }: Question, only: Resource): Found {
  const account = completed(only, view.accounts.withId(idOf(only)));
  const shown = shownFor(lookUp, account, view.map.catalog);
  // Where the target shows the attribute of others, an account that has none is a stranger, too.
  const isHidden = shown === "nothing" && !view.accounts.shows(value.attribute);
  if (shown === "other" || (shown === "nothing" && !isHidden)) return queryFails.stranger(value, account, view.map.catalog);
  const missed = view.accounts.find(value.attribute, value.value).find((listed) => idOf(listed) !== idOf(only));
  if (missed !== undefined) return queryFails.another(value, only, missed);
  const evidence = evidenceOf(value, 1);
  return {
    kind: "found",
    how: "query",
    resources: [account],
    evidence: [isHidden ? { ...evidence, proves: "value-not-shown" } : evidence],
  };
}

/** Services leave attributes out of what a query finds, or out of a list; what one of the two shows is there. */
function completed(only: Resource, listed: Resource | undefined): Resource {
  if (listed === undefined) return only;
  const left = Object.entries(listed).filter(([name]) => keyOf(only, name) === undefined);
  return { ...only, ...Object.fromEntries(left) };
}

/** Several accounts that have the value are duplicates at the target; strangers among them are the filter's doing. */
function judgeSeveral({ view, value, lookUp }: Question, came: readonly Resource[], stated: number): Found {
  const strangers = came.filter((resource) => shownFor(lookUp, resource, view.map.catalog) === "other");
  if (strangers.length > 0) return queryFails.ignored(value, stated);
  if (came.length === 1) return queryFails.onlySomeShown(value, stated);
  return { kind: "found", how: "query", resources: came, evidence: [evidenceOf(value, came.length)] };
}

function evidenceOf({ attribute, value }: MatchingValue, found: number): ReturnType<typeof queryEvidence> {
  return queryEvidence(querySentence(attribute.label, value), found);
}
