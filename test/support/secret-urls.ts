import fc from "fast-check";

/** Names of URL parameters that services take secrets in. */
export const secretNames: readonly string[] = [
  ...["token", "access_token", "id_token", "secret", "client_secret", "clientSecret", "key", "apiKey", "api-key", "subscription-key"],
  ...["sig", "signature", "X-Amz-Signature", "password", "passwd", "pwd", "code", "auth", "credentials", "jwt", "client_assertion"],
];

/** Without what would end a user name, a parameter or a quoted text, which `withoutCredentials` has cases of its own for. */
const oddCharacters = Array.from("abcXYZ019-._~!$*+,;:=%(){}|^@\u00fc\u202e");
const around = fc.string({ unit: fc.constantFrom(...oddCharacters), maxLength: 5 });
const secret = fc.tuple(around, around).map(([before, after]) => `${before}s3cr3t${after}`);

/** A URL with a secret that is found again by `s3cr3t`: in its user information, or in a parameter or fragment named like one. */
export const secretUrl: fc.Arbitrary<{ readonly url: string; readonly host: string }> = fc
  .record({
    scheme: fc.constantFrom("https://", "http://", "HTTPS://"),
    user: fc.option(fc.tuple(around, secret), { nil: undefined }),
    parameters: fc.array(fc.tuple(fc.constantFrom(...secretNames), secret), { minLength: 1, maxLength: 3 }),
    at: fc.constantFrom("?", "?aadOptscim062020&", "#"),
  })
  .map(({ scheme, user, parameters, at }) => {
    const host = "service.example";
    const info = user === undefined ? "" : `${user.join(":")}@`;
    return { host, url: `${scheme}${info}${host}/scim${at}${parameters.map((pair) => pair.join("=")).join("&")}` };
  });
