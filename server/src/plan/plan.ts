import type { JsonValue } from "#scim/resource";
import type { OutcomeValue } from "#model/outcome";

/** What a plan is made of, for those that only read plans. */
export type { JsonValue } from "#scim/resource";
export type { OutcomeValue } from "#model/outcome";

/** What provisioning would do to one object (provisioning page §3). */
export type PlannedAction = "create" | "update" | "enable" | "disable" | "delete" | "none" | "skip" | "fail" | "unknown";

export const plannedActions: readonly PlannedAction[] = [
  "create",
  "update",
  "enable",
  "disable",
  "delete",
  "none",
  "skip",
  "fail",
  "unknown",
];

/** A whole preview. Plain data: views read it and never change it. Same inputs give the same bytes. */
export interface ProvisioningPlan {
  readonly stamp: PlanStamp;
  /** False when it was interrupted or part of the mapping cannot be previewed; `notes` say why. */
  readonly complete: boolean;
  readonly summary: PlanSummary;
  /** Whole sentences: assumptions, accounts left alone, warnings about the target. */
  readonly notes: readonly string[];
  readonly objects: readonly PlannedObject[];
}

export interface PlanStamp {
  /** ISO 8601, the run's clock. */
  readonly time: string;
  /** SHA-256, hexadecimal, of mapping text, snapshot and what the target said. */
  readonly mapping: string;
  readonly source: string;
  readonly target: string;
  readonly targetUrl: string;
  readonly environment: string | null;
  readonly history: "first" | "running";
}

/** Counts of all actions, zero included, and what passes the deletion threshold. */
export type PlanSummary = Readonly<Record<PlannedAction, number>> & {
  /** `passed`: more disables and deletes than the limit. */
  readonly deletionThreshold: { readonly limit: number; readonly planned: number; readonly passed: boolean } | null;
  readonly requests: number;
  /** People whose only role is Default Access where the mapping does not say what happens to them, so that a default decided. */
  readonly defaultAccessDecided: number;
};

export interface PlannedObject {
  readonly resourceType: string;
  readonly source: { readonly id: string; readonly name: string };
  readonly target: { readonly id: string } | null;
  readonly action: PlannedAction;
  /** One sentence in the words of the provisioning log. */
  readonly reason: string;
  /** Stable code of the reason, for scripts and tests: `no-match`, `attributes-differ`, `in-sync`, `not-assigned`, … */
  readonly code: string;
  /** The statement that decided; where none did, the object mapping. */
  readonly because: SourceLine | null;
  readonly changes: readonly AttributeChange[];
  readonly requests: readonly PlannedRequest[];
  readonly steps: readonly ProvisioningStep[];
}

export interface AttributeChange {
  /** Canonical path: full URN for extensions, core URN left out. */
  readonly attribute: string;
  readonly old: JsonValue;
  readonly new: JsonValue;
  /** Why the new value cannot be known yet, or null. */
  readonly unknown: string | null;
  readonly confidence: "documented" | "inferred";
  /** The statement that caused it: file, line from 1. */
  readonly because: SourceLine | null;
}

export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** A request as it would be sent: path below the tenant URL. An unknown value stands in the body as `{ "$unknown": reason }`. */
export interface PlannedRequest {
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body: JsonValue | null;
}

/** A step of the provisioning log, written before the fact. */
export interface ProvisioningStep {
  readonly type: "import" | "scoping" | "matching" | "processing" | "referenceResolution" | "export";
  readonly status: "success" | "warning" | "failure" | "skipped";
  readonly description: string;
  readonly details: readonly StepDetail[];
}

/** One line of a step: for `processing` one mapped attribute. */
export interface StepDetail {
  readonly text: string;
  readonly attribute?: string | undefined;
  readonly value?: OutcomeValue | undefined;
  readonly because?: SourceLine | undefined;
  /** Worth reading even where a step is shown in one line: a warning or an explanation of it. */
  readonly remark?: true | undefined;
}
