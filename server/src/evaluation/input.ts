import type { AttributeKey, SourceValue } from "#model/source-record";
import type { KeptValues } from "./kept-values.ts";
import type { AppRole } from "#model/outcome";

/** What an evaluation reads besides the expression: one record, and the moment at which it is looked at. */
export interface EvaluationInput {
  attribute(key: AttributeKey): SourceValue | undefined;
  /** `Now()`; the clock is an input. */
  readonly now: Date;
  /** The app roles assigned to the person, for the roles functions. Undefined: take the texts of `[appRoleAssignments]`. */
  readonly roles?: readonly AppRole[] | undefined;
  /** Where all expressions evaluated for this record share the values of definitions; begins empty. */
  readonly definitions?: KeptValues | undefined;
}
