import { bind, usesOf } from "#model/bind";
import type { Binding, UnreadableUse, UsedFiles } from "#model/binding";
import type { TargetKnowledge } from "#model/target-knowledge";
import { parse, type DocumentTree } from "#syntax/parse";

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
  open: ReadonlySet<string> = new Set(),
  before: BeforeEdit = {},
): Binding {
  const used = new Map<string, Binding | UnreadableUse>();
  for (const name of usesOf(tree)) used.set(name, before.used?.get(name) ?? bindUsed(file, name, readUsed, new Set([...open, file])));
  return bind(tree, { file: { name: file }, target, used, previous: before.previous });
}

function bindUsed(from: string, name: string, readUsed: ReadUsed | undefined, open: ReadonlySet<string>): Binding | UnreadableUse {
  if (readUsed === undefined) return "unknown";
  const found = readUsed(from, name);
  if (found === undefined) return "not-found";
  if (open.has(found.file)) return "cycle";
  return bindFile(parse(found.text), found.file, undefined, readUsed, open);
}
