import { bounds } from "#base/bounds";
import { bind, usesOf } from "#model/bind";
import type { Binding, UnreadableUse, UsedFiles } from "#model/binding";
import type { TargetKnowledge } from "#model/target-knowledge";
import { parse, type DocumentTree } from "#syntax/parse";
import { fileKey } from "./file-key.ts";

/** What was read of a file that is used: its own name for later uses, and its text; or why it was not. */
export type UsedText = { readonly file: string; readonly text: string } | { readonly unreadable: UnreadableUse };

/** Reads the file that a `use` in `from` names. Undefined when there is none. */
export type ReadUsed = (from: string, name: string) => UsedText | undefined;

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
  const reader = new UseReader(readUsed);
  const open = new Set([fileKey(file)]);
  for (const name of usesOf(tree)) used.set(name, before.used?.get(name) ?? reader.read(file, name, open).use);
  return bind(tree, { file: { name: file }, target, used, previous: before.previous });
}

/** What came of one `use`. */
interface ReadUse {
  readonly use: Binding | UnreadableUse;
  /** The files being bound that it leads back to. */
  readonly back: ReadonlySet<string>;
}

const nowhere: ReadonlySet<string> = new Set();

/** Follows what a document uses, and binds each file once however many use it. */
class UseReader {
  readonly #readUsed: ReadUsed | undefined;
  /** Files that lead back to nothing that is being bound. Each means what it does on the first way to it, also where a shorter one follows. */
  readonly #bound = new Map<string, ReadUse>();
  /** How often a file was read: none is read again and again, whatever names lead to it. */
  #reads = 0;

  constructor(readUsed: ReadUsed | undefined) {
    this.#readUsed = readUsed;
  }

  /** A file that leads back to the one that uses it is none that could be read first, however long the way. */
  read(from: string, name: string, open: ReadonlySet<string>): ReadUse {
    if (this.#readUsed === undefined) return unreadable("unknown");
    if (!isRelative(name)) return unreadable("not-relative");
    if (open.size > bounds.useDepth) return unreadable("too-deep");
    if (this.#reads >= mostReads) return unreadable("too-many");
    this.#reads++;
    const found = this.#readUsed(from, name);
    if (found === undefined) return unreadable("not-found");
    if ("unreadable" in found) return unreadable(found.unreadable);
    // What an editor holds open, or another host reads, was not measured on disk. No text has more units than bytes.
    if (found.text.length > bounds.usedFileBytes) return unreadable("too-large");
    const key = fileKey(found.file);
    if (open.has(key)) return { use: "cycle", back: new Set([key]) };
    return this.#bound.get(key) ?? this.#bind(from, found, new Set([...open, key]));
  }

  #bind(from: string, { file, text }: { readonly file: string; readonly text: string }, open: ReadonlySet<string>): ReadUse {
    if (this.#bound.size >= bounds.usedFiles) return unreadable("too-many");
    const tree = parse(text);
    const reads = usesOf(tree).map((use) => [use, this.read(file, use, open)] as const);
    const back = new Set(reads.flatMap(([, read]) => [...read.back]));
    if (back.has(fileKey(from))) return { use: "cycle", back };
    const used = new Map(reads.map(([use, read]) => [use, read.use]));
    const read = { use: bind(tree, { file: { name: file }, target: undefined, used }), back };
    if (back.size === 0) this.#bound.set(fileKey(file), read);
    return read;
  }
}

/** Each file may be named by several others. */
const mostReads = 16 * bounds.usedFiles;

function unreadable(use: UnreadableUse): ReadUse {
  return { use, back: nowhere };
}

/** Neither a whole path nor an address; `\\` separates folders on Windows only, so that the same mapping would mean other files there. */
function isRelative(name: string): boolean {
  return !/^(?:[/\\]|[A-Za-z][A-Za-z0-9+.-]*:)|\\/.test(name);
}
