/** A goal for speed: what is compared with what, and what the ratio may be. */
export interface Goal {
  readonly id: GoalId;
  readonly what: string;
  readonly limit: { readonly most: number } | { readonly least: number };
  /** Why it cannot be measured yet. A goal without this that no benchmark measures is an error of the bench. */
  readonly notYet?: string;
}

/** P3 and P4 stand for two sizes each. */
export type GoalId =
  | "P1a"
  | "P1b"
  | "P2"
  | "P3 at 1 000"
  | "P3 at 10 000"
  | "P4 at 1 000"
  | "P4 at 10 000"
  | "P5 completion"
  | "P5 hover"
  | "P6"
  | "P7"
  | "P8"
  | "P9"
  | "P10"
  | "P11"
  | "P12"
  | "P13"
  | "P14"
  | "P15"
  | "P16"
  | "P17";

const streams = "the preview holds source, target and plan at once; this goal comes with streams of them";

/** All of them, so that a run prints those it cannot measure too. */
export const goals: readonly Goal[] = [
  { id: "P1a", what: "parsing 1 000 lines with recovery : JSON.parse of equal bytes", limit: { most: 10 } },
  { id: "P1b", what: "binding and checking 1 000 lines besides : JSON.parse of equal bytes", limit: { most: 25 } },
  { id: "P2", what: "one keystroke in the middle with all checks, 10 000 lines : 100 lines", limit: { most: 3 } },
  { id: "P3 at 1 000", what: "didChange → diagnostics over stdio, 1 000 lines : protocol-only server", limit: { most: 1.5 } },
  { id: "P3 at 10 000", what: "didChange → diagnostics over stdio, 10 000 lines : protocol-only server", limit: { most: 1.5 } },
  { id: "P4 at 1 000", what: "didChange → diagnostics, 1 000 lines, Prisma's language server : ours", limit: { least: 8 } },
  { id: "P4 at 10 000", what: "didChange → diagnostics, 10 000 lines, Prisma's language server : ours", limit: { least: 30 } },
  { id: "P5 completion", what: "completion straight after a key, 1 000 lines : protocol-only server", limit: { most: 2 } },
  { id: "P5 hover", what: "hover, 1 000 lines : protocol-only server", limit: { most: 2 } },
  { id: "P6", what: "process start → first diagnostics of 1 000 lines : protocol-only server", limit: { most: 1.8 } },
  { id: "P7", what: "resident memory after an edit session, 1 000 lines : protocol-only server", limit: { most: 1.5 } },
  { id: "P8", what: "filters parsed a second, positions and recovery included : scim2-parse-filter", limit: { least: 1 } },
  { id: "P9", what: "preview of 100 000 people by paging : the simplest join", limit: { most: 2 }, notYet: streams },
  { id: "P10", what: "preview of 10 000 people : the script people write today, the script's time : ours", limit: { least: 10 } },
  { id: "P11", what: "preview of 10 000 people at 100 ms latency : its round trips and its own work", limit: { most: 1.25 } },
  { id: "P12", what: "peak memory, 1 000 000 people : loading them all", limit: { most: 0.3 }, notYet: streams },
  { id: "P13", what: "ten statements on the preview's own path : the same written by hand", limit: { most: 5 } },
  { id: "P14", what: "didChange → diagnostics, 1 000 lines with 50 tests : without", limit: { most: 1.2 } },
  { id: "P15", what: "CPU from didChange to diagnostics, 10 000 lines : 1 000 lines", limit: { most: 1.5 } },
  { id: "P16", what: "requests of a preview of 10 000 people, 200 of them new : what it has to ask", limit: { most: 1 } },
  { id: "P17", what: "peak memory of a preview of 1 000 000 people, MB : 600 MB", limit: { most: 1 }, notYet: streams },
];
