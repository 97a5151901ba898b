import type { Part, Sentence } from "#base/sentence";

/** The checks of a connection test, by what they look at. */
export type CheckId =
  | "resolves"
  | "tls"
  | "authorised"
  | "entra-probe"
  | "service-provider-config"
  | "schemas"
  | "resource-types"
  | "matching-filter"
  | "paging"
  | "patch-and-soft-delete"
  | "rate-limit";

/** `deviation`: not what the standard or Entra asks for, and provisioning can work all the same. */
export type CheckGrade = "pass" | "deviation" | "fail" | "skipped";

/** What a check found, for whoever decides by it; the sentences beside it are for reading only. */
export type FindingCode =
  // why a check was not made
  | "cancelled"
  | "pointless"
  | "not-inspected"
  | "on-loopback"
  | "nothing-mapped"
  | "no-matching-attribute"
  | "list-unread"
  | "no-sample"
  | "no-answer"
  | "too-few-resources"
  // the address and the connection
  | "not-a-url"
  | "address-found"
  | "address-unknown"
  | "plain-http"
  | "no-handshake"
  | "certificate-accepted"
  | "certificate-expired"
  | "certificate-expires-soon"
  | "certificate-untrusted"
  | "tls-too-old"
  // the token and the list
  | "listed"
  | "token-refused"
  | "reading-forbidden"
  | "redirected"
  | "rate-limited"
  | "unreachable"
  | "no-scim"
  | "no-endpoint"
  | "service-fails"
  | "list-refused"
  // filters
  | "nobody-found"
  | "filter-refused"
  | "filter-ignored"
  | "not-found-for-none"
  | "account-found"
  | "account-missed"
  | "account-mistaken"
  | "accounts-alike"
  | "case-minded"
  // what the service says of itself
  | "configuration-complete"
  | "configuration-silent"
  | "not-discoverable"
  | "nothing-listed"
  | "schemas-agree"
  | "attributes-unknown"
  | "attributes-unlisted"
  | "types-agree"
  | "type-missing"
  | "types-differ"
  // its habits
  | "pages-differ"
  | "paging-refused"
  | "start-index-ignored"
  | "count-ignored"
  | "no-total"
  | "odd-list"
  | "patch-announced"
  | "patch-denied"
  | "patch-unstated"
  | "active-known"
  | "active-unknown"
  | "no-refusal"
  | "requests-refused";

/** What a connection test found: one entry per check, in the order they ran. */
export interface ConnectionReport {
  /** The tenant URL, without credentials. */
  readonly target: string;
  /** Texts that stand in the mapping: what a mask leaves as it is. No view shows them. */
  readonly mappingTexts: readonly string[];
  readonly checks: readonly ConnectionCheck[];
}

/** Whether somebody stopped the test before its end. */
export function isCancelled({ checks }: ConnectionReport): boolean {
  return checks.some(({ codes }) => codes.includes("cancelled"));
}

/** One check and what came of it. */
export interface ConnectionCheck {
  readonly id: CheckId;
  readonly title: Sentence;
  readonly grade: CheckGrade;
  /** Everything that was found, the same thing about several attributes once each. */
  readonly codes: readonly FindingCode[];
  /** The request, without personal values; `nothing` when nothing was asked. */
  readonly asked: Part;
  /** Whole sentences. For a skipped check: why. */
  readonly answered: Sentence;
  readonly milliseconds: number;
  /** RFC section or Entra rule. */
  readonly reference: Sentence;
  /** What to do; null when there is nothing to do. */
  readonly advice: Sentence | null;
}
