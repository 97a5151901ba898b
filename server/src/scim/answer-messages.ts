import { asSentence, foreign, joined, own, personal, plural, say } from "#base/sentence";
import type { Part, Sentence, Value } from "#base/sentence";
import type { Asked } from "./asked.ts";

/** 401 or 403. What the service adds may name the owner of the token, whatever was asked for. */
export function unauthorizedMessage(status: 401 | 403, { place }: Asked, detail: string | undefined): Sentence {
  const said = detail === undefined ? [] : [saying(detail)];
  return status === 401
    ? paragraph(say`'${place}' answered 401: the secret token is missing, wrong or expired.`, ...said, say`Set a valid token.`)
    : paragraph(
        say`'${place}' answered 403: the token is known but may not read this.`,
        ...said,
        say`Give it the right to read users and groups.`,
      );
}

function saying(detail: string): Sentence {
  return endsAsSentence(detail) ? say`It says: '${personal(detail)}'` : say`It says: '${personal(detail)}'.`;
}

/** How to lower the rate is for the host to say, who knows by what option or setting. */
export function rateLimitMessage({ place }: Asked, retryAfter: number | undefined): Sentence {
  return paragraph(
    say`'${place}' answered 429: too many requests.`,
    retryAfter === undefined
      ? say`It does not say how long to wait.`
      : plural(retryAfter, say`It asks to wait 1 second.`, say`It asks to wait ${retryAfter} seconds.`),
    say`Lower the rate or try again later.`,
  );
}

/** A SCIM error (RFC 7644 §3.12), or any other refusal with a body in JSON. It may name people whatever was asked for: whose token it is, or who may not read schemas. */
export function scimMessage(status: number, { place }: Asked, scimType: string | undefined, detail: string | undefined): Sentence {
  const answer: Part = scimType === undefined ? own(status) : joined([own(status), say`(${personal(scimType)})`], " ");
  if (detail === undefined) return say`'${place}' answered ${answer} without saying why.`;
  const words = personal(detail);
  return endsAsSentence(detail)
    ? say`'${place}' answered ${answer} and says: '${words}'`
    : say`'${place}' answered ${answer} and says: '${words}'.`;
}

/** `location` is empty where the service does not tell it. */
export function redirectMessage(status: number, { place }: Asked, location: string): Sentence {
  return paragraph(
    location === ""
      ? say`'${place}' answered ${status} and redirects without saying where to.`
      : say`'${place}' answered ${status} and redirects to '${locationIn(location)}'.`,
    say`It was not followed, because the token is bound to the tenant URL; correct the tenant URL if the service has moved.`,
  );
}

/** Which service it is anybody may know; the path may name who was asked for. */
function locationIn(location: string): Part {
  const origin = URL.parse(location)?.origin;
  if (origin === undefined || !location.startsWith(origin)) return personal(location);
  return joined([foreign(origin), personal(location.slice(origin.length))], "");
}

/** What is wrong with an answer that is no SCIM at all. */
export const noScim = {
  json: ({ place }: Asked, status: number): Sentence => say`'${place}' answered ${status}, but not with JSON.`,
  nesting: ({ place }: Asked, levels: number): Sentence => say`'${place}' answered with JSON nested more than ${levels} levels deep.`,
  page: ({ place }: Asked, status: number): Sentence => say`'${place}' answered ${status} with a page instead of a SCIM error.`,
} as const;

/** The same with what the answer looks like. */
export function unexpectedMessage(what: Sentence, contentType: string | undefined, excerpt: string): Sentence {
  return paragraph(what, looks(contentType, excerpt), say`Check that the tenant URL is the SCIM base URL and not a page or login address.`);
}

function looks(contentType: string | undefined, excerpt: string): Sentence {
  if (excerpt === "") return say`The answer is empty.`;
  const words = personal(excerpt);
  return contentType === undefined
    ? say`The answer (no content type) begins '${words}'.`
    : say`The answer (${foreign(contentType)}) begins '${words}'.`;
}

/** JSON that is not what was asked for, by what that was. */
export const otherJson = {
  configuration: (words: Value): Sentence => say`The service answered with JSON that is no service provider configuration: '${words}'.`,
  schemas: (words: Value): Sentence => say`The service answered with JSON that is no list of schemas: '${words}'.`,
  resourceTypes: (words: Value): Sentence => say`The service answered with JSON that is no list of resource types: '${words}'.`,
  resource: (words: Value): Sentence => say`The service answered with JSON that is no resource: '${words}'.`,
  list: (words: Value): Sentence => say`The service answered with JSON that is no ListResponse: '${words}'.`,
} as const;

function endsAsSentence(text: string): boolean {
  return /[.!?…]$/.test(text);
}

function paragraph(...sentences: readonly Sentence[]): Sentence {
  return asSentence(joined(sentences, " "));
}
