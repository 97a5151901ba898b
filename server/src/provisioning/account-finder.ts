import type { Sentence } from "#base/sentence";
import type { Evidence } from "#plan/evidence";
import type { MatchFailureCode } from "#plan/reason";
import type { FoundHow } from "#plan/step-detail";
import type { ScimReader } from "#scim/reader";
import type { JsonValue, Resource } from "#scim/resource";
import type { MatchingAttribute, PreparedMap } from "./prepared-map.ts";
import type { TargetAccounts } from "./target-accounts.ts";

/** A matching attribute and the mapped value that is looked for. */
export interface MatchingValue {
  readonly attribute: MatchingAttribute;
  readonly value: JsonValue;
}

/** What came of looking for one value, and the answers that it rests on. */
export type Found =
  | { readonly kind: "found"; readonly how: FoundHow; readonly resources: readonly Resource[]; readonly evidence: readonly Evidence[] }
  /** Entra's own query fails for this value. */
  | (Undecided & { readonly kind: "fails"; readonly code: MatchFailureCode })
  /** Nothing can be said. */
  | (Undecided & { readonly kind: "open" });

interface Undecided {
  readonly reason: Sentence;
  readonly evidence: readonly Evidence[];
  /** Accounts that have the value in the list all the same. */
  readonly listed?: readonly Resource[] | undefined;
}

/** Looks for the accounts that have a value. */
export type AccountFinder = (value: MatchingValue) => Promise<Found>;

/** What is known of a target's accounts of one type, and whom to ask for more. */
export interface TargetView {
  readonly map: PreparedMap;
  readonly reader: ScimReader;
  readonly accounts: TargetAccounts;
}
