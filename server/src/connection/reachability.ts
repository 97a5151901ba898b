import { foreign, joined, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { isLoopback } from "#http/authorised-transport";
import type { TlsFacts } from "#http/endpoint-inspector";
import type { Check, Judgement } from "./check.ts";
import { faulty, passed, skipped } from "./check.ts";
import { cancelled } from "./unanswered.ts";

/** The host name of the tenant URL leads somewhere. */
export const resolves: Check = {
  id: "resolves",
  title: say`The address resolves`,
  reference: say`Entra: the tenant URL must be reachable from the internet`,
  async run({ targetUrl, inspector }, facts) {
    const url = URL.parse(targetUrl);
    if (url === null) {
      facts.blocked = say`Not asked, because the tenant URL is not a URL.`;
      const advice = say`Write the tenant URL with its scheme, for example 'https://example.com/scim'.`;
      return { asked: foreign(targetUrl), ...faulty("fail", "not-a-url", say`'${foreign(targetUrl)}' is not a URL.`, advice) };
    }
    if (inspector === undefined) return skipped("not-inspected", notInspected);
    const host = foreign(url.hostname);
    const asked = say`look up ${host}`;
    const found = await inspector.resolve(url.hostname);
    if (found.ok) {
      const addresses = joined(found.value.slice(0, 4).map(foreign), ", ");
      return { asked, ...passed("address-found", say`${host} is ${addresses}.`) };
    }
    facts.blocked = say`Not asked, because the host name '${host}' does not resolve.`;
    const advice = say`Correct the host name in the tenant URL, or check the name server.`;
    return { asked, ...faulty("fail", "address-unknown", found.error.message, advice) };
  },
};

const notInspected = say`Names and certificates are not looked at from here; whether the token is accepted tells that the connection stands.`;

/** The connection is encrypted and the certificate is one that Entra accepts. */
export const tls: Check = {
  id: "tls",
  title: say`TLS and certificate`,
  reference: say`RFC 7644 §7.1; Entra: TLS 1.2 and a certificate of a well-known authority`,
  async run({ targetUrl, inspector, today, signal }, facts) {
    const url = URL.parse(targetUrl);
    if (url === null) return skipped("not-a-url", say`The tenant URL is not a URL.`);
    if (url.protocol !== "https:") {
      if (isLoopback(url.hostname))
        return skipped("on-loopback", say`Plain http is allowed on loopback, where nothing leaves this machine.`);
      facts.blocked = say`Not asked, because a token is not sent over plain http.`;
      const advice = say`Use an https tenant URL; Entra accepts no other, and the token would travel readably.`;
      return { asked: foreign(targetUrl), ...faulty("fail", "plain-http", say`The tenant URL does not begin with 'https:'.`, advice) };
    }
    if (inspector === undefined) return skipped("not-inspected", notInspected);
    const port = url.port === "" ? 443 : Number(url.port);
    const asked = say`TLS handshake with ${foreign(`${url.hostname}:${port}`)}`;
    const handshake = await inspector.inspectTls(url.hostname, port, signal);
    if (handshake.ok) return { asked, ...judgeTls(handshake.value, today) };
    if (handshake.error.kind === "cancelled") return { asked, ...cancelled };
    const advice = say`Make the service reachable with TLS 1.2 at this address.`;
    return { asked, ...faulty("fail", "no-handshake", handshake.error.message, advice) };
  },
};

/** Days before its expiry at which a certificate is worth a word. */
const soon = 30;

function judgeTls(facts: TlsFacts, today: Date): Judgement {
  const days = facts.validTo === undefined ? undefined : Math.floor((Date.parse(facts.validTo) - today.getTime()) / 86_400_000);
  const answered = describeTls(facts);
  if (days !== undefined && days < 0)
    return faulty("fail", "certificate-expired", answered, say`The certificate has expired. Renew it; Entra does not connect either.`);
  if (!facts.trusted) return faulty("fail", "certificate-untrusted", answered, untrusted(facts.distrustCode));
  if (!/^TLSv1\.[23]$/.test(facts.protocol))
    return faulty("fail", "tls-too-old", answered, say`Switch on TLS 1.2; Entra refuses older versions.`);
  if (days !== undefined && days < soon) {
    return faulty("deviation", "certificate-expires-soon", answered, expiresIn(days));
  }
  return passed("certificate-accepted", answered);
}

function expiresIn(days: number): Sentence {
  if (days === 0) return say`The certificate expires within a day. Renew it before then.`;
  return plural(
    days,
    say`The certificate expires in 1 day. Renew it before then.`,
    say`The certificate expires in ${days} days. Renew it before then.`,
  );
}

function describeTls({ protocol, subject, issuer, validTo }: TlsFacts): Sentence {
  const [version, owner, authority] = [foreign(protocol), foreign(subject), foreign(issuer)];
  return validTo === undefined
    ? say`${version}; certificate of '${owner}' issued by '${authority}'.`
    : say`${version}; certificate of '${owner}' issued by '${authority}', valid until ${foreign(validTo.slice(0, 10))}.`;
}

function untrusted(code: string | undefined): Sentence {
  return code === undefined
    ? say`The certificate is not trusted. Install one that a well-known authority issued for this host name.`
    : say`The certificate is not trusted (${foreign(code)}). Install one that a well-known authority issued for this host name.`;
}
