import { asJson, own, foreign, say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import type { SourceList } from "./record-place.ts";

/** Why nothing of a source counts: it ends in the middle, or it is something else than who is in Entra ID. */
export type RefusalReason =
  | { readonly code: "cut-off"; readonly line: number }
  | { readonly code: "not-json"; readonly line: number; readonly column: number }
  | { readonly code: "not-a-list"; readonly list: SourceList }
  /** `because` is the first thing that was wrong with a record, where there are any records. */
  | { readonly code: "nobody-in-it"; readonly because: Sentence | undefined }
  | { readonly code: ForeignKind };

/** What people have at hand and take for a directory snapshot. */
export type ForeignKind =
  | "empty"
  | "not-text"
  | "provisioning-log"
  | "synchronization-schema"
  | "target-answers"
  | "service-principal"
  | "assignments-only"
  | "groups-only"
  | "graph-page"
  | "plan"
  | "html"
  | "mapping"
  | "table"
  | "other-json";

/** A source of which nothing was read, in a sentence: what it is, where it stops being what it should be, and what to do. */
export interface SourceRefusal {
  readonly code: RefusalReason["code"];
  readonly message: Sentence;
}

/** Refuses the source of that name. */
export function refuseSource(name: string, reason: RefusalReason): SourceRefusal {
  return { code: reason.code, message: sentenceOf(say`'${foreign(name)}'`, reason) };
}

function sentenceOf(name: Sentence, reason: RefusalReason): Sentence {
  if (isForeign(reason)) return foreignKinds[reason.code](name);
  switch (reason.code) {
    case "cut-off":
      return say`${name} is cut off: it ends in line ${reason.line}, in the middle of something. Export or copy it again.`;
    case "not-json":
      return say`${name} is not JSON from line ${reason.line}, column ${reason.column} on. Correct it there, or export it again.`;
    case "not-a-list":
      return say`${asJson(own(reason.list))} in ${name} is not a list, so it is unclear who is in Entra ID. ${whatItShouldBe}`;
    case "nobody-in-it":
      return reason.because === undefined
        ? say`${name} holds no user and no group, so there is nothing to plan from. Check how it was exported.`
        : say`${name} holds no user and no group that can be read. ${reason.because}`;
  }
}

function isForeign(reason: RefusalReason): reason is Extract<RefusalReason, { readonly code: ForeignKind }> {
  return Object.hasOwn(foreignKinds, reason.code);
}

const whatItShouldBe = say`A directory snapshot is {"users": […], "groups": […]}, a JSON list of users, or one user a line.`;

const foreignKinds: Readonly<Record<ForeignKind, (name: Sentence) => Sentence>> = {
  empty: (name) => say`${name} is empty. ${whatItShouldBe}`,
  "not-text": (name) => say`${name} is not text in UTF-8 or UTF-16. Save it with one of these encodings, or export it again.`,
  "provisioning-log": (name) =>
    say`${name} is a provisioning log: it says what was done, and not who is in Entra ID. Export the users and groups instead.`,
  "synchronization-schema": (name) =>
    say`${name} is a synchronization schema: it says how attributes are mapped, and not who is in Entra ID. Export the users and groups instead.`,
  "target-answers": (name) =>
    say`${name} is what a SCIM service answers, so it says who has an account, and not who is in Entra ID. Export the users and groups of Entra ID instead.`,
  "service-principal": (name) =>
    say`${name} is the service principal of an application, and holds no people. Its "appRoles" belong into the snapshot, beside "users" and "groups".`,
  "assignments-only": (name) =>
    say`${name} is a list of assignments, and holds no people. They belong into the snapshot as "appRoleAssignedTo", beside "users" and "groups".`,
  "groups-only": (name) =>
    say`${name} has groups where users belong. A snapshot has them in a list of their own: {"users": […], "groups": […]}.`,
  "graph-page": (name) =>
    say`${name} is a page of Microsoft Graph. Put the lists of all pages together, as "users" and "groups" of one snapshot.`,
  plan: (name) => say`${name} is the result of a preview: it says what would be done. Name the snapshot that it was made from.`,
  html: (name) => say`${name} is a web page, perhaps of a sign-in that failed. Export it again.`,
  mapping: (name) => say`${name} is a mapping, and not who is in Entra ID. ${whatItShouldBe}`,
  table: (name) => say`${name} is neither JSON nor one JSON object a line, and tables (CSV) are not read. ${whatItShouldBe}`,
  "other-json": (name) => say`${name} is JSON, but neither users nor groups of Entra ID. ${whatItShouldBe}`,
};
