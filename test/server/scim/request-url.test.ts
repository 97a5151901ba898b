import fc from "fast-check";
import { expect, test } from "vitest";
import { render } from "#base/render-sentence";
import { plainText } from "#base/surfaces";
import { parseBaseUrl, printBaseUrl, requestUrl } from "#scim/request-url";
import type { BaseUrl, ScimRequest } from "#scim/request-url";
import { english, personalIn } from "#test/english";

function base(text: string): BaseUrl {
  const parsed = parseBaseUrl(text);
  if (!parsed.ok) throw new Error("A URL was expected.");
  return parsed.value;
}

function request(...[endpoint, id, parameters]: [string, string?, Record<string, string>?]): ScimRequest {
  const built = requestUrl(base("https://example.com/scim"), endpoint, id, parameters);
  if (!built.ok) throw new Error("A request was expected.");
  return built.value;
}

test.each([
  ["https://example.com/scim/", "https://example.com/scim"],
  ["https://example.com", "https://example.com"],
  ["  https://EXAMPLE.com:443/scim?aadOptscim062020  ", "https://example.com/scim?aadOptscim062020"],
  ["https://user:pass@example.com/scim#top", "https://example.com/scim"],
  ["http://localhost:8080/scim/v2//", "http://localhost:8080/scim/v2"],
])("%s is the base %s", (text, printed) => {
  expect(printBaseUrl(base(text))).toBe(printed);
});

test.each([
  ["example.com/scim", "'example.com/scim' is not a URL. Write the tenant URL with its scheme, for example 'https://example.com/scim'."],
  ["", "'' is not a URL. Write the tenant URL with its scheme, for example 'https://example.com/scim'."],
  [
    "ftp://example.com",
    "'ftp://example.com' does not begin with 'https:'. SCIM is spoken over HTTPS (RFC 7644 §7.1); write the tenant URL with https.",
  ],
])("nothing is asked of '%s'", (text, message) => {
  expect(english(parseBaseUrl(text))).toMatchObject({ ok: false, error: { kind: "transport", transport: { kind: "refused" }, message } });
});

test("ids and parameters are encoded once, and the query of the tenant URL stays", () => {
  expect(request("/Users", "a b/c?d").url).toBe("https://example.com/scim/Users/a%20b%2Fc%3Fd");
  expect(request("Users/", undefined, { filter: 'userName eq "ü"' }).url).toBe(
    "https://example.com/scim/Users?filter=userName%20eq%20%22%C3%BC%22",
  );
  const flagged = requestUrl(base("https://example.com/scim?aadOptscim062020"), "/Users", undefined, { count: 2, filter: undefined });
  expect(flagged).toMatchObject({ ok: true, value: { url: "https://example.com/scim/Users?aadOptscim062020&count=2" } });
});

test.each([".", "..", ""])("an id '%s' would leave the endpoint, so it is not asked for", (id) => {
  const built = requestUrl(base("https://example.com/scim"), "/Users", id);
  expect(english(built)).toMatchObject({ ok: false, error: { kind: "transport" } });
  expect(built.ok ? [] : personalIn(built.error.message)).toEqual([id]);
});

test("messages name the endpoint without its query, and mark an id as somebody's", () => {
  const one = request("/Users", "ada@example.com", { attributes: "userName" }).asked;
  expect(personalIn(one.place)).toEqual(["ada@example.com"]);
  expect(render(one.place, { surface: plainText })).toBe("https://example.com/scim/Users/ada@example.com");
  const all = request("/Users", undefined, { filter: 'userName eq "ada"' }).asked;
  expect(render(all.place, { surface: plainText })).toBe("https://example.com/scim/Users");
});

test("whatever the id, the request stays below the endpoint and carries it whole", () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units));
  fc.assert(
    fc.property(anyText, (id) => {
      const built = requestUrl(base("https://example.com/scim"), "/Users", id);
      if (!built.ok) return;
      const { pathname, search, hash } = new URL(built.value.url);
      expect([search, hash]).toEqual(["", ""]);
      expect(decodeURIComponent(pathname)).toBe(`/scim/Users/${id.toWellFormed()}`);
    }),
  );
});
