import type { DirectoryObject } from "#directory/directory-snapshot";
import { objectOf, readRecord } from "#directory/read-record";
import type { RecordPlace, SourceList } from "#directory/record-place";
import { readIsoTime } from "#evaluation/date-text";
import type { JsonObject } from "#scim/json-members";

/** The person, or group, whose values the editor shows beside a mapping. */
export interface SamplePerson {
  readonly name: string;
  readonly object: DirectoryObject;
  /** Whether the record says who is assigned; otherwise assignment is supposed. */
  readonly statesAssignments: boolean;
  /** What `Now()` yields. */
  readonly now: Date;
}

/** Whose values are shown. They stay in memory: nothing here writes them anywhere. */
export class SamplePersonStore {
  #chosen: (Omit<SamplePerson, "now"> & { readonly now: Date | undefined }) | undefined;
  #shown = true;

  /** Takes a person as an editor sends it; anything that is none means nobody. */
  choose(message: unknown): void {
    this.#chosen = readPerson(message);
  }

  show(enabled: boolean): void {
    this.#shown = enabled;
  }

  /** Undefined when nobody is chosen or live values are switched off. */
  current(clock: Date): SamplePerson | undefined {
    return this.#chosen === undefined || !this.#shown ? undefined : { ...this.#chosen, now: this.#chosen.now ?? clock };
  }
}

function readPerson(message: unknown): (Omit<SamplePerson, "now"> & { readonly now: Date | undefined }) | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const { name, type, attributes, now } = message as Readonly<Record<string, unknown>>;
  if (typeof name !== "string" || typeof attributes !== "object" || attributes === null) return undefined;
  // A person who is typed in has no object id, and every record needs one.
  const record = { objectId: name, ...(attributes as JsonObject) };
  const { read } = type === "Group" ? readRecord("Group", record, only("groups")) : readRecord("User", record, only("users"));
  return (
    read && {
      name,
      object: objectOf(read),
      statesAssignments: read.statesAssignments,
      now: typeof now === "string" ? readIsoTime(now) : undefined,
    }
  );
}

function only(list: SourceList): RecordPlace {
  return { list, item: 1 };
}
