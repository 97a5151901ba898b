import { findAttribute } from "#scim/find-attribute";
import { memberOf } from "#scim/json-members";
import { buildCatalog } from "#scim/schema-catalog";
import { excerptOf } from "#scim/read-answer";
import type { ResourceList } from "#scim/reader";
import { USER_URN } from "#scim/schema";
import { isGroups } from "./authorisation.ts";
import type { Check, ConnectionFacts, Finding } from "./check.ts";
import { activeMaps, skipped, together } from "./check.ts";

/** A second page holds other resources than the first. */
export const paging: Check = {
  id: "paging",
  title: "Paging",
  reference: "RFC 7644 §3.4.2.4; Entra: apps must support startIndex and count",
  async run({ reader, model }) {
    const endpoint = activeMaps(model)[0]?.endpoint ?? "/Users";
    const asked = `GET ${endpoint}?startIndex=1&count=2, then ${endpoint}?startIndex=3&count=2`;
    let firstPage: number | undefined;
    const onProgress = (read: number): void => void (firstPage ??= read);
    const excludedAttributes = isGroups(endpoint) ? ["members"] : undefined;
    const answer = await reader.list(endpoint, { pageSize: 2, maxPages: 2, excludedAttributes, onProgress });
    if (!answer.ok)
      return {
        grade: "deviation",
        asked,
        answered: answer.error.message,
        advice: "Previews look up one account at a time instead of reading pages.",
      };
    return { asked, ...judgePages(answer.value, firstPage ?? 0) };
  },
};

function judgePages(list: ResourceList, firstPage: number): Omit<Finding, "asked"> {
  const { resources, totalResults, findings } = list;
  const repeated = findings.find((finding) => finding.includes("startIndex"));
  if (repeated !== undefined) {
    return {
      grade: "fail",
      answered: repeated,
      advice: "Make the service honour 'startIndex'. Until then previews look up one account at a time.",
    };
  }
  if (totalResults === undefined) {
    return {
      grade: "deviation",
      answered: "The list has no 'totalResults'.",
      advice: "RFC 7644 §3.4.2 requires 'totalResults'; Entra reads it.",
    };
  }
  if (resources.length <= 2 && totalResults <= 2)
    return { grade: "skipped", answered: `The service has ${totalResults} of them, too few to page through.`, advice: null };
  if (firstPage > 2) {
    return {
      grade: "deviation",
      answered: `${firstPage} resources came at once although 2 were asked for.`,
      advice: "Make the service honour 'count', so that large targets can be read in pieces.",
    };
  }
  const [finding] = findings;
  if (finding !== undefined)
    return {
      grade: "deviation",
      answered: findings.join(" "),
      advice: "Correct what the service says about its lists; a preview counts what comes.",
    };
  return { grade: "pass", answered: `Two pages with different resources, ${totalResults} in all.`, advice: null };
}

/** The service says that it can do what Entra does to change and to disable accounts. */
export const patchAndSoftDelete: Check = {
  id: "patch-and-soft-delete",
  title: "PATCH and soft delete announced",
  reference: "RFC 7644 §3.5.2; Entra: updates are PATCH, and disabling sets 'active' to false",
  run({ model }, facts) {
    const findings = [judgePatch(facts)];
    const users = activeMaps(model).filter(({ resourceType }) => resourceType.schema.toLowerCase() === USER_URN.toLowerCase());
    if (users.length > 0 && model.connector.softDelete) findings.push(judgeSoftDelete(facts, users[0]?.endpoint ?? "/Users"));
    return Promise.resolve(together(findings));
  },
};

function judgePatch({ serviceProviderConfig }: ConnectionFacts): Finding {
  const asked = "'patch.supported' of ServiceProviderConfig";
  if (serviceProviderConfig?.patch === true) return { grade: "pass", asked, answered: "PATCH is announced.", advice: null };
  if (serviceProviderConfig?.patch === false) {
    return {
      grade: "fail",
      asked,
      answered: "The service announces that it has no PATCH.",
      advice: "Entra updates with PATCH and never with PUT: the service needs it.",
    };
  }
  return {
    grade: "deviation",
    asked,
    answered: "The service does not say whether it has PATCH.",
    advice: "Make sure that it has: Entra updates with PATCH and never with PUT.",
  };
}

function judgeSoftDelete(facts: ConnectionFacts, endpoint: string): Finding {
  const asked = "'active' in /Schemas and in existing users";
  const catalog = buildCatalog([{ source: "target", schemas: facts.schemas ?? [], resourceTypes: [] }]);
  const listed = findAttribute({ urn: USER_URN, attr: "active" }, {}, catalog) !== undefined;
  const seen = (facts.samples.get(endpoint) ?? []).some((user) => memberOf(user, "active") !== undefined);
  if (listed || seen) return { grade: "pass", asked, answered: "Users have 'active'.", advice: null };
  return {
    grade: "deviation",
    asked,
    answered: "Neither the schemas nor the users read have 'active'.",
    advice: "Entra disables by setting 'active' to false and must still find the user afterwards: make sure that the service keeps it.",
  };
}

/** What the service says, or lets one feel, about how much it takes. */
export const rateLimit: Check = {
  id: "rate-limit",
  title: "Rate limit",
  reference: "RFC 6585 §4; Entra: at least 25 requests per second per tenant",
  run({ observed, model: { connector } }) {
    const asked = `headers of ${observed.answers} ${observed.answers === 1 ? "answer" : "answers"}`;
    if (observed.answers === 0) return Promise.resolve(skipped("No answer came, so there was no header to look at."));
    const headers = Object.entries(observed.rateHeaders).map(([name, value]) => `${name}: ${excerptOf(value, 60)}`);
    const said = headers.length === 0 ? "No answer announces a limit." : `The service announces ${headers.slice(0, 6).join(", ")}.`;
    const documented =
      connector.rateLimit === undefined
        ? ""
        : ` ${connector.displayName} documents ${connector.rateLimit.readPerMinute} reads and ${connector.rateLimit.writePerMinute} writes a minute.`;
    if (observed.refusals === 0) return Promise.resolve({ grade: "pass", asked, answered: said + documented, advice: null });
    const answered = `${observed.refusals} of ${observed.answers} requests were refused with 429. ${said}${documented}`;
    return Promise.resolve({
      grade: "deviation",
      asked,
      answered,
      advice: "Lower the rate of previews with '--rate', and raise the limit for Entra: it expects at least 25 requests per second.",
    });
  },
};
