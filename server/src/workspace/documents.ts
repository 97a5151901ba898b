import type { RuleSettings } from "#analysis/diagnose";
import { parse, reparse } from "#syntax/parse";
import type { DocumentTree } from "#syntax/parse";
import { editLines } from "./edit-lines.ts";
import type { DocumentEdit } from "./edit-lines.ts";
import { openSnapshot } from "./snapshot.ts";
import type { DocumentSnapshot } from "./snapshot.ts";
import { knowledgeFor, targetKey } from "./target-knowledge.ts";
import type { TargetKnowledge } from "./target-knowledge.ts";

/** A mapping that is open in an editor. */
export interface OpenDocument {
  readonly uri: string;
  /** The editor's count of its changes. */
  readonly version: number;
  readonly rules: RuleSettings;
  readonly snapshot: DocumentSnapshot;
}

/** The open documents, and what is known of the targets they name. */
export class DocumentStore {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #targets = new Map<string, TargetKnowledge>();

  open(uri: string, version: number, text: string, rules: RuleSettings = {}): void {
    this.#keep(uri, version, parse(text), rules);
  }

  /** Edits count from the state that the one before them leaves (LSP). */
  edit(uri: string, version: number, edits: readonly DocumentEdit[]): void {
    const document = this.#documents.get(uri);
    if (document === undefined) return;
    const { tree } = document.snapshot;
    const lines = edits.reduce(editLines, tree.lines);
    this.#keep(uri, version, reparse(tree, lines), document.rules);
  }

  close(uri: string): void {
    this.#documents.delete(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  setRules(uri: string, rules: RuleSettings): void {
    const document = this.#documents.get(uri);
    if (document !== undefined) this.#keep(uri, document.version, document.snapshot.tree, rules);
  }

  /** Takes what a connection test learnt; documents that name this target know it from now on. */
  learn(tenantUrl: string, knowledge: TargetKnowledge): void {
    this.#targets.set(targetKey(tenantUrl), knowledge);
    for (const { uri, version, rules, snapshot } of [...this.#documents.values()]) this.#keep(uri, version, snapshot.tree, rules);
  }

  #keep(uri: string, version: number, tree: DocumentTree, rules: RuleSettings): void {
    const target = knowledgeFor(tree, this.#targets);
    this.#documents.set(uri, { uri, version, rules, snapshot: openSnapshot(tree, { file: uri, rules, target }) });
  }
}
