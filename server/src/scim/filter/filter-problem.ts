import type { Sentence } from "#base/sentence";

/** What is wrong with a filter or path as text. */
export interface FilterProblem {
  readonly code: "syntax" | "look-alike-character" | "spacing" | "too-large";
  /** What a person reads; `code` is for deciding. */
  readonly message: Sentence;
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}
