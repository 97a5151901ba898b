import { asJson, own, personal, plural, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { JsonValue } from "#scim/resource";

/** What an answer is taken from: the list that was read, one query of its own, or a recording. */
export type EvidenceKind = "list" | "query" | "recorded";

/** What an answer proves. */
export type Proves =
  /** What came for a value. */
  | "found"
  | "nobody"
  | "several"
  /** What is wrong with the answer: Entra's query was refused, brought accounts without the value, or found one that has another. */
  | "refused"
  | "ignored"
  | "stranger"
  /** One account came, and does not show the attribute. */
  | "value-not-shown"
  /** No answer to the question. */
  | "unanswered";

/** One answer that a decision rests on. Asked and answered are for people; whoever decides reads `kind` and `proves`. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly proves: Proves;
  readonly asked: Sentence;
  readonly answered: Sentence;
}

/** What a number of accounts proves. */
function provedBy(found: number): Proves {
  return found === 0 ? "nobody" : found === 1 ? "found" : "several";
}

/** Accounts with a value among those that were read, of a service or of a recording of one. */
export function listEvidence(kind: "list" | "recorded", attribute: string, value: JsonValue, found: number, read: number): Evidence {
  const answered = plural(found, say`1 account, among ${read} that were read`, say`${found} accounts, among ${read} that were read`);
  return { kind, proves: provedBy(found), asked: say`${own(attribute)} ${asJson(personal(value))} in the list`, answered };
}

/** What a filter query found. */
export function queryEvidence(query: Sentence, found: number): Evidence {
  return { kind: "query", proves: provedBy(found), asked: query, answered: plural(found, say`1 account`, say`${found} accounts`) };
}
