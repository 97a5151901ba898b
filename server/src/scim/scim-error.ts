import type { TransportError } from "#http/transport-error";

/** A failed read as a value: switch on `kind`. */
export type ScimError =
  | ({ readonly kind: "transport" } & { readonly transport: TransportError; readonly message: string })
  | { readonly kind: "unauthorized"; readonly status: 401 | 403; readonly message: string; readonly detail?: string | undefined }
  | { readonly kind: "rate-limited"; readonly status: 429; readonly message: string; readonly retryAfter?: number | undefined }
  | { readonly kind: "redirected"; readonly status: number; readonly location: string; readonly message: string }
  | {
      readonly kind: "scim";
      readonly status: number;
      readonly scimType?: string | undefined;
      readonly detail?: string | undefined;
      readonly message: string;
    }
  | {
      readonly kind: "unexpected-content";
      readonly status: number;
      readonly contentType?: string | undefined;
      readonly excerpt: string;
      readonly message: string;
    };
