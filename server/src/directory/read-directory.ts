import { failure, success } from "#base/result";
import type { Result } from "#base/result";
import type { DirectorySnapshot } from "./directory-snapshot.ts";
import { openBytes, openSource } from "./open-source.ts";
import { readSnapshot } from "./read-snapshot.ts";
import { refuseSource } from "./source-refusal.ts";
import type { SourceRefusal } from "./source-refusal.ts";

/** Reads who is in Entra ID from a text, or from the bytes of a file. Whatever is no such text, or has nobody in it, is refused: nothing read is nothing green. */
export async function readDirectory(name: string, content: string | Uint8Array): Promise<Result<DirectorySnapshot, SourceRefusal>> {
  const source = typeof content === "string" ? openSource(name, content) : openBytes(name, content);
  if (!source.ok) return source;
  const snapshot = await readSnapshot(source.value);
  if (snapshot.users.length + snapshot.groups.length > 0) return success(snapshot);
  return failure(
    refuseSource(name, { code: "nobody-in-it", because: snapshot.problems.find(({ place }) => place !== undefined)?.message }),
  );
}
