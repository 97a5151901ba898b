import type { MappingModel } from "#model/mapping-model";
import type { ScimError } from "#scim/scim-error";
import type { Check, ConnectionFacts, ConnectionInput, Finding } from "./check.ts";
import { activeMaps } from "./check.ts";

/** The service answers, with JSON, and accepts the token. */
export const authorised: Check = {
  id: "authorised",
  title: "The token is accepted",
  reference: "RFC 7644 §2; Entra: Authorization: Bearer",
  async run(input, facts) {
    const endpoint = activeMaps(input.model)[0]?.endpoint ?? "/Users";
    const asked = `GET ${endpoint}?startIndex=1&count=5`;
    const answer = await readSample(input, facts, endpoint);
    if (answer === undefined) return { grade: "pass", asked, answered: "The service answers with a list.", advice: null };
    return { asked, ...judge(answer, input.model, input.targetUrl, facts) };
  },
};

/** Some existing resources of an endpoint, kept for later checks; the error when there are none to be had. */
export async function readSample(input: ConnectionInput, facts: ConnectionFacts, endpoint: string): Promise<ScimError | undefined> {
  if (facts.samples.has(endpoint)) return undefined;
  const excludedAttributes = isGroups(endpoint) ? ["members"] : undefined;
  const answer = await input.reader.list(endpoint, { pageSize: 5, maxPages: 1, excludedAttributes });
  if (!answer.ok) return answer.error;
  facts.samples.set(endpoint, answer.value.resources);
  return undefined;
}

/** Entra leaves members out of what it reads of groups (entra-scim-behaviour §3). */
export function isGroups(endpoint: string): boolean {
  return endpoint.toLowerCase() === "/groups";
}

function judge(error: ScimError, model: MappingModel, targetUrl: string, facts: ConnectionFacts): Omit<Finding, "asked"> {
  switch (error.kind) {
    case "unauthorized":
      facts.blocked = error.status === 401 ? "the service does not accept the token" : "the token may not read";
      return { grade: "fail", answered: error.message, advice: tokenAdvice(model, error.status) };
    case "redirected":
      facts.blocked = "the service redirects elsewhere";
      return {
        grade: "fail",
        answered: error.message,
        advice: "Set the tenant URL to where the service really is, and store a token for it.",
      };
    case "rate-limited":
      facts.blocked = "the service refuses further requests for now";
      return { grade: "fail", answered: error.message, advice: "Wait, then run the test again with a lower rate." };
    case "transport":
      facts.blocked = "the service cannot be reached";
      return { grade: "fail", answered: error.message, advice: "Correct what the message names, then run the test again." };
    case "unexpected-content":
      facts.blocked = "the address does not answer as a SCIM service";
      return { grade: "fail", answered: error.message, advice: addressAdvice(targetUrl) };
    case "scim":
      return judgeStatus(error.status, error.message, targetUrl, facts);
  }
}

function judgeStatus(status: number, answered: string, targetUrl: string, facts: ConnectionFacts): Omit<Finding, "asked"> {
  if (status === 404) {
    facts.blocked = "the endpoint does not exist";
    return { grade: "fail", answered, advice: addressAdvice(targetUrl) };
  }
  if (status >= 500 && status !== 501) {
    facts.blocked = "the service fails";
    return { grade: "fail", answered, advice: "Look into the service's own log; Entra would put the job into quarantine." };
  }
  return { grade: "deviation", answered, advice: "The service does not list without a filter, so previews look up one account at a time." };
}

function tokenAdvice({ connector }: MappingModel, status: 401 | 403): string {
  if (connector.credential.kind === "oauth-code-grant") {
    return `Entra signs in to ${connector.displayName} with OAuth (${connector.credential.description.replace(/[.\s]+$/, "")}), so there is no secret token to copy from there. For tests and previews, obtain an access token of your own: register an application in the developer console of ${connector.displayName}, sign in with an administrator's account, and set that access token here. It expires soon; Entra's own sign-in is not affected.`;
  }
  if (status === 403) return "Give the token's owner the right to read users and groups through SCIM.";
  return `Set a valid secret token without the word 'Bearer' before it. Where it comes from: ${connector.credential.description}`;
}

function addressAdvice(targetUrl: string): string {
  const path = URL.parse(targetUrl)?.pathname ?? "";
  if (/\/(users|groups|schemas|serviceproviderconfig)\/?$/i.test(path))
    return "Take the last part off the tenant URL: it must be the base to which '/Users' is appended.";
  if (/\/v2\/(?:.*\/)?v2\/?$/i.test(path)) return "'/v2' stands twice in the tenant URL; take one off.";
  return "Check the tenant URL: '/Users' is appended to it, and many services expect '/scim' or '/scim/v2' before that.";
}
