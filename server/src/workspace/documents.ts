import { TextDocument } from "vscode-languageserver-textdocument";
import { diagnoseFile } from "#analysis/diagnose";
import type { RuleSettings } from "#analysis/diagnose";
import type { Diagnostic } from "#analysis/diagnostic";
import { DocumentIndex } from "#analysis/document-index";
import { diagnoseFilterLines } from "#analysis/filter-lines";
import type { Positions } from "#base/chunked-list";
import { lazy } from "#base/lazy";
import { knowledgeFor, mergeKnowledge, targetKey } from "#model/target-knowledge";
import type { TargetKnowledge } from "#model/target-knowledge";
import { linesOf, parse } from "#syntax/parse";
import type { DocumentTree } from "#syntax/parse";
import { TreeEditor } from "#syntax/reparse";
import { editLines } from "./edit-lines.ts";
import type { DocumentEdit } from "./edit-lines.ts";
import { fileKey } from "./file-key.ts";
import { openSnapshot } from "./snapshot.ts";
import type { DocumentSnapshot } from "./snapshot.ts";
import { testFailure } from "./test-fails.ts";
import { TestRounds } from "./test-rounds.ts";
import { readUsedFrom, usesFiles } from "./used-files.ts";
import type { ReadFile } from "./used-files.ts";

/** A text that is open in an editor. */
export interface OpenDocument {
  readonly uri: string;
  /** The editor's count of its changes. */
  readonly version: number;
  readonly lines: Positions<string> & Iterable<string>;
  readonly rules: RuleSettings;
  /** What is known at once: of tests, the outcome of their last round. */
  readonly diagnostics: () => readonly Diagnostic[];
  /** Runs the tests whose outcome may be another now. Yields after each; says in the end whether other tests fail than before. */
  readonly testRound: () => Generator<undefined, boolean>;
  /** Undefined for a text of filters, which is no mapping. */
  readonly snapshot: DocumentSnapshot | undefined;
}

/** The languages of the texts that are open here. */
export type DocumentLanguage = "scimmap" | "scimfilter";

/** A mapping with what is kept from one of its states to the next. */
interface OpenMapping extends OpenDocument {
  readonly snapshot: DocumentSnapshot;
  readonly kept: Kept;
}

/** What goes with a mapping from edit to edit. */
interface Kept {
  readonly index: DocumentIndex;
  readonly tests: TestRounds;
}

/** A text of filters is short and read line by line: the library's document does for it. */
interface OpenFilters extends OpenDocument {
  readonly snapshot: undefined;
  readonly text: TextDocument;
}

/** The open documents, and what is known of the targets they name. What changes one document returns all whose diagnostics it may change. */
export class DocumentStore {
  readonly #documents = new Map<string, OpenMapping | OpenFilters>();
  readonly #targets = new Map<string, TargetKnowledge>();
  readonly #clock: () => Date;
  readonly #readFile: ReadFile;

  /** `clock` says what Now() yields in tests that do not give `now`. */
  constructor(clock: () => Date, readFile: ReadFile = () => undefined) {
    this.#clock = clock;
    this.#readFile = readFile;
  }

  open(uri: string, version: number, language: DocumentLanguage, text: string): readonly string[] {
    if (language === "scimfilter") this.#keepFilters(TextDocument.create(uri, language, version, text));
    else this.#keep(uri, version, parse(text), {}, { index: new DocumentIndex(), tests: new TestRounds() });
    return [uri, ...this.#readAgain(uri)];
  }

  /** Each edit counts from the state that the one before it leaves (LSP). */
  edit(uri: string, version: number, edits: readonly DocumentEdit[]): readonly string[] {
    const document = this.#documents.get(uri);
    if (document === undefined) return [];
    if (document.snapshot === undefined) this.#keepFilters(TextDocument.update(document.text, edits.map(toChange), version));
    else {
      const editor = new TreeEditor(document.snapshot.tree);
      for (const edit of edits) editLines(editor, edit);
      this.#keep(uri, version, editor.finish(), document.rules, document.kept, document.snapshot);
    }
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
    if (document?.snapshot !== undefined) this.#keepAgain(document, rules);
  }

  /** Takes what a connection test learnt, beside what is known; documents that name this target know it from now on. */
  learn(tenantUrl: string, knowledge: TargetKnowledge): readonly string[] {
    const key = targetKey(tenantUrl);
    this.#targets.set(key, mergeKnowledge(this.#targets.get(key), knowledge));
    return this.#keepAllAgain(() => true);
  }

  /** A file may have changed on disk: those that use files are read again. */
  filesChanged(): readonly string[] {
    return this.#readAgain(undefined);
  }

  #readAgain(changed: string | undefined): readonly string[] {
    return this.#keepAllAgain(({ uri, snapshot }) => uri !== changed && usesFiles(snapshot.tree));
  }

  #keepAllAgain(wanted: (document: OpenMapping) => boolean): readonly string[] {
    const affected = [...this.#documents.values()].filter((document) => document.snapshot !== undefined).filter(wanted);
    return affected.map((document) => this.#keepAgain(document, document.rules));
  }

  #keepAgain({ uri, version, snapshot, kept }: OpenMapping, rules: RuleSettings): string {
    this.#keep(uri, version, snapshot.tree, rules, kept);
    return uri;
  }

  /** `edited` is the state before an edit, which leaves the files that are used as they were. */
  #keep(uri: string, version: number, tree: DocumentTree, rules: RuleSettings, kept: Kept, edited?: DocumentSnapshot): void {
    const target = knowledgeFor(tree, this.#targets);
    const readUsed = readUsedFrom(uri, (file) => this.#textOf(file));
    const previous = this.get(uri)?.snapshot?.binding();
    const used = edited?.binding().used;
    const snapshot = openSnapshot(tree, { file: uri, rules, target, readUsed, previous, used, known: kept.index });
    const { tests } = kept;
    const diagnostics = (): readonly Diagnostic[] => [...snapshot.diagnostics(), ...diagnoseFile(snapshot.binding(), rules, [tests.rule])];
    const testRound = (): Generator<undefined, boolean> => (isOff(rules) ? noRound() : tests.round(snapshot.binding(), this.#clock()));
    this.#documents.set(uri, { uri, version, lines: tree.lines, rules, snapshot, kept, diagnostics, testRound });
  }

  #keepFilters(text: TextDocument): void {
    const { uri, version } = text;
    const lines = linesOf(text.getText());
    const diagnostics = lazy(() => diagnoseFilterLines(lines, uri));
    this.#documents.set(uri, { uri, version, lines, rules: {}, snapshot: undefined, text, diagnostics, testRound: noRound });
  }

  /** What is open counts, saved or not. */
  #textOf(file: string): ReturnType<ReadFile> {
    const key = fileKey(file);
    const open = [...this.#documents.values()].find(({ uri }) => fileKey(uri) === key);
    return open === undefined ? this.#readFile(file) : [...open.lines].join("\n");
  }
}

function isOff(rules: RuleSettings): boolean {
  return rules[testFailure.code] === "off";
}

function* noRound(): Generator<undefined, boolean> {
  yield undefined;
  return false;
}

function toChange({ range, text }: DocumentEdit): Parameters<typeof TextDocument.update>[1][number] {
  return range === undefined ? { text } : { range, text };
}
