import type { TransportError } from "#http/transport-error";

/** A system error of `node:dns`, `node:net`, `node:tls` or `node:http` as a sentence. Never repeats a header. */
export function toTransportError(error: unknown, host: string): TransportError {
  const code = codeOf(error);
  const known = code === undefined ? undefined : sentences[code];
  if (known !== undefined) return { kind: known.kind, code, message: known.message(host) };
  if (code !== undefined && /^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|EPROTO)/.test(code)) {
    return {
      kind: "tls",
      code,
      message: `No secure connection to '${host}' came about (${code}). Check that the port speaks HTTPS with TLS 1.2 or newer.`,
    };
  }
  if (code?.startsWith("HPE_") === true) {
    return {
      kind: "network",
      code,
      message: `'${host}' answered something that is not HTTP (${code}). Check the port and the scheme of the tenant URL.`,
    };
  }
  return {
    kind: "network",
    code,
    message: `The connection to '${host}' failed${code === undefined ? "" : ` (${code})`}. Check the network and the tenant URL.`,
  };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  // Several addresses were tried and each failed: the first failure speaks for all.
  return error instanceof AggregateError ? codeOf(error.errors[0]) : undefined;
}

interface Sentence {
  readonly kind: TransportError["kind"];
  readonly message: (host: string) => string;
}

const dropped: Sentence = { kind: "network", message: (host) => `'${host}' dropped the connection before it had answered.` };
const unreachable: Sentence = {
  kind: "network",
  message: (host) => `'${host}' cannot be reached from this network. Check the VPN, the proxy and the firewall.`,
};
const selfSigned: Sentence = {
  kind: "tls",
  message: (host) => `The certificate of '${host}' is self-signed. Entra accepts only certificates of a well-known authority; install one.`,
};
const incomplete: Sentence = {
  kind: "tls",
  message: (host) =>
    `The certificate of '${host}' does not lead to a known authority. Let the server send its intermediate certificates too.`,
};

const sentences: Readonly<Record<string, Sentence>> = {
  ENOTFOUND: { kind: "dns", message: (host) => `The host name '${host}' does not exist. Check the spelling of the tenant URL.` },
  ENODATA: { kind: "dns", message: (host) => `The host name '${host}' has no address. Check the spelling of the tenant URL.` },
  EAI_AGAIN: {
    kind: "dns",
    message: (host) => `The host name '${host}' could not be looked up just now. Check the network and try again.`,
  },
  ECONNREFUSED: {
    kind: "refused",
    message: (host) => `'${host}' refuses the connection. Check that the service runs and that the port of the tenant URL is right.`,
  },
  ECONNRESET: dropped,
  EPIPE: dropped,
  ECONNABORTED: dropped,
  ENETUNREACH: unreachable,
  EHOSTUNREACH: unreachable,
  ETIMEDOUT: { kind: "timeout", message: (host) => `'${host}' did not answer in time. Check the tenant URL, the VPN and the firewall.` },
  CERT_HAS_EXPIRED: {
    kind: "tls",
    message: (host) => `The certificate of '${host}' has expired. Renew it; Entra does not connect either.`,
  },
  CERT_NOT_YET_VALID: {
    kind: "tls",
    message: (host) => `The certificate of '${host}' is not valid yet. Check its dates and the clock of this machine.`,
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    kind: "tls",
    message: (host) =>
      `The certificate of '${host}' was issued for another host name. Check the tenant URL or install the right certificate.`,
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: selfSigned,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: incomplete,
  UNABLE_TO_GET_ISSUER_CERT: incomplete,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: incomplete,
  ERR_INVALID_CHAR: {
    kind: "refused",
    message: (host) =>
      `The request to '${host}' was not sent, because the token holds a character that no HTTP header can carry. Copy the token again, without line breaks.`,
  },
};
