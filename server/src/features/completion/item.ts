import type { Part } from "#base/sentence";
import type { Description } from "#describe/block";
import type { Cursor, LineRange } from "#syntax/cursor";

/** What an item is: editors show a sign for each. */
export type CompletionKind =
  "attribute" | "schema" | "source" | "let" | "function" | "word" | "operator" | "value" | "setting" | "type" | "keyword" | "block";

/** One thing that may be written at a position. Items stand in the order they should be shown. */
export interface CompletionItem {
  /** As it stands in the list, before an editor makes it visible. */
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail: Part;
  /** Worked out when somebody looks. */
  readonly documentation: () => Description | undefined;
  /** Goes in place of `range`; with `snippet` it has placeholders such as `${1:separator}`. */
  readonly insert: string;
  readonly snippet: boolean;
  readonly range: LineRange;
  /** What the typed text is compared with. */
  readonly filter: string;
}

/** An item as far as it differs from others. */
export type Draft = Pick<CompletionItem, "label" | "kind" | "detail"> & Partial<CompletionItem>;

/** Fills in what most items have in common: the label is inserted and compared, in place of the word at the position. */
export function itemAt({ word: { line, start, end } }: Cursor, draft: Draft): CompletionItem {
  const { label } = draft;
  return { insert: label, snippet: false, filter: label, documentation: () => undefined, range: { line, start, end }, ...draft };
}

/** Text that stands for itself in a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** Words with one meaning each, as items. */
export function wordItems(
  cursor: Cursor,
  kind: CompletionKind,
  detail: Part,
  words: readonly string[],
  describe: (word: string) => Description | undefined,
): readonly CompletionItem[] {
  return words.map((label) => itemAt(cursor, { label, kind, detail, documentation: () => describe(label) }));
}

/** A text value: with quotes around it, or only what is missing of them when the position is inside quotes. */
export function textItem(cursor: Cursor, value: string, draft: Omit<Draft, "label" | "insert" | "filter">): CompletionItem {
  const escaped = value.replace(/["\\]/g, "\\$&");
  switch (cursor.quotes) {
    case "none":
      return itemAt(cursor, { ...draft, label: `"${value}"`, insert: `"${escaped}"`, filter: value });
    case "open":
      return itemAt(cursor, { ...draft, label: value, insert: `${escaped}"` });
    case "closed":
      return itemAt(cursor, { ...draft, label: value, insert: escaped });
  }
}
