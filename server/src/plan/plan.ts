import type { Sentence } from "#base/sentence";
import type { JsonValue } from "#scim/resource";
import type { Evidence } from "./evidence.ts";
import type { PlanNote } from "./plan-note.ts";
import type { ReasonCode } from "./reason.ts";
import type { SourceLine } from "./source-line.ts";
import type { StepDetail } from "./step-detail.ts";

/** What a plan is made of, for those that only read plans. */
export type { JsonValue } from "#scim/resource";
/** What an expression yields. */
export type { OutcomeValue } from "#model/outcome";
/** Where a statement stands. */
export type { SourceLine } from "./source-line.ts";

/** What provisioning would do to one object (provisioning page §3). */
export type PlannedAction = "create" | "update" | "enable" | "disable" | "delete" | "none" | "skip" | "fail" | "unknown";

/** All of them, those that change something first: the order in which a plan is told. */
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
  /** False when it was interrupted, when an object could not be decided for want of an answer, or when part of the mapping cannot be previewed; `notes` and reasons say why. */
  readonly complete: boolean;
  readonly summary: PlanSummary;
  /** Assumptions, accounts left alone, warnings about the target. */
  readonly notes: readonly PlanNote[];
  /** Texts that stand in the mapping: what a mask leaves as it is. No view shows them. */
  readonly mappingTexts: readonly string[];
  readonly objects: readonly PlannedObject[];
}

/** What a plan was made from. */
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

/** What would happen to one object, and why. */
export interface PlannedObject {
  readonly resourceType: string;
  readonly source: { readonly id: string; readonly name: string };
  readonly target: { readonly id: string } | null;
  readonly action: PlannedAction;
  /** One sentence in the words of the provisioning log. */
  readonly reason: Sentence;
  /** What decided, for scripts and tests. */
  readonly code: ReasonCode;
  /** The statement that decided; where none did, the object mapping. */
  readonly because: SourceLine | null;
  /** The answers it rests on, in the order in which they were looked at; empty where nobody had to be looked for. */
  readonly evidence: readonly Evidence[];
  readonly changes: readonly AttributeChange[];
  readonly requests: readonly PlannedRequest[];
  readonly steps: readonly ProvisioningStep[];
}

/** What one attribute of the target has and gets. */
export interface AttributeChange {
  /** Canonical path: full URN for extensions, core URN left out. */
  readonly attribute: string;
  readonly old: JsonValue;
  readonly new: JsonValue;
  /** Why the new value cannot be known yet, or null. */
  readonly unknown: Sentence | null;
  readonly confidence: "documented" | "inferred";
  /** The statement that caused it: file, line from 1. */
  readonly because: SourceLine | null;
}

/** A change that may or may not happen, or whose value only the real run knows. */
export type OpenChange = AttributeChange & { readonly unknown: Sentence };

/** A request as it would be sent: path below the tenant URL. What only the real run knows stands in the body as `{ "$unknown": Sentence }`. */
export interface PlannedRequest {
  readonly method: "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body: JsonValue | null;
}

/** A step of the provisioning log, written before the fact. */
export interface ProvisioningStep {
  readonly type: "import" | "scoping" | "matching" | "processing" | "referenceResolution" | "export";
  readonly status: "success" | "warning" | "failure" | "skipped";
  readonly description: Sentence;
  readonly details: readonly StepDetail[];
}
