/** What a service says it supports (RFC 7643 §5); each part parsed on its own, undefined where it said nothing usable. */
export interface ServiceProviderConfig {
  readonly patch: boolean | undefined;
  readonly bulk: boolean | undefined;
  readonly filter: boolean | undefined;
  readonly filterMaxResults: number | undefined;
  readonly sort: boolean | undefined;
  readonly etag: boolean | undefined;
  readonly authenticationSchemes: readonly string[];
}
