import { asJson, joined, own, personal, plural, say } from "#base/sentence";
import type { Part, Sentence } from "#base/sentence";
import type { OutcomeValue } from "#model/outcome";
import type { JsonValue } from "#scim/resource";
import type { SourceLine } from "./source-line.ts";

/** What a line of a step is about. */
export type DetailCode =
  /** Scoping. */
  | "is-active"
  | "assigned"
  | "entitled"
  | "default-access"
  | "scoping-filter"
  | "scoping-remark"
  /** Matching. */
  | "passed-over"
  | "asked"
  | "in-the-list"
  | "rewritten"
  /** Processing. */
  | "call"
  | "attribute"
  /** References. */
  | "reference"
  | "left-out"
  | "members";

/** One line of a step: for `processing` one mapped attribute. */
export interface StepDetail {
  readonly code: DetailCode;
  readonly text: Sentence;
  readonly attribute?: string | undefined;
  readonly value?: OutcomeValue | undefined;
  readonly because?: SourceLine | undefined;
  /** Worth reading even where a step is shown in one line: a warning or an explanation of it. */
  readonly remark?: true | undefined;
}

/** Where an account was looked for: by a query of its own, or among those that were read. */
export type FoundHow = "query" | "list";

/** `userName eq "ada@example.com" → 1 resource`, or that it stands in the list; with the code that Entra's log has for several. */
export function foundSentence(how: FoundHow, attribute: string, value: JsonValue, found: number, failed = false): Sentence {
  return how === "query" ? askedSentence(attribute, value, found, failed) : listedSentence(attribute, value, found, failed);
}

function askedSentence(attribute: string, value: JsonValue, found: number, failed: boolean): Sentence {
  const query = querySentence(attribute, value);
  if (failed) return say`${query} → ${found} resources (DuplicateTargetEntries)`;
  return plural(found, say`${query} → 1 resource`, say`${query} → ${found} resources`);
}

function listedSentence(attribute: string, value: JsonValue, found: number, failed: boolean): Sentence {
  const sought: Part = say`${own(attribute)} ${asJson(personal(value))}`;
  if (failed) return say`${sought} → ${found} resources in the list (DuplicateTargetEntries)`;
  return plural(found, say`${sought} → 1 resource in the list`, say`${sought} → ${found} resources in the list`);
}

/** The filter of a query, in the spelling in which it is sent. */
export function querySentence(attribute: string, value: JsonValue): Sentence {
  return say`${own(attribute)} eq ${asJson(personal(value))}`;
}

/** What a person's assignments are, by the names of their roles and of the groups that give them. */
export function assignedSentence(ways: readonly AssignmentWay[]): Sentence {
  return say`Assigned True (${joined(distinctWays(ways), ", ")})`;
}

/** A role, and the group whose member has it. */
export interface AssignmentWay {
  readonly role: string;
  readonly through: string | undefined;
}

function distinctWays(ways: readonly AssignmentWay[]): readonly Part[] {
  const distinct = new Map(ways.map((way) => [JSON.stringify([way.role, way.through]), way]));
  return [...distinct.values()].map(({ role, through }) =>
    through === undefined ? personal(role) : say`${personal(role)} through group ${asJson(personal(through))}`,
  );
}
