import { bind, usesOf } from "#model/bind";
import type { Binding, UnreadableUse, UsedFiles } from "#model/binding";
import type { TargetKnowledge } from "#model/target-knowledge";
import { parse, type DocumentTree } from "#syntax/parse";
import { fileKey } from "./file-key.ts";

/** Reads the file that a `use` in `from` names: its own name for later uses, and its text. Undefined when there is none. */
export type ReadUsed = (from: string, name: string) => { readonly file: string; readonly text: string } | undefined;

/** What of a document before an edit still holds. */
export interface BeforeEdit {
  readonly previous?: Binding | undefined;
  /** The files that were used; the ones that still are need not be read again. */
  readonly used?: UsedFiles | undefined;
}

/** Binds a document together with the files it uses, and those they use. */
export function bindFile(
  tree: DocumentTree,
  file: string,
  target?: TargetKnowledge,
  readUsed?: ReadUsed,
  before: BeforeEdit = {},
): Binding {
  const used = new Map<string, Binding | UnreadableUse>();
  const open = new Set([fileKey(file)]);
  for (const name of usesOf(tree)) used.set(name, before.used?.get(name) ?? readUse(file, name, readUsed, open).use);
  return bind(tree, { file: { name: file }, target, used, previous: before.previous });
}

/** What came of one `use`. */
interface ReadUse {
  readonly use: Binding | UnreadableUse;
  /** The files being bound that it leads back to. */
  readonly back: ReadonlySet<string>;
}

const nowhere: ReadonlySet<string> = new Set();

/** A file that leads back to the one that uses it is none that could be read first, however long the way. */
function readUse(from: string, name: string, readUsed: ReadUsed | undefined, open: ReadonlySet<string>): ReadUse {
  if (readUsed === undefined) return { use: "unknown", back: nowhere };
  const found = readUsed(from, name);
  if (found === undefined) return { use: "not-found", back: nowhere };
  const key = fileKey(found.file);
  if (open.has(key)) return { use: "cycle", back: new Set([key]) };
  const tree = parse(found.text);
  const reads = usesOf(tree).map((use) => [use, readUse(found.file, use, readUsed, new Set([...open, key]))] as const);
  const back = new Set(reads.flatMap(([, read]) => [...read.back]));
  if (back.has(fileKey(from))) return { use: "cycle", back };
  const used = new Map(reads.map(([use, read]) => [use, read.use]));
  return { use: bind(tree, { file: { name: found.file }, target: undefined, used }), back };
}
