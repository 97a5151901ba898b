import { own, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { Action } from "#model/mapping-model";

/** What was found that takes an object out of scope. */
export type ScopeFinding =
  | { readonly kind: "in-recycle-bin"; readonly type: "User" | "Group" }
  | { readonly kind: "stated-soft-deleted" }
  | { readonly kind: "blocked" }
  | { readonly kind: "not-assigned"; readonly type: "User" | "Group" }
  /** Which filters, with their clauses that are not true. */
  | { readonly kind: "outside-filters"; readonly filters: Part };

/** The finding as a sentence of the provisioning log. */
export function scopeSentence(finding: ScopeFinding): Sentence {
  switch (finding.kind) {
    case "in-recycle-bin":
      return finding.type === "User"
        ? say`The user is deleted in Entra ID (in the recycle bin).`
        : say`The group is deleted in Entra ID (in the recycle bin).`;
    case "stated-soft-deleted":
      return say`The record states IsSoftDeleted as true.`;
    case "blocked":
      return say`The user is blocked from signing in (accountEnabled is false).`;
    case "not-assigned":
      return finding.type === "User"
        ? say`The user is not assigned to the application.`
        : say`The group is not assigned to the application.`;
    case "outside-filters":
      return say`Outside the scoping filters: ${finding.filters}.`;
  }
}

/** The finding, where an action that would follow from it is not allowed. */
export function withoutAction(finding: ScopeFinding, action: Action): Sentence {
  const missing = own(action);
  switch (finding.kind) {
    case "in-recycle-bin":
      return finding.type === "User"
        ? say`The user is deleted in Entra ID (in the recycle bin), but the action ${missing} is not allowed for this mapping.`
        : say`The group is deleted in Entra ID (in the recycle bin), but the action ${missing} is not allowed for this mapping.`;
    case "stated-soft-deleted":
      return say`The record states IsSoftDeleted as true, but the action ${missing} is not allowed for this mapping.`;
    case "blocked":
      return say`The user is blocked from signing in (accountEnabled is false), but the action ${missing} is not allowed for this mapping.`;
    case "not-assigned":
      return finding.type === "User"
        ? say`The user is not assigned to the application, but the action ${missing} is not allowed for this mapping.`
        : say`The group is not assigned to the application, but the action ${missing} is not allowed for this mapping.`;
    case "outside-filters":
      return say`Outside the scoping filters: ${finding.filters}, but the action ${missing} is not allowed for this mapping.`;
  }
}
