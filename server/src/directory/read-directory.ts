import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import { openSource } from "./open-source.ts";
import { readSnapshot } from "./read-snapshot.ts";
import type { SnapshotReading } from "./read-snapshot.ts";
import { refuseSource } from "./source-refusal.ts";
import type { SourceRefusal } from "./source-refusal.ts";

/** Reads who is in Entra ID from a text. Whatever is no such text, or has nobody in it, is refused: nothing read is nothing green. */
export async function readDirectory(name: string, text: string): Promise<Result<SnapshotReading, SourceRefusal>> {
  const source = openSource(name, text);
  if (!source.ok) return source;
  const reading = await readSnapshot(source.value);
  const { users, groups } = reading.snapshot;
  if (users.length + groups.length > 0) return success(reading);
  return failure(refuseSource(name, { code: "nobody-in-it", because: reading.problems.find(({ place }) => place !== undefined)?.message }));
}
