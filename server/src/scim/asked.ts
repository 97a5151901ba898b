import type { Part } from "#base/sentence";

/** What was asked for, as messages name it. */
export interface Asked {
  /** The URL without its query, which carries names and addresses of people; an id at its end is somebody's too. */
  readonly place: Part;
}
