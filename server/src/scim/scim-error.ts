import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { TransportError } from "#http/transport-error";

/** A failed read as a value: switch on `kind`. `message` is what a person reads and can act on; nothing decides by it. */
export type ScimError =
  | { readonly kind: "transport"; readonly transport: TransportError; readonly message: Sentence }
  | { readonly kind: "unauthorized"; readonly status: 401 | 403; readonly message: Sentence; readonly detail?: string | undefined }
  | { readonly kind: "rate-limited"; readonly status: 429; readonly message: Sentence; readonly retryAfter?: number | undefined }
  | { readonly kind: "redirected"; readonly status: number; readonly location: string; readonly message: Sentence }
  | {
      readonly kind: "scim";
      readonly status: number;
      readonly scimType?: string | undefined;
      readonly detail?: string | undefined;
      readonly message: Sentence;
    }
  | {
      readonly kind: "unexpected-content";
      readonly status: number;
      readonly contentType?: string | undefined;
      readonly excerpt: string;
      readonly message: Sentence;
    };

/** A request that was never sent, or that the transport would not send. */
export function refused(message: Sentence): ScimError {
  return transportFailure({ kind: "refused", message });
}

/** What went wrong below SCIM, as a failed read. */
export function transportFailure(transport: TransportError): ScimError {
  return { kind: "transport", transport, message: transport.message };
}

/** A read that would go on for ever, or nearly. */
export function tooManyPages(maxPages: number): ScimError {
  return {
    kind: "unexpected-content",
    status: 200,
    excerpt: "",
    message: say`The service still had resources after ${maxPages} pages, so reading stopped. Ask for larger pages.`,
  };
}

/** Whether there is nothing under the address that was asked. */
export function isNotFound(error: ScimError): boolean {
  return error.kind === "scim" && error.status === 404;
}

/** Whether a service said that it does not do what was asked: no failure of its own, and nothing that would pass. */
export function isRefused(error: ScimError): boolean {
  return error.kind === "scim" && (error.status < 500 || error.status === 501);
}
