import type { JsonValue } from "#scim/resource";
import { inEnglish } from "#base/render-sentence";
import type { DirectoryProblem } from "#directory/directory-problem";
import { openSource } from "#directory/open-source";
import { readSnapshot } from "#directory/read-snapshot";
import type { DirectorySnapshot } from "#directory/directory-snapshot";
import { atHand } from "#directory/source";
import type { DirectorySource, SourceItem } from "#directory/source";

/** A snapshot read from what would stand in its file. */
export async function readJson(value: JsonValue): Promise<DirectorySnapshot> {
  return readSnapshot(opened(JSON.stringify(value)));
}

/** A text that is a source; throws what is said of one that is none. */
export function opened(text: string): DirectorySource {
  const source = openSource("people.json", text);
  if (source.ok) return source.value;
  throw new Error(inEnglish(source.error.message));
}

/** What people read of problems. */
export function messagesOf(problems: readonly DirectoryProblem[]): readonly string[] {
  return problems.map(({ message }) => inEnglish(message));
}

/** A source with these items. */
export function sourceOf(items: readonly SourceItem[]): DirectorySource {
  return { name: "people.json", items: () => atHand(() => items), content: () => JSON.stringify(items) };
}

export async function everything<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

/** A user's record with an object id and a name. */
export function user(id: string, more: Readonly<Record<string, JsonValue>> = {}): Readonly<Record<string, JsonValue>> {
  return { objectId: id, displayName: `Name of ${id}`, ...more };
}
