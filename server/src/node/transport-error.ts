import { foreign, say } from "#base/sentence";
import type { Sentence, Value } from "#base/sentence";
import type { TransportError } from "#http/transport-error";

/** A system error of `node:dns`, `node:net`, `node:tls` or `node:http` as a sentence. Never repeats a header. */
export function toTransportError(error: unknown, hostName: string): TransportError {
  const code = codeOf(error);
  const host = foreign(hostName);
  const known = code === undefined ? undefined : knownErrors[code];
  if (known !== undefined) return { kind: known.kind, code, message: known.message(host) };
  return code === undefined ? { kind: "network", code, message: failed(host) } : { ...byFamily(code, host), code };
}

/** Errors that have no sentence of their own, by the family their code shows. */
function byFamily(code: string, host: Value): Pick<TransportError, "kind" | "message"> {
  if (/^(ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|EPROTO)/.test(code)) {
    return {
      kind: "tls",
      message: say`No secure connection to '${host}' came about (${foreign(code)}). Check that the port speaks HTTPS with TLS 1.2 or newer.`,
    };
  }
  if (code.startsWith("HPE_")) {
    return {
      kind: "network",
      message: say`'${host}' answered something that is not HTTP (${foreign(code)}). Check the port and the scheme of the tenant URL.`,
    };
  }
  return { kind: "network", message: say`The connection to '${host}' failed (${foreign(code)}). Check the network and the tenant URL.` };
}

function failed(host: Value): Sentence {
  return say`The connection to '${host}' failed. Check the network and the tenant URL.`;
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("code" in error && typeof error.code === "string") return error.code;
  // Several addresses were tried and each failed: the first failure speaks for all.
  return error instanceof AggregateError ? codeOf(error.errors[0]) : undefined;
}

interface KnownError {
  readonly kind: TransportError["kind"];
  readonly message: (host: Value) => Sentence;
}

const dropped: KnownError = { kind: "network", message: (host) => say`'${host}' dropped the connection before it had answered.` };
const unreachable: KnownError = {
  kind: "network",
  message: (host) => say`'${host}' cannot be reached from this network. Check the VPN, the proxy and the firewall.`,
};
const selfSigned: KnownError = {
  kind: "tls",
  message: (host) =>
    say`The certificate of '${host}' is self-signed. Entra accepts only certificates of a well-known authority; install one.`,
};
const incomplete: KnownError = {
  kind: "tls",
  message: (host) =>
    say`The certificate of '${host}' does not lead to a known authority. Let the server send its intermediate certificates too.`,
};

const knownErrors: Readonly<Record<string, KnownError>> = {
  ENOTFOUND: { kind: "dns", message: (host) => say`The host name '${host}' does not exist. Check the spelling of the tenant URL.` },
  ENODATA: { kind: "dns", message: (host) => say`The host name '${host}' has no address. Check the spelling of the tenant URL.` },
  EAI_AGAIN: {
    kind: "dns",
    message: (host) => say`The host name '${host}' could not be looked up just now. Check the network and try again.`,
  },
  ECONNREFUSED: {
    kind: "refused",
    message: (host) => say`'${host}' refuses the connection. Check that the service runs and that the port of the tenant URL is right.`,
  },
  ECONNRESET: dropped,
  EPIPE: dropped,
  ECONNABORTED: dropped,
  ENETUNREACH: unreachable,
  EHOSTUNREACH: unreachable,
  ETIMEDOUT: {
    kind: "timeout",
    message: (host) => say`'${host}' did not answer in time. Check the tenant URL, the VPN and the firewall.`,
  },
  CERT_HAS_EXPIRED: {
    kind: "tls",
    message: (host) => say`The certificate of '${host}' has expired. Renew it; Entra does not connect either.`,
  },
  CERT_NOT_YET_VALID: {
    kind: "tls",
    message: (host) => say`The certificate of '${host}' is not valid yet. Check its dates and the clock of this machine.`,
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    kind: "tls",
    message: (host) =>
      say`The certificate of '${host}' was issued for another host name. Check the tenant URL or install the right certificate.`,
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: selfSigned,
  SELF_SIGNED_CERT_IN_CHAIN: selfSigned,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: incomplete,
  UNABLE_TO_GET_ISSUER_CERT: incomplete,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: incomplete,
  ERR_INVALID_CHAR: {
    kind: "refused",
    message: (host) =>
      say`The request to '${host}' was not sent, because the token holds a character that no HTTP header can carry. Copy the token again, without line breaks.`,
  },
};
