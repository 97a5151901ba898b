import { bind } from "#model/bind";
import type { Binding, UnreadableUse } from "#model/binding";
import type { TargetKnowledge } from "#model/target-knowledge";
import { parse, type DocumentTree } from "#syntax/parse";

/** Reads the file that a `use` in `from` names: its own name for later uses, and its text. Undefined when there is none. */
export type ReadUsed = (from: string, name: string) => { readonly file: string; readonly text: string } | undefined;

/** Binds a document together with the files it uses, and those they use. */
export function bindFile(
  tree: DocumentTree,
  file: string,
  target?: TargetKnowledge,
  readUsed?: ReadUsed,
  open: ReadonlySet<string> = new Set(),
  previous?: Binding,
): Binding {
  const used = new Map<string, Binding | UnreadableUse>();
  for (const { parsed } of tree.statements) {
    if (parsed.node.kind !== "Use" || parsed.node.file === undefined) continue;
    const { value } = parsed.node.file;
    used.set(value, bindUsed(file, value, readUsed, new Set([...open, file])));
  }
  return bind(tree, { file: { name: file }, target, used, previous });
}

function bindUsed(from: string, name: string, readUsed: ReadUsed | undefined, open: ReadonlySet<string>): Binding | UnreadableUse {
  if (readUsed === undefined) return "unknown";
  const found = readUsed(from, name);
  if (found === undefined) return "not-found";
  if (open.has(found.file)) return "cycle";
  return bindFile(parse(found.text), found.file, undefined, readUsed, open);
}
