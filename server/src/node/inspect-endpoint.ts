import { lookup } from "node:dns/promises";
import * as tls from "node:tls";
import { failure, success } from "#base/result";
import { foreign, say } from "#base/sentence";
import type { EndpointInspector, TlsFacts } from "#http/endpoint-inspector";
import { toTransportError } from "./transport-error.ts";

/** Milliseconds after which a handshake is given up. */
const handshakeTimeout = 10_000;

/** Looks at endpoints with the system's resolver and one TLS handshake; nothing is sent over the connection. */
export const endpointInspector: EndpointInspector = {
  async resolve(hostname) {
    try {
      const found = await lookup(withoutBrackets(hostname), { all: true });
      return success(found.map(({ address }) => address));
    } catch (error) {
      return failure(toTransportError(error, hostname));
    }
  },

  inspectTls(hostname, port, signal) {
    return new Promise((resolve) => {
      const host = withoutBrackets(hostname);
      // The certificate is inspected and reported, not relied on: no byte of a request passes through this socket.
      const socket = tls.connect({
        host,
        port,
        servername: isAddress(host) ? "" : host,
        rejectUnauthorized: false,
        timeout: handshakeTimeout,
      });
      const cancel = (): void => {
        socket.destroy();
        resolve(failure({ kind: "cancelled", message: say`Looking at the certificate of '${foreign(hostname)}' was cancelled.` }));
      };
      signal?.addEventListener("abort", cancel, { once: true });
      const finish = (result: Awaited<ReturnType<EndpointInspector["inspectTls"]>>): void => {
        signal?.removeEventListener("abort", cancel);
        socket.destroy();
        resolve(result);
      };
      socket.once("secureConnect", () => finish(success(factsOf(socket, host))));
      socket.once("timeout", () => finish(failure(toTransportError({ code: "ETIMEDOUT" }, hostname))));
      socket.once("error", (error) => finish(failure(toTransportError(error, hostname))));
    });
  },
};

function factsOf(socket: tls.TLSSocket, host: string): TlsFacts {
  const certificate = socket.getPeerCertificate();
  const problem = socket.authorized ? tls.checkServerIdentity(host, certificate) : socket.authorizationError;
  const validTo = Date.parse(certificate.valid_to);
  return {
    protocol: socket.getProtocol() ?? "unknown",
    subject: nameOf(certificate.subject) ?? certificate.subjectaltname?.replace(/,.*/, "").replace(/^DNS:/, "") ?? host,
    issuer: nameOf(certificate.issuer) ?? "unknown",
    validTo: Number.isNaN(validTo) ? undefined : new Date(validTo).toISOString(),
    trusted: problem === undefined,
    distrustCode: problemCode(problem),
  };
}

/** Absent in a certificate without a common name, whatever the types say. */
function nameOf(name: Partial<tls.Certificate> | undefined): string | undefined {
  const text = name?.CN ?? name?.O;
  return Array.isArray(text) ? text[0] : text;
}

function problemCode(problem: Error | string | undefined): string | undefined {
  if (problem === undefined) return undefined;
  if (typeof problem === "string") return problem;
  return "code" in problem && typeof problem.code === "string" ? problem.code : problem.name;
}

function withoutBrackets(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function isAddress(host: string): boolean {
  return host.includes(":") || /^\d+(\.\d+){3}$/.test(host);
}
