import { nearestName } from "#base/nearest-name";
import type { NameText } from "#scim/filter/ast";
import type { Details } from "./rule.ts";

/** What was probably meant by a name: a sentence behind the message, and the change that writes it. */
export interface Nearest {
  /** ` Did you mean 'x'?` or nothing. */
  readonly hint: string;
  readonly fix: Details["fix"];
}

export function nearest({ text, range }: NameText, candidates: Iterable<string>): Nearest {
  const meant = nearestName(text, candidates);
  return meant === undefined ? { hint: "", fix: undefined } : { hint: ` Did you mean '${meant}'?`, fix: { range, text: meant } };
}
