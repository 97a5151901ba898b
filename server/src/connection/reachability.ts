import { isLoopback } from "#http/authorised-transport";
import type { TlsFacts } from "#http/endpoint-inspector";
import type { Check, Finding } from "./check.ts";
import { skipped } from "./check.ts";

/** The host name of the tenant URL leads somewhere. */
export const resolves: Check = {
  id: "resolves",
  title: "The address resolves",
  reference: "Entra: the tenant URL must be reachable from the internet",
  async run({ targetUrl, inspector }, facts) {
    const url = URL.parse(targetUrl);
    if (url === null) {
      facts.blocked = "the tenant URL is not a URL";
      const advice = "Write the tenant URL with its scheme, for example 'https://example.com/scim'.";
      return { grade: "fail", asked: targetUrl, answered: `'${targetUrl}' is not a URL.`, advice };
    }
    if (inspector === undefined) return skipped(notInspected);
    const asked = `look up ${url.hostname}`;
    const found = await inspector.resolve(url.hostname);
    if (found.ok) return { grade: "pass", asked, answered: `${url.hostname} is ${found.value.slice(0, 4).join(", ")}.`, advice: null };
    facts.blocked = `the host name '${url.hostname}' does not resolve`;
    return {
      grade: "fail",
      asked,
      answered: found.error.message,
      advice: "Correct the host name in the tenant URL, or check the name server.",
    };
  },
};

const notInspected = "Names and certificates are not looked at from here; whether the token is accepted tells that the connection stands.";

/** The connection is encrypted and the certificate is one that Entra accepts. */
export const tls: Check = {
  id: "tls",
  title: "TLS and certificate",
  reference: "RFC 7644 §7.1; Entra: TLS 1.2 and a certificate of a well-known authority",
  async run({ targetUrl, inspector, today, signal }, facts) {
    const url = URL.parse(targetUrl);
    if (url === null) return skipped("The tenant URL is not a URL.");
    if (url.protocol !== "https:") {
      if (isLoopback(url.hostname)) return skipped("Plain http is allowed on loopback, where nothing leaves this machine.");
      facts.blocked = "a token is not sent over plain http";
      return {
        grade: "fail",
        asked: targetUrl,
        answered: "The tenant URL does not begin with 'https:'.",
        advice: "Use an https tenant URL; Entra accepts no other, and the token would travel readably.",
      };
    }
    if (inspector === undefined) return skipped(notInspected);
    const port = url.port === "" ? 443 : Number(url.port);
    const asked = `TLS handshake with ${url.hostname}:${port}`;
    const handshake = await inspector.inspectTls(url.hostname, port, signal);
    if (!handshake.ok)
      return {
        grade: "fail",
        asked,
        answered: handshake.error.message,
        advice: "Make the service reachable with TLS 1.2 at this address.",
      };
    return { ...judgeTls(handshake.value, today), asked };
  },
};

/** Days before its expiry at which a certificate is worth a word. */
const soon = 30;

function judgeTls(facts: TlsFacts, today: Date): Omit<Finding, "asked"> {
  const days = facts.validTo === undefined ? undefined : Math.floor((Date.parse(facts.validTo) - today.getTime()) / 86_400_000);
  const until = facts.validTo === undefined ? "" : `, valid until ${facts.validTo.slice(0, 10)}`;
  const answered = `${facts.protocol}; certificate of '${facts.subject}' issued by '${facts.issuer}'${until}.`;
  if (days !== undefined && days < 0)
    return { grade: "fail", answered, advice: "The certificate has expired. Renew it; Entra does not connect either." };
  if (!facts.trusted) {
    const why = facts.problem === undefined ? "" : ` (${facts.problem})`;
    return {
      grade: "fail",
      answered,
      advice: `The certificate is not trusted${why}. Install one that a well-known authority issued for this host name.`,
    };
  }
  if (!/^TLSv1\.[23]$/.test(facts.protocol)) return { grade: "fail", answered, advice: "Switch on TLS 1.2; Entra refuses older versions." };
  if (days !== undefined && days < soon)
    return { grade: "deviation", answered, advice: `The certificate expires in ${days} days. Renew it before then.` };
  return { grade: "pass", answered, advice: null };
}
