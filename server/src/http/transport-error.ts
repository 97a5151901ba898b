import type { Sentence } from "#base/sentence";

/** What went wrong below SCIM: no answer at all. Never holds a header or a credential. */
export interface TransportError {
  readonly kind: "network" | "dns" | "tls" | "timeout" | "too-large" | "cancelled" | "refused";
  /** What a person can act on; code switches on `kind`. */
  readonly message: Sentence;
  /** The system's code where there is one (`ECONNREFUSED`, `CERT_HAS_EXPIRED`). */
  readonly code?: string | undefined;
}
