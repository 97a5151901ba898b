import { nearestName } from "#base/nearest-name";
import { nothing, own, say } from "#base/sentence";
import type { Part } from "#base/sentence";
import type { NameText } from "#scim/filter/ast";
import type { Details } from "./rule.ts";

/** What was probably meant by a name: a sentence beside the message, and the change that writes it. */
export interface Nearest {
  /** `Did you mean 'x'?` or nothing. */
  readonly hint: Part;
  readonly fix: Details["fix"];
}

/** The candidate that a name is closest to, if one is near. */
export function nearest({ text, range }: NameText, candidates: Iterable<string>): Nearest {
  const meant = nearestName(text, candidates);
  return meant === undefined
    ? { hint: nothing, fix: undefined }
    : { hint: say`Did you mean '${own(meant)}'?`, fix: { range, text: meant } };
}
