import type { Excerpt, Part, Sentence, Value } from "#base/sentence";

/** What a hover, a tooltip or the documentation of a completion says, before anybody has decided how it looks: blocks, one below the other. */
export type Description = readonly Block[];

/** One block of a description. */
export type Block = Title | Paragraph | List | Example | Link;

/** What a description is about, set apart, and in the same line what it is. */
export interface Title {
  readonly kind: "title";
  readonly subject: Value | Sentence;
  readonly is: Part | undefined;
}

/** Sentences, each on a line of its own. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly lines: readonly Part[];
}

/** Points, in no order that matters. */
export interface List {
  readonly kind: "list";
  readonly items: readonly Part[];
}

/** Text of a mapping. */
export interface Example {
  readonly kind: "example";
  readonly lines: readonly Part[];
}

/** A page of ours or of a vendor whose address stands in our tables: never one that a target names. */
export interface Link {
  readonly kind: "link";
  readonly text: Sentence;
  readonly address: string;
}

/** A title; without `is`, the subject alone. */
export function title(subject: Value | Sentence, is?: Part): Title {
  return { kind: "title", subject, is };
}

/** A paragraph, or none where there is nothing to say. */
export function paragraph(...lines: readonly (Part | Excerpt | undefined)[]): Description {
  const said = lines.filter((line) => line !== undefined);
  return said.length === 0 ? [] : [{ kind: "paragraph", lines: said }];
}

/** A list, or none where it has no points. */
export function list(items: readonly Part[]): Description {
  return items.length === 0 ? [] : [{ kind: "list", items }];
}

/** Text of a mapping, line by line. */
export function example(...lines: readonly Part[]): Example {
  return { kind: "example", lines };
}

/** A link to a page whose address stands in our tables. */
export function link(text: Sentence, address: string): Link {
  return { kind: "link", text, address };
}
