import type { Conflict } from "#plan/reason";
import type { DirectoryObject } from "#directory/directory-snapshot";
import type { EvaluatedRecord } from "./evaluated-record.ts";
import type { Match } from "./matching.ts";
import type { PreparedMap } from "./prepared-map.ts";
import type { ProcessedAttribute } from "./processing.ts";
import type { ScopeDecision } from "./scoping.ts";

/** One directory object on its way through one object mapping. */
export interface Subject {
  readonly map: PreparedMap;
  readonly object: DirectoryObject;
  readonly scope: ScopeDecision;
  /** The object as the expressions of this map see it. */
  readonly record: EvaluatedRecord;
  /** Undefined when nobody had to be looked for. */
  readonly match: Match | undefined;
  /** Another object stands in its way. */
  readonly conflict: Conflict | undefined;
  /** What its mappings yield. A function, because keeping it for everybody would fill the memory. */
  readonly processed: () => readonly ProcessedAttribute[];
}

/** An object with the account it reaches, before anybody looks at the others. */
export type MatchedSubject = Omit<Subject, "conflict" | "processed">;

/** In scope by every test, and not deleted for good. */
export function isInScope({ object, scope }: Pick<Subject, "object" | "scope">): boolean {
  return !object.purged && scope.verdict === "in";
}

/** The one person asked for: by object id, user principal name, mail address or name. */
export function isWanted(object: DirectoryObject, person: string | undefined): boolean {
  if (person === undefined) return true;
  const wanted = person.toLowerCase();
  return [object.id, object.name, object.attribute("userPrincipalName"), object.attribute("mail")].some(
    (text) => typeof text === "string" && text.toLowerCase() === wanted,
  );
}
