import { asJson, own, personal, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Evidence, Proves } from "#plan/evidence";
import type { MatchFailureCode } from "#plan/reason";
import { querySentence } from "#plan/step-detail";
import type { Resource } from "#scim/resource";
import type { SchemaCatalog } from "#scim/schema-catalog";
import { isRefused } from "#scim/scim-error";
import type { ScimError } from "#scim/scim-error";
import type { Found, MatchingValue } from "./account-finder.ts";
import { idOf } from "./target-accounts.ts";
import { readTarget } from "./target-values.ts";

/** The ways in which Entra's own query fails for a value, each with the sentence that says what comes of it. */
export const queryFails = {
  /** Refused for the form of the filter, its attribute or a character in the value. */
  refused: (value: MatchingValue, status: number, answered: Sentence): Found => {
    const reason = say`Entra ID's query ${queryOf(value)} is refused (${status}), so it can neither find nor create this account.`;
    return fails(value, "match-query-refused", { proves: "refused", answered, reason });
  },
  /** Answered with JSON or a page that is no list of resources. */
  noList: (value: MatchingValue, answered: Sentence): Found => {
    const reason = say`Entra ID's query ${queryOf(value)} is answered with something that is no list, so it can neither find nor create this account.`;
    return fails(value, "match-query-refused", { proves: "refused", answered, reason });
  },
  /** Answered with accounts that do not have the value. */
  ignored: (value: MatchingValue, came: number): Found => {
    const reason = say`The target answers Entra ID's query ${queryOf(value)} with accounts that do not have the value, so Entra ID reports several matches or takes a wrong one.`;
    return fails(value, "match-query-ignored", {
      proves: "ignored",
      answered: say`${came} accounts, not all of them with the value`,
      reason,
    });
  },
  /** Answered with one account that has the value, where more are stated. */
  onlySomeShown: (value: MatchingValue, stated: number): Found => {
    const reason = say`The target states that ${stated} accounts answer Entra ID's query ${queryOf(value)}, and gives 1, so Entra ID reports several matches.`;
    return fails(value, "match-query-ignored", { proves: "ignored", answered: say`1 account, although ${stated} are stated`, reason });
  },
  /** Answered with one account, which has another value. */
  stranger: (value: MatchingValue, only: Resource, catalog: SchemaCatalog): Found => {
    const shown = asJson(personal(readTarget(only, value.attribute.target, catalog)[0] ?? null));
    const label = own(value.attribute.label);
    const reason = say`Entra ID's query ${queryOf(value)} finds account ${nameOf(only)}, whose ${label} is ${shown}: Entra ID would overwrite it.`;
    return fails(value, "match-query-wrong", { proves: "stranger", answered: say`account ${nameOf(only)}, with ${shown}`, reason });
  },
  /** Answered with one account, where the list knows another one that has the value. */
  another: (value: MatchingValue, only: Resource, missed: Resource): Found => {
    const [found, listed] = [nameOf(only), nameOf(missed)];
    const reason = say`Entra ID's query ${queryOf(value)} finds account ${found} and not ${listed}, which has the value in the list.`;
    return fails(value, "match-query-wrong", { proves: "stranger", answered: say`account ${found}`, reason });
  },
  /** Answered with nobody, where the list knows somebody. */
  missed: (value: MatchingValue, listed: Resource): Found => {
    const reason = say`Entra ID's query ${queryOf(value)} finds nobody, although account ${nameOf(listed)} in the list has the value.`;
    return fails(value, "match-query-wrong", { proves: "nobody", answered: say`nobody`, reason });
  },
  /** Stated and not given. */
  withheld: (value: MatchingValue, stated: number): Found => {
    const reason = plural(
      stated,
      say`The target states that 1 account answers Entra ID's query ${queryOf(value)}, and gives none.`,
      say`The target states that ${stated} accounts answer Entra ID's query ${queryOf(value)}, and gives none.`,
    );
    return { kind: "open", reason, evidence: [evidenceOf(value, "unanswered", say`nobody, although accounts are stated`)] };
  },
} as const;

interface Failure {
  readonly proves: Proves;
  readonly answered: Sentence;
  readonly reason: Sentence;
}

function fails(value: MatchingValue, code: MatchFailureCode, { proves, answered, reason }: Failure): Found {
  return { kind: "fails", code, reason, evidence: [evidenceOf(value, proves, answered)] };
}

function evidenceOf(value: MatchingValue, proves: Proves, answered: Sentence): Evidence {
  return { kind: "query", proves, asked: queryOf(value), answered };
}

/** What an error says of the question: the service refused it, or it was not answered at all. */
export function unansweredQuery(value: MatchingValue, error: ScimError): Found {
  const { message } = error;
  if (error.kind === "scim" && isRefused(error)) return queryFails.refused(value, error.status, message);
  if (error.kind === "unexpected-content" && error.status < 500) return queryFails.noList(value, message);
  const label = own(value.attribute.label);
  const reason = say`The target could not be asked for '${label}', as Entra ID does before it acts: ${message}`;
  return { kind: "open", reason, evidence: [evidenceOf(value, "unanswered", message)] };
}

function queryOf({ attribute, value }: MatchingValue): Sentence {
  return querySentence(attribute.label, value);
}

function nameOf(resource: Resource): Part {
  const id = idOf(resource);
  return id === undefined ? say`without an id` : asJson(personal(id));
}
