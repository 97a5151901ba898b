import { Range, RelativePattern, workspace } from "vscode";
import type { Disposable, TestController, TestItem, TextDocument, Uri } from "vscode";
import { foreign, own } from "#base/sentence";
import type { Words } from "../words/words.ts";
import { findTests } from "./find-tests.ts";
import type { FoundTest } from "./find-tests.ts";

const mappings = "**/*.scimmap";

/** Keeps the tests of open mappings, and on demand those of the workspace, in the Test Explorer as they stand in the text. */
export class TestTree implements Disposable {
  readonly #controller: TestController;
  readonly #words: Words;
  readonly #subscriptions: Disposable[] = [];
  #watching = false;

  constructor(controller: TestController, words: Words) {
    this.#controller = controller;
    this.#words = words;
    this.#subscriptions.push(
      workspace.onDidOpenTextDocument((document) => this.#follow(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#follow(document);
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document.isUntitled) this.#remove(document.uri);
      }),
    );
    for (const document of workspace.textDocuments) this.#follow(document);
  }

  /** Also finds the tests of files that are not open, and follows those files from now on. */
  async discover(): Promise<void> {
    this.#watch();
    const files = await workspace.findFiles(mappings, "**/node_modules/**");
    await Promise.all(files.map((file) => this.#read(file)));
  }

  /** The test items of a file, in the order of its text. */
  static testsOf(file: TestItem): readonly TestItem[] {
    const tests: TestItem[] = [];
    file.children.forEach((test) => tests.push(test));
    return tests.sort((a, b) => (a.range?.start.line ?? 0) - (b.range?.start.line ?? 0));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    for (const folder of workspace.workspaceFolders ?? []) {
      const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, mappings));
      const read = (file: Uri): void => void this.#read(file);
      this.#subscriptions.push(
        watcher,
        watcher.onDidCreate(read),
        watcher.onDidChange(read),
        watcher.onDidDelete((file) => this.#remove(file)),
      );
    }
  }

  #follow(document: TextDocument): void {
    if (document.languageId === "scimmap" && isEdited(document.uri)) this.#update(document.uri, document.getText());
  }

  /** What an editor holds counts more than what is on disk. */
  async #read(file: Uri): Promise<void> {
    const opened = workspace.textDocuments.find(({ uri }) => uri.toString() === file.toString());
    const text = opened?.getText() ?? (await textOf(file));
    if (text === undefined) this.#remove(file);
    else this.#update(file, text);
  }

  #update(file: Uri, text: string): void {
    // A file may be used by another, so what any test said is out of date.
    this.#controller.invalidateTestResults();
    const found = findTests(text);
    if (found.length === 0) {
      this.#remove(file);
      return;
    }
    const parent = this.#itemOf(file);
    parent.children.replace(this.#testItems(parent, file, found));
    this.#controller.items.add(parent);
  }

  #itemOf(file: Uri): TestItem {
    const key = file.toString();
    const label = (): string => this.#words.label(foreign(workspace.asRelativePath(file)));
    return this.#controller.items.get(key) ?? this.#controller.createTestItem(key, label(), file);
  }

  /** By name, so that a test keeps its result when lines move; names should differ, but may not. */
  #testItems(parent: TestItem, file: Uri, found: readonly FoundTest[]): readonly TestItem[] {
    const names = new Map<string, number>();
    return found.map(({ name, line, endLine }) => {
      const before = names.get(name) ?? 0;
      names.set(name, before + 1);
      const id = before === 0 ? name : `${name} ${before + 1}`;
      const label = this.#words.label(own(name === "" ? "test" : name));
      const item = parent.children.get(id) ?? this.#controller.createTestItem(id, label, file);
      item.range = new Range(line, 0, endLine, Number.MAX_SAFE_INTEGER);
      item.sortText = String(line).padStart(6, "0");
      return item;
    });
  }

  #remove(file: Uri): void {
    this.#controller.items.delete(file.toString());
  }
}

/** What a diff view or a source-control history shows is a copy of some file. */
function isEdited({ scheme }: Uri): boolean {
  return scheme === "file" || scheme === "untitled" || workspace.workspaceFolders?.some(({ uri }) => uri.scheme === scheme) === true;
}

async function textOf(file: Uri): Promise<string | undefined> {
  return workspace.fs.readFile(file).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}
