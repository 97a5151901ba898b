import { foreign, personal } from "#base/sentence";
import type { Part, Value } from "#base/sentence";

/** What was asked for, as messages name it. */
export interface Asked {
  /** The URL without its query, which carries names and addresses of people; an id at its end is somebody's too. */
  readonly place: Part;
  /** Whether the answer may speak of people: that of an endpoint of resources may, that of a document about the service does not. */
  readonly aboutPeople: boolean;
}

/** Words of a service that a message repeats. An explanation from an endpoint of resources often quotes the value it was asked for. */
export function wordsOf(text: string, { aboutPeople }: Asked): Value {
  return aboutPeople ? personal(text) : foreign(text);
}
