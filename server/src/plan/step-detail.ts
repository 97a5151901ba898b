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
  | "rewritten"
  | "special-characters"
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

/** `userName eq "ada@example.com" → 1 resource`, with the code that Entra's log has for several. */
export function askedSentence(attribute: string, value: JsonValue, found: number, failed = false): Sentence {
  const query: Part = say`${own(attribute)} eq ${asJson(personal(value))}`;
  if (failed) return say`${query} → ${found} resources (DuplicateTargetEntries)`;
  return plural(found, say`${query} → 1 resource`, say`${query} → ${found} resources`);
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
