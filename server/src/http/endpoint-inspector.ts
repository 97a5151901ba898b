import type { Result } from "#base/result";
import type { TransportError } from "./transport-error.ts";

/** Looks at an endpoint below HTTP, for the connection test. Injected by each host; every failure is a value. */
export interface EndpointInspector {
  /** The addresses a host name stands for. */
  resolve(hostname: string): Promise<Result<readonly string[], TransportError>>;
  /** What the TLS handshake shows, also when the certificate is not trusted. */
  inspectTls(hostname: string, port: number, signal?: AbortSignal): Promise<Result<TlsFacts, TransportError>>;
}

/** What a TLS handshake shows of an endpoint. */
export interface TlsFacts {
  /** `TLSv1.2`, `TLSv1.3`. */
  readonly protocol: string;
  /** Common name, or the first alternative name. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601; undefined when the certificate does not tell. */
  readonly validTo: string | undefined;
  readonly trusted: boolean;
  /** The system's code when it is not trusted (`CERT_HAS_EXPIRED`). */
  readonly distrustCode: string | undefined;
}
