import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutCredentials } from "#base/credentials";
import { cases } from "#test/cases";
import { secretNames, secretUrl } from "#test/secret-urls";

test.each([
  ["https://ada:pw@example.com/scim", "https://example.com/scim"],
  ["HTTPS://ada@example.com", "HTTPS://example.com"],
  ["https:ada:pw@example.com", "https:example.com"],
  ["https:\\\\ada:p<w'@@example.com/x", "https:\\\\example.com/x"],
  ["ftp://ada:pw@example.com", "ftp://example.com"],
  ["No answer of 'https://ada:pw@example.com/x', says ada@example.com", "No answer of 'https://example.com/x', says ada@example.com"],
  ["https://example.com/?aadOptscim062020&access_token=a'b<c&x=1", "https://example.com/?aadOptscim062020&access_token=…&x=1"],
  ["https://example.com/?apiKey=a#code=b", "https://example.com/?apiKey=…#code=…"],
  ['GET "/Users?sig=abc" failed', 'GET "/Users?sig=…" failed'],
])("%s is named %s", (text, named) => {
  expect(withoutCredentials(text)).toBe(named);
});

test.each([
  "https://example.com/scim?aadOptscim062020",
  "https://example.com/Users/ada@example.com?startIndex=1&count=5",
  'userName eq "ada@example.com"',
  "urn:ietf:params:scim:schemas:core:2.0:User",
  "http://example.com says: ask ada@example.com",
  "mailto:ada@example.com",
  "code=1, password=2",
])("%s stays as it is", (text) => {
  expect(withoutCredentials(text)).toBe(text);
});

test("whatever a secret consists of, nothing of it is left of a URL, alone or in a sentence", () => {
  fc.assert(
    fc.property(secretUrl, ({ url, host }) => {
      for (const shown of [withoutCredentials(url), withoutCredentials(`'${url}' is none.`)]) {
        expect(shown).not.toMatch(/s3cr3t/i);
        expect(shown).toContain(host);
      }
    }),
    { numRuns: cases(200, 20_000) },
  );
  expect(secretNames.length).toBeGreaterThan(8);
});
