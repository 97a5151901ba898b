/** What is wrong with a filter or path as text. */
export interface FilterProblem {
  readonly code: "syntax" | "look-alike-character" | "spacing";
  readonly message: string;
  /** Offsets in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}
