import { visible } from "./surfaces.ts";

/**
 * JSON in which every character that would move a cursor or hide stands as `\uXXXX`, C1 and bidirectional controls included: it means the
 * same to a program and cannot draw on a terminal.
 */
export function jsonText(value: unknown, indent?: number): string {
  // A line break that is not part of the layout is escaped already.
  return JSON.stringify(value, undefined, indent).split("\n").map(visible).join("\n");
}
