import { expect, test } from "vitest";
import { render } from "#base/render-sentence";
import type { Sentence } from "#base/sentence";
import { plainText } from "#base/surfaces";
import { createReader } from "#scim/read-service";
import type { ScimReader } from "#scim/reader";
import type { ScimError } from "#scim/scim-error";
import { english } from "#test/english";
import { json, scriptedTransport, testClock, text } from "#test/scripted-transport";
import type { Answer } from "#test/scripted-transport";

function readerThatHears(answer: Answer): ScimReader {
  const clock = testClock();
  return createReader({ baseUrl: "https://example.com/scim", transport: scriptedTransport(() => answer), clock, limits: { attempts: 1 } });
}

type Read = (reader: ScimReader) => Promise<{ readonly ok: boolean; readonly error?: ScimError }>;

const listUsers: Read = (reader) => reader.list("/Users");
const getAda: Read = (reader) => reader.get("/Users", "ada@example.com");
const readSchemas: Read = (reader) => reader.schemas();

async function errorOf(read: Read, answer: Answer): Promise<ScimError> {
  const { error } = await read(readerThatHears(answer));
  if (error === undefined) throw new Error("A failure was expected.");
  return error;
}

const masked = (sentence: Sentence): string => render(sentence, { surface: plainText, mask: () => "(somebody)" });

test.each<[string, Answer, string]>([
  [
    "401",
    json({}, 401),
    "'https://example.com/scim/Users' answered 401: the secret token is missing, wrong or expired. Set a valid token.",
  ],
  [
    "401 with an explanation",
    json({ detail: "Token expired" }, 401),
    "'https://example.com/scim/Users' answered 401: the secret token is missing, wrong or expired. It says: 'Token expired'. Set a valid token.",
  ],
  [
    "403 with a whole sentence",
    json({ detail: "No SCIM here." }, 403),
    "'https://example.com/scim/Users' answered 403: the token is known but may not read this. It says: 'No SCIM here.' Give it the right to read users and groups.",
  ],
  ["500", text("", 500), "'https://example.com/scim/Users' answered 500 without saying why."],
  [
    "400 with a type",
    json({ scimType: "invalidFilter" }, 400),
    "'https://example.com/scim/Users' answered 400 (invalidFilter) without saying why.",
  ],
  [
    "400 with both",
    json({ scimType: "tooMany", detail: "Too many." }, 400),
    "'https://example.com/scim/Users' answered 400 (tooMany) and says: 'Too many.'",
  ],
  [
    "a redirect without a place",
    text("", 302),
    "'https://example.com/scim/Users' answered 302 and redirects without saying where to. It was not followed, because the token is bound to the tenant URL; correct the tenant URL if the service has moved.",
  ],
  [
    "nothing at all",
    text(""),
    "'https://example.com/scim/Users' answered 200, but not with JSON. The answer is empty. Check that the tenant URL is the SCIM base URL and not a page or login address.",
  ],
  [
    "a page instead of an error",
    text("<html>Off</html>", 503, { "content-type": "text/html" }),
    "'https://example.com/scim/Users' answered 503 with a page instead of a SCIM error. The answer (text/html) begins '<html>Off</html>'. Check that the tenant URL is the SCIM base URL and not a page or login address.",
  ],
  ["JSON of another kind", json("hello"), "The service answered with JSON that is no ListResponse: '\"hello\"'."],
])("what is said of %s", async (_, answer, message) => {
  expect(english(await errorOf(listUsers, answer)).message).toBe(message);
});

test.each<[number | undefined, string]>([
  [undefined, "It does not say how long to wait."],
  [1, "It asks to wait 1 second."],
  [600, "It asks to wait 600 seconds."],
])("too many requests (Retry-After: %s): the sentence names no option of any host, the kind is for deciding", async (seconds, wait) => {
  const error = await errorOf(listUsers, text("", 429, seconds === undefined ? {} : { "retry-after": String(seconds) }));
  expect(error).toMatchObject({ kind: "rate-limited", retryAfter: seconds });
  expect(english(error).message).toBe(
    `'https://example.com/scim/Users' answered 429: too many requests. ${wait} Lower the rate or try again later.`,
  );
});

test("what a service explains about people is masked, and so is an id in the path", async () => {
  const conflict = await errorOf(listUsers, json({ detail: "ada@example.com exists twice" }, 409));
  expect(masked(conflict.message)).toBe("'https://example.com/scim/Users' answered 409 and says: '(somebody)'.");
  const broken = await errorOf(getAda, json({ detail: "Broken" }, 500));
  expect(masked(broken.message)).toBe("'https://example.com/scim/Users/(somebody)' answered 500 and says: '(somebody)'.");
  expect(english(broken).message).toBe("'https://example.com/scim/Users/ada@example.com' answered 500 and says: 'Broken'.");
  const page = await errorOf(listUsers, text("Ada Lovelace"));
  expect(masked(page.message)).not.toContain("Ada");
  const odd = await errorOf(getAda, json(["Ada Lovelace"]));
  expect(masked(odd.message)).toBe("The service answered with JSON that is no resource: '(somebody)'.");
});

test("what a service says when it is asked about itself may name somebody, too", async () => {
  const failed = await errorOf(readSchemas, json({ detail: "ada@example.com may not read schemas" }, 501));
  expect(masked(failed.message)).toBe("'https://example.com/scim/Schemas' answered 501 and says: '(somebody)'.");
  const page = await errorOf(readSchemas, text("<html>Signed in as Ada</html>", 200, { "content-type": "text/html" }));
  expect(masked(page.message)).toContain("(text/html) begins '(somebody)'");
  // A token belongs to somebody.
  const owner = await errorOf(readSchemas, json({ detail: "The token of ada@example.com has expired" }, 401));
  expect(masked(owner.message)).not.toContain("ada");
});

test("nothing that a service says can draw on a terminal or turn the direction of a line", async () => {
  const hostile = "\u001b[2J\u202e\u0085::error::x";
  const answers = [
    json({ detail: hostile }, 401),
    json({ scimType: hostile, detail: hostile }, 400),
    text(hostile, 200, { "content-type": hostile }),
    text("", 302, { location: hostile }),
    json({ [hostile]: 1 }),
  ];
  for (const answer of answers) {
    const { message } = await errorOf(listUsers, answer);
    expect(render(message, { surface: plainText })).not.toMatch(/[\u001b\u0085\u202e\n]/);
  }
});
