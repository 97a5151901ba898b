import type { JsonValue } from "./resource.ts";

/** The value of a text; undefined where it is not JSON, which has no such value. This is the edge where the exception of the engine ends. */
export function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
