import { expect, test } from "vitest";
import { inEnglish, render } from "#base/render-sentence";
import { say } from "#base/sentence";
import type { Sentence } from "#base/sentence";
import { raw } from "#base/surfaces";
import { conflict, reason } from "#plan/reason";
import type { Reason } from "#plan/reason";
import { scopeSentence } from "#plan/scope-finding";
import type { ScopeFinding } from "#plan/scope-finding";

const scope = say`The user is not assigned to the application.`;

test.each<[Reason, string]>([
  [reason("no-match", "by-first-cycle"), "No account visible to this token matches."],
  [reason("no-match", "by-running-job"), "No account visible to this token matches, unless one is already linked."],
  [reason("no-match", "without-token"), "No account at the target matches."],
  [reason("in-sync"), "One account matches, and nothing differs."],
  [reason("in-sync", scope), "The user is not assigned to the application. Nothing that depends on IsSoftDeleted differs."],
  [reason("not-assigned", scope), "The user is not assigned to the application."],
  [
    reason("not-assigned", scope, "disabled"),
    "The user is not assigned to the application. The account is disabled if this job manages the account.",
  ],
  [
    reason("blocked", scope, { noSoftDelete: "Webex" }),
    "The user is not assigned to the application. Webex has no soft delete, so the account is deleted if this job manages the account.",
  ],
  [reason("required-attribute-missing", ["userName"]), "MissingValues: 'userName' is required at the target and has no value."],
  [
    reason("required-attribute-missing", ["userName", "title"]),
    "MissingValues: 'userName', 'title' are required at the target and have no value.",
  ],
  [reason("action-not-allowed", "no-match", "create"), "No account matches, but the action create is not allowed for this mapping."],
  [reason("value-unknown", say`Guid() differs.`), "Whether the account changes cannot be known before the real run: Guid() differs."],
])("%#: a reason has its code and its sentence", (made, sentence) => {
  expect(inEnglish(made.sentence)).toBe(sentence);
});

test("a reason is inert data", () => {
  const made = reason("target-not-read", say`The target is busy.`, scope);
  expect(JSON.parse(JSON.stringify(made))).toEqual(made);
});

const findings: readonly ScopeFinding[] = [
  { kind: "in-recycle-bin", type: "User" },
  { kind: "in-recycle-bin", type: "Group" },
  { kind: "stated-soft-deleted" },
  { kind: "blocked" },
  { kind: "not-assigned", type: "User" },
  { kind: "not-assigned", type: "Group" },
  { kind: "outside-filters", filters: say`'Sales' department eq "Sales" is not true` },
];

test.each(findings)("$kind ($type) is said alone and in front of an action that is not allowed", (finding) => {
  const alone = inEnglish(scopeSentence(finding));
  expect(alone).toMatch(/^[A-Z].*\.$/);
  expect(inEnglish(reason("action-not-allowed", finding, "delete").sentence)).toBe(
    `${alone.slice(0, -1)}, but the action delete is not allowed for this mapping.`,
  );
});

test("the people of a conflict are named, the first three of many, and masked where they are", () => {
  const four = conflict("same-value", ["Ada", "Bob", "Cy", "Di"], "userName");
  expect(inEnglish(four.sentence)).toBe(
    `DuplicateSourceEntries: "Ada", "Bob", "Cy" and 1 more have the same value for the matching attribute 'userName'.`,
  );
  const masked = (sentence: Sentence): string => render(sentence, { surface: raw, mask: () => "~" });
  expect(masked(conflict("account-in-scope", ["Ada"]).sentence)).toBe('The account that matches belongs to "~", who is in scope.');
  expect(masked(conflict("same-account", ["Ada", "Bob"]).sentence)).toBe(
    'DuplicateSourceEntries: the account that matches is reached by another object too: "~", "~".',
  );
});
