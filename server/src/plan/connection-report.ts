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

/** What a connection test found: one entry per check, in the order they ran. */
export interface ConnectionReport {
  /** The tenant URL, without credentials. */
  readonly target: string;
  readonly checks: readonly ConnectionCheck[];
}

export interface ConnectionCheck {
  readonly id: CheckId;
  readonly title: string;
  readonly grade: CheckGrade;
  /** The request, without personal values. Empty when nothing was asked. */
  readonly asked: string;
  /** Whole sentences. For a skipped check: why. */
  readonly answered: string;
  readonly milliseconds: number;
  /** RFC section or Entra rule. */
  readonly reference: string;
  /** What to do; null when there is nothing to do. */
  readonly advice: string | null;
}
