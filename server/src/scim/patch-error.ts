import type { Sentence } from "#base/sentence";

/** Why a service would answer 400 to a PATCH, in the words of RFC 7644 §3.12. */
export interface PatchError {
  readonly scimType: "invalidSyntax" | "invalidPath" | "invalidValue" | "noTarget" | "mutability";
  /** One sentence, as a service would put it into `detail`. */
  readonly detail: Sentence;
}
