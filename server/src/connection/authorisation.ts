import { foreign, own, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { MappingModel } from "#model/mapping-model";
import type { ScimError } from "#scim/scim-error";
import type { Check, ConnectionFacts, ConnectionInput, Judgement } from "./check.ts";
import { activeMaps, faulty, passed } from "./check.ts";
import { allowReading, cancelled, correctAndRepeat, moveAddress, waitAndRepeat } from "./unanswered.ts";

/** The service answers, with JSON, and accepts the token. */
export const authorised: Check = {
  id: "authorised",
  title: say`The token is accepted`,
  reference: say`RFC 7644 §2; Entra: Authorization: Bearer`,
  async run(input, facts) {
    const endpoint = activeMaps(input.model)[0]?.endpoint ?? "/Users";
    const asked = foreign(`GET ${endpoint}?startIndex=1&count=5`);
    const error = await readSample(input, facts, endpoint);
    if (error === undefined) return { asked, ...passed("listed", say`The service answers with a list.`) };
    return { asked, ...judge(error, input.model, input.targetUrl, facts) };
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

function judge(error: ScimError, model: MappingModel, targetUrl: string, facts: ConnectionFacts): Judgement {
  const { message } = error;
  switch (error.kind) {
    case "unauthorized":
      return judgeToken(error.status, message, model, facts);
    case "redirected":
      facts.blocked = say`Not asked, because the service redirects elsewhere.`;
      return faulty("fail", "redirected", message, moveAddress);
    case "rate-limited":
      facts.blocked = say`Not asked, because the service refuses further requests for now.`;
      return faulty("fail", "rate-limited", message, waitAndRepeat);
    case "transport":
      if (error.transport.kind === "cancelled") return cancelled;
      facts.blocked = say`Not asked, because the service cannot be reached.`;
      return faulty("fail", "unreachable", message, correctAndRepeat);
    case "unexpected-content":
      facts.blocked = say`Not asked, because the address does not answer as a SCIM service.`;
      return faulty("fail", "no-scim", message, addressAdvice(targetUrl));
    case "scim":
      return judgeStatus(error.status, message, targetUrl, facts);
  }
}

function judgeToken(status: 401 | 403, message: Sentence, model: MappingModel, facts: ConnectionFacts): Judgement {
  if (status === 401) {
    facts.blocked = say`Not asked, because the service does not accept the token.`;
    return faulty("fail", "token-refused", message, tokenAdvice(model, status));
  }
  facts.blocked = say`Not asked, because the token may not read.`;
  return faulty("fail", "reading-forbidden", message, tokenAdvice(model, status));
}

function judgeStatus(status: number, message: Sentence, targetUrl: string, facts: ConnectionFacts): Judgement {
  if (status === 404) {
    facts.blocked = say`Not asked, because the endpoint does not exist.`;
    return faulty("fail", "no-endpoint", message, addressAdvice(targetUrl));
  }
  if (status >= 500 && status !== 501) {
    facts.blocked = say`Not asked, because the service fails.`;
    const advice = say`Look into the service's own log; Entra would put the job into quarantine.`;
    return faulty("fail", "service-fails", message, advice);
  }
  const advice = say`The service does not list without a filter, so previews look up one account at a time.`;
  return faulty("deviation", "list-refused", message, advice);
}

function tokenAdvice({ connector }: MappingModel, status: 401 | 403): Sentence {
  const name = own(connector.displayName);
  const { kind, description } = connector.credential;
  if (kind === "oauth-code-grant") {
    return say`Entra signs in to ${name} with OAuth, so there is no secret token to copy from there. ${description} For tests and previews, obtain an access token of your own: register an application in the developer console of ${name}, sign in with an administrator's account, and set that access token here. It expires soon; Entra's own sign-in is not affected.`;
  }
  if (status === 403) return allowReading;
  return say`Set a valid secret token without the word 'Bearer' before it. Where it comes from: ${description}`;
}

function addressAdvice(targetUrl: string): Sentence {
  const path = URL.parse(targetUrl)?.pathname ?? "";
  if (/\/(users|groups|schemas|serviceproviderconfig)\/?$/i.test(path))
    return say`Take the last part off the tenant URL: it must be the base to which '/Users' is appended.`;
  if (/\/v2\/(?:.*\/)?v2\/?$/i.test(path)) return say`'/v2' stands twice in the tenant URL; take one off.`;
  return say`Check the tenant URL: '/Users' is appended to it, and many services expect '/scim' or '/scim/v2' before that.`;
}
