import { usesOf } from "#model/bind";
import type { UnreadableUse } from "#model/binding";
import type { DocumentTree } from "#syntax/parse";
import type { ReadUsed } from "./bind-file.ts";

/** The text of a file by its URI, or why it is not read; undefined when there is none. */
export type ReadFile = (uri: string) => string | { readonly unreadable: UnreadableUse } | undefined;

/** Whether a document names other files at all. */
export function usesFiles(tree: DocumentTree): boolean {
  return usesOf(tree).length > 0;
}

/**
 * Reads what a `use` names, relative to the file it stands in. Undefined for a document that is no file: nothing can be said of what it uses.
 * Only files of the same computer are read, so that opening a document reaches no network.
 */
export function readUsedFrom(document: string, read: ReadFile): ReadUsed | undefined {
  if (!document.startsWith("file:")) return undefined;
  return (from, name) => {
    const file = resolve(from, name);
    const text = file === undefined ? undefined : read(file);
    if (file === undefined || text === undefined) return undefined;
    return typeof text === "string" ? { file, text } : text;
  };
}

function resolve(from: string, name: string): string | undefined {
  const base = URL.parse(from);
  const url = URL.parse(name, from);
  if (base === null || url === null || url.protocol !== "file:" || url.host !== base.host || url.pathname.startsWith("//"))
    return undefined;
  return url.href;
}
