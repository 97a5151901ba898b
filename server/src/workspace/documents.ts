import type { RuleSettings } from "#analysis/diagnose";
import type { Diagnostic } from "#analysis/diagnostic";
import { lazy } from "#base/lazy";
import { linesOf, parse, reparse } from "#syntax/parse";
import type { DocumentTree } from "#syntax/parse";
import { editLines } from "./edit-lines.ts";
import type { DocumentEdit } from "./edit-lines.ts";
import { diagnoseFilterLines } from "#analysis/filter-lines";
import { openSnapshot } from "./snapshot.ts";
import type { DocumentSnapshot } from "./snapshot.ts";
import { knowledgeFor, targetKey } from "#model/target-knowledge";
import type { TargetKnowledge } from "#model/target-knowledge";
import { fileKey, readUsedFrom, usesFiles } from "./used-files.ts";
import type { ReadFile } from "./used-files.ts";

/** A text that is open in an editor. */
export interface OpenDocument {
  readonly uri: string;
  /** The editor's count of its changes. */
  readonly version: number;
  readonly lines: readonly string[];
  readonly rules: RuleSettings;
  readonly diagnostics: () => readonly Diagnostic[];
  /** Undefined for a text of filters, which is no mapping. */
  readonly snapshot: DocumentSnapshot | undefined;
}

export type DocumentLanguage = "scimmap" | "scimfilter";

/** The open documents, and what is known of the targets they name. What changes one document returns all whose diagnostics it may change. */
export class DocumentStore {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #targets = new Map<string, TargetKnowledge>();
  readonly #clock: () => Date;
  readonly #readFile: ReadFile;

  /** `clock` says what Now() yields in tests that do not give `now`. */
  constructor(clock: () => Date, readFile: ReadFile = () => undefined) {
    this.#clock = clock;
    this.#readFile = readFile;
  }

  open(uri: string, version: number, language: DocumentLanguage, text: string): readonly string[] {
    if (language === "scimfilter") this.#keepFilters(uri, version, linesOf(text));
    else this.#keep(uri, version, parse(text), {});
    return [uri, ...this.#readAgain(uri)];
  }

  /** Each edit counts from the state that the one before it leaves (LSP). */
  edit(uri: string, version: number, edits: readonly DocumentEdit[]): readonly string[] {
    const document = this.#documents.get(uri);
    if (document === undefined) return [];
    const lines = edits.reduce(editLines, document.lines);
    if (document.snapshot === undefined) this.#keepFilters(uri, version, lines);
    else this.#keep(uri, version, reparse(document.snapshot.tree, lines), document.rules);
    return [uri, ...this.#readAgain(uri)];
  }

  close(uri: string): readonly string[] {
    this.#documents.delete(uri);
    return this.#readAgain(uri);
  }

  get(uri: string): OpenDocument | undefined {
    return this.#documents.get(uri);
  }

  uris(): readonly string[] {
    return [...this.#documents.keys()];
  }

  setRules(uri: string, rules: RuleSettings): void {
    const document = this.#documents.get(uri);
    if (document?.snapshot !== undefined) this.#keep(uri, document.version, document.snapshot.tree, rules);
  }

  /** Takes what a connection test learnt; documents that name this target know it from now on. */
  learn(tenantUrl: string, knowledge: TargetKnowledge): readonly string[] {
    this.#targets.set(targetKey(tenantUrl), knowledge);
    return this.#keepAgain(() => true);
  }

  /** A file may have changed on disk: those that use files are read again. */
  filesChanged(): readonly string[] {
    return this.#readAgain(undefined);
  }

  #readAgain(changed: string | undefined): readonly string[] {
    return this.#keepAgain(({ uri, snapshot }) => uri !== changed && snapshot !== undefined && usesFiles(snapshot.tree));
  }

  #keepAgain(wanted: (document: OpenDocument) => boolean): readonly string[] {
    const affected = [...this.#documents.values()].filter(wanted);
    for (const { uri, version, rules, snapshot } of affected) if (snapshot !== undefined) this.#keep(uri, version, snapshot.tree, rules);
    return affected.map(({ uri }) => uri);
  }

  #keep(uri: string, version: number, tree: DocumentTree, rules: RuleSettings): void {
    const target = knowledgeFor(tree, this.#targets);
    const readUsed = readUsedFrom(uri, (file) => this.#textOf(file));
    const snapshot = openSnapshot(tree, { file: uri, rules, target, readUsed, previous: this.get(uri)?.snapshot?.binding() });
    const diagnostics = lazy(() => [...snapshot.diagnostics(), ...snapshot.failingTests(this.#clock())]);
    this.#documents.set(uri, { uri, version, lines: tree.lines, rules, snapshot, diagnostics });
  }

  #keepFilters(uri: string, version: number, lines: readonly string[]): void {
    const diagnostics = lazy(() => diagnoseFilterLines(lines, uri));
    this.#documents.set(uri, { uri, version, lines, rules: {}, snapshot: undefined, diagnostics });
  }

  /** What is open counts, saved or not. */
  #textOf(file: string): string | undefined {
    const key = fileKey(file);
    const open = [...this.#documents.values()].find(({ uri }) => fileKey(uri) === key);
    return open === undefined ? this.#readFile(file) : open.lines.join("\n");
  }
}
