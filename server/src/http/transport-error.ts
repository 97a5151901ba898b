/** What went wrong below SCIM: no answer at all. Never holds a header or a credential. */
export interface TransportError {
  readonly kind: "network" | "dns" | "tls" | "timeout" | "too-large" | "cancelled" | "refused";
  /** One sentence a person can act on. */
  readonly message: string;
  /** The system's code where there is one (`ECONNREFUSED`, `CERT_HAS_EXPIRED`). */
  readonly code?: string | undefined;
}
