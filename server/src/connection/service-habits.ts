import { asSentence, foreign, joined, nothing, own, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Connector } from "#model/connectors/connector";
import { excerptOf } from "#scim/excerpt";
import { findAttribute } from "#scim/find-attribute";
import { memberOf } from "#scim/json-members";
import type { ResourceList } from "#scim/reader";
import { USER_URN } from "#scim/schema";
import { buildCatalog } from "#scim/schema-catalog";
import { isGroups } from "./authorisation.ts";
import type { Check, ConnectionFacts, Finding, Judgement } from "./check.ts";
import { activeMaps, faulty, passed, skipped, together } from "./check.ts";
import { unanswered } from "./unanswered.ts";

/** A second page holds other resources than the first. */
export const paging: Check = {
  id: "paging",
  title: say`Paging`,
  reference: say`RFC 7644 §3.4.2.4; Entra: apps must support startIndex and count`,
  async run({ reader, model }) {
    const endpoint = activeMaps(model)[0]?.endpoint ?? "/Users";
    const [first, second] = [foreign(`${endpoint}?startIndex=1&count=2`), foreign(`${endpoint}?startIndex=3&count=2`)];
    const asked = say`GET ${first}, then ${second}`;
    let firstPage: number | undefined;
    const onProgress = (read: number): void => void (firstPage ??= read);
    const excludedAttributes = isGroups(endpoint) ? ["members"] : undefined;
    const answer = await reader.list(endpoint, { pageSize: 2, maxPages: 2, excludedAttributes, onProgress });
    if (answer.ok) return { ...judgePages(answer.value, firstPage ?? 0), asked };
    const advice = say`Previews look up one account at a time instead of reading pages.`;
    return { asked, ...(unanswered(answer.error, "deviation") ?? faulty("deviation", "paging-refused", answer.error.message, advice)) };
  },
};

function judgePages({ resources, totalResults, findings }: ResourceList, firstPage: number): Judgement {
  const ignored = findings.find(({ code }) => code === "start-index-ignored");
  if (ignored !== undefined) {
    const advice = say`Make the service honour 'startIndex'. Until then previews look up one account at a time.`;
    return faulty("fail", "start-index-ignored", ignored.message, advice);
  }
  if (totalResults === undefined) {
    const advice = say`RFC 7644 §3.4.2 requires 'totalResults'; Entra reads it.`;
    return faulty("deviation", "no-total", say`The list has no 'totalResults'.`, advice);
  }
  if (resources.length <= 2 && totalResults <= 2) return skipped("too-few-resources", tooFew(Math.max(0, totalResults)));
  if (firstPage > 2) {
    const advice = say`Make the service honour 'count', so that large targets can be read in pieces.`;
    return faulty("deviation", "count-ignored", say`${firstPage} resources came at once although 2 were asked for.`, advice);
  }
  if (findings.length > 0) {
    const answered = paragraph(...findings.map(({ message }) => message));
    return faulty("deviation", "odd-list", answered, say`Correct what the service says about its lists; a preview counts what comes.`);
  }
  return passed("pages-differ", say`Two pages with different resources, ${totalResults} in all.`);
}

function tooFew(count: number): Sentence {
  if (count === 0) return say`The service has nothing there to page through.`;
  return plural(
    count,
    say`The service has 1 resource there, too few to page through.`,
    say`The service has ${count} resources there, too few to page through.`,
  );
}

/** The service says that it can do what Entra does to change and to disable accounts. */
export const patchAndSoftDelete: Check = {
  id: "patch-and-soft-delete",
  title: say`PATCH and soft delete announced`,
  reference: say`RFC 7644 §3.5.2; Entra: updates are PATCH, and disabling sets 'active' to false`,
  run({ model }, facts) {
    const findings: Finding[] = [{ asked: say`'patch.supported' of ServiceProviderConfig`, ...judgePatch(facts) }];
    const users = activeMaps(model).filter(({ resourceType }) => resourceType.schema.toLowerCase() === USER_URN.toLowerCase());
    if (users.length > 0 && model.connector.softDelete) {
      findings.push({ asked: say`'active' in /Schemas and in existing users`, ...judgeSoftDelete(facts, users[0]?.endpoint ?? "/Users") });
    }
    return Promise.resolve(together(findings));
  },
};

function judgePatch({ serviceProviderConfig }: ConnectionFacts): Judgement {
  if (serviceProviderConfig?.patch === true) return passed("patch-announced", say`PATCH is announced.`);
  if (serviceProviderConfig?.patch === false) {
    const advice = say`Entra updates with PATCH and never with PUT: the service needs it.`;
    return faulty("fail", "patch-denied", say`The service announces that it has no PATCH.`, advice);
  }
  const advice = say`Make sure that it has: Entra updates with PATCH and never with PUT.`;
  return faulty("deviation", "patch-unstated", say`The service does not say whether it has PATCH.`, advice);
}

function judgeSoftDelete(facts: ConnectionFacts, endpoint: string): Judgement {
  const catalog = buildCatalog([{ source: "target", schemas: facts.schemas ?? [], resourceTypes: [] }]);
  const listed = findAttribute({ urn: USER_URN, attr: "active" }, {}, catalog) !== undefined;
  const seen = (facts.samples.get(endpoint) ?? []).some((user) => memberOf(user, "active") !== undefined);
  if (listed || seen) return passed("active-known", say`Users have 'active'.`);
  const advice = say`Entra disables by setting 'active' to false and must still find the user afterwards: make sure that the service keeps it.`;
  return faulty("deviation", "active-unknown", say`Neither the schemas nor the users read have 'active'.`, advice);
}

/** What the service says, or lets one feel, about how much it takes. */
export const rateLimit: Check = {
  id: "rate-limit",
  title: say`Rate limit`,
  reference: say`RFC 6585 §4; Entra: at least 25 requests per second per tenant`,
  run({ observed: { answers, refusals, rateHeaders }, model: { connector } }) {
    if (answers === 0) return Promise.resolve(skipped("no-answer", say`No answer came, so there was no header to look at.`));
    const asked = plural(answers, say`headers of 1 answer`, say`headers of ${answers} answers`);
    const said = [announced(rateHeaders), documented(connector)];
    if (refusals === 0) return Promise.resolve({ asked, ...passed("no-refusal", paragraph(...said)) });
    const refused = plural(
      refusals,
      say`1 of ${answers} requests was refused with 429.`,
      say`${refusals} of ${answers} requests were refused with 429.`,
    );
    const answered = paragraph(refused, ...said);
    // By what option or setting previews are slowed down is for the host to say.
    const advice = say`Lower the rate of previews, and raise the limit for Entra: it expects at least 25 requests per second.`;
    return Promise.resolve({ asked, ...faulty("deviation", "requests-refused", answered, advice) });
  },
};

function announced(rateHeaders: Readonly<Record<string, string>>): Sentence {
  const headers = Object.entries(rateHeaders).map(([name, value]) => foreign(`${name}: ${excerptOf(value, 60)}`));
  return headers.length === 0 ? say`No answer announces a limit.` : say`The service announces ${joined(headers.slice(0, 6), ", ")}.`;
}

function documented({ displayName, rateLimit: limit }: Connector): Part {
  if (limit === undefined) return nothing;
  return say`${own(displayName)} documents ${limit.readPerMinute} reads and ${limit.writePerMinute} writes a minute.`;
}

function paragraph(...parts: readonly Part[]): Sentence {
  return asSentence(joined(parts, " "));
}
