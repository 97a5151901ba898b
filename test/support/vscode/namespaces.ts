import { posix } from "node:path";
import type { FakeDocument } from "./documents.ts";
import type { InputOptions, Notified, Progress, QuickItem } from "./person.ts";
import { QuickPick } from "./quick-pick.ts";
import { FakeController } from "./test-controller.ts";
import { ConfigurationTarget, Disposable, EventEmitter } from "./values.ts";
import type { RelativePattern, Uri } from "./values.ts";
import { currentWindow } from "./window.ts";
import type { ContentProvider, Status, Watcher } from "./window.ts";

/** The namespaces of VS Code's API, as far as the extension uses them; each call speaks to the window that is open now. */

export const env = {
  get language() {
    return currentWindow().language;
  },
};

export const l10n = {
  get bundle() {
    return currentWindow().translations;
  },
};

export const commands = {
  registerCommand(name: string, run: (...given: readonly unknown[]) => unknown): Disposable {
    const known = currentWindow().commands;
    if (known.has(name)) throw new Error(`command '${name}' already exists`);
    known.set(name, run);
    return new Disposable(() => known.delete(name));
  },
};

export const workspace = {
  get isTrusted() {
    return currentWindow().isTrusted;
  },
  get textDocuments() {
    return currentWindow().documents;
  },
  get workspaceFolders() {
    const { folder } = currentWindow();
    return folder && [folder];
  },
  onDidOpenTextDocument: (listener: (document: FakeDocument) => unknown) => currentWindow().opened.event(listener),
  onDidChangeTextDocument: (
    listener: Parameters<EventEmitter<{ document: FakeDocument; contentChanges: readonly unknown[] }>["event"]>[0],
  ) => currentWindow().edited.event(listener),
  onDidCloseTextDocument: (listener: (document: FakeDocument) => unknown) => currentWindow().closed.event(listener),
  async openTextDocument(uri: Uri): Promise<FakeDocument> {
    return currentWindow().open(uri);
  },
  /** A path below the folder without it; any other as it is. */
  asRelativePath(uri: Uri): string {
    const { folder } = currentWindow();
    return folder !== undefined && uri.path.startsWith(`${folder.uri.path}/`) ? uri.path.slice(folder.uri.path.length + 1) : uri.path;
  },
  /** In no order; `exclude` and `include` are patterns below the folder. */
  async findFiles(include: string, exclude: string, most = Infinity): Promise<readonly Uri[]> {
    const { files, folder } = currentWindow();
    if (folder === undefined) return [];
    const below = [...files.keys()].filter((path) => path.startsWith("/folder/")).map((path) => path.slice("/folder/".length));
    const found = below.filter((path) => matches(path, include) && !matches(path, exclude));
    return found
      .reverse()
      .slice(0, most)
      .map((path) => currentWindow().uri(path));
  },
  fs: {
    async readFile(uri: Uri): Promise<Uint8Array> {
      const text = currentWindow().files.get(uri.path);
      if (text === undefined) throw new Error(`EntryNotFound: ${uri.path}`);
      return new TextEncoder().encode(text);
    },
  },
  getConfiguration(section: string) {
    const { settings, workspaceSettings } = currentWindow();
    const named = (name: string): string => `${section}.${name}`;
    return {
      get: (name: string, otherwise?: unknown): unknown => workspaceSettings[named(name)] ?? settings[named(name)] ?? otherwise,
      inspect: (name: string) => ({ globalValue: settings[named(name)], workspaceValue: workspaceSettings[named(name)] }),
      async update(name: string, value: unknown, target: number): Promise<void> {
        (target === ConfigurationTarget.Workspace ? workspaceSettings : settings)[named(name)] = value;
      },
    };
  },
  registerTextDocumentContentProvider(scheme: string, provider: ContentProvider): Disposable {
    const window = currentWindow();
    window.providers.set(scheme, provider);
    // What is shown follows its provider.
    const following = provider.onDidChange((uri) => {
      const shown = window.documents.find((document) => document.uri.toString() === uri.toString());
      shown?.replace(provider.provideTextDocumentContent(uri) ?? "");
    });
    return Disposable.from(following, new Disposable(() => window.providers.delete(scheme)));
  },
  createFileSystemWatcher({ base, pattern }: RelativePattern) {
    const watcher: Watcher = { created: new EventEmitter(), changed: new EventEmitter(), deleted: new EventEmitter(), isDisposed: false };
    currentWindow().watchers.push(watcher);
    const only = (listener: (uri: Uri) => unknown) => (uri: Uri) => {
      if (!watcher.isDisposed && matches(posix.relative(base.uri.path, uri.path), pattern)) listener(uri);
    };
    return {
      onDidCreate: (listener: (uri: Uri) => unknown) => watcher.created.event(only(listener)),
      onDidChange: (listener: (uri: Uri) => unknown) => watcher.changed.event(only(listener)),
      onDidDelete: (listener: (uri: Uri) => unknown) => watcher.deleted.event(only(listener)),
      dispose: () => (watcher.isDisposed = true),
    };
  },
};

/** `{a,b}` is a choice in VS Code's patterns, also where a pattern of Node's would take a comma literally. */
function matches(path: string, pattern: string): boolean {
  return posix.matchesGlob(path, pattern);
}

export const languages = {
  createLanguageStatusItem(): Status & { dispose(): void } {
    const status: Status = { name: "", text: "", detail: "", command: undefined, isDisposed: false };
    currentWindow().statuses.push(status);
    return Object.assign(status, { dispose: () => (status.isDisposed = true) });
  },
  registerDocumentLinkProvider(
    { scheme }: { scheme: string },
    provider: { provideDocumentLinks(document: FakeDocument): readonly unknown[] },
  ) {
    const { linkProviders } = currentWindow();
    linkProviders.set(scheme, provider);
    return new Disposable(() => linkProviders.delete(scheme));
  },
  async setTextDocumentLanguage(document: FakeDocument, language: string): Promise<FakeDocument> {
    document.languageId = language;
    return document;
  },
};

function notify(kind: Notified["kind"]) {
  return async (message: string, ...buttons: readonly string[]): Promise<string | undefined> => {
    const { person } = currentWindow();
    person.notified.push({ kind, message, buttons });
    return buttons.find((button) => button === person.button);
  };
}

export const window = {
  get activeTextEditor() {
    const { active } = currentWindow();
    return active && { document: active };
  },
  get visibleTextEditors() {
    return currentWindow().visible.map((document) => ({ document }));
  },
  showInformationMessage: notify("information"),
  showWarningMessage: notify("warning"),
  showErrorMessage: notify("error"),
  async showTextDocument(document: FakeDocument, options: unknown): Promise<void> {
    currentWindow().show(document);
    currentWindow().placed = options;
  },
  async showInputBox(options: InputOptions): Promise<string | undefined> {
    return currentWindow().person.enter(options);
  },
  async showQuickPick(items: readonly QuickItem[], options: { title?: string; placeHolder?: string }): Promise<QuickItem | undefined> {
    return currentWindow().person.choose(options.title, options.placeHolder, items);
  },
  async showOpenDialog({ filters }: { filters: Readonly<Record<string, readonly string[]>> }): Promise<readonly Uri[] | undefined> {
    const { person, uri } = { person: currentWindow().person, uri: currentWindow().uri.bind(currentWindow()) };
    const file = person.files.shift();
    if (file === undefined) return undefined;
    const endings = Object.values(filters).flat();
    if (!endings.some((ending) => file.endsWith(`.${ending}`))) throw new Error(`The dialog does not offer '${file}'.`);
    return [uri(file)];
  },
  createQuickPick: () => new QuickPick(currentWindow().person),
  createOutputChannel(_name: string, _options: { log: true }) {
    const open = currentWindow();
    const write = (level: string) => (said: string | Error) =>
      void open.log.push(`${level}: ${said instanceof Error ? said.message : said}`);
    return { error: write("error"), warn: write("warn"), show: () => (open.isLogShown = true), dispose: () => undefined };
  },
  async withProgress<T>(
    options: { title: string; cancellable: boolean },
    task: (progress: unknown, token: unknown) => Promise<T>,
  ): Promise<T> {
    const { person } = currentWindow();
    const shown: Progress = { title: options.title, cancellable: options.cancellable, reports: [], isOver: false };
    person.progress.push(shown);
    const cancelled = new EventEmitter<void>();
    const report = ({ message }: { message: string }): void => {
      shown.reports.push(message);
      if (person.cancels === "at first report") cancelled.fire();
    };
    try {
      const running = task({ report }, { onCancellationRequested: cancelled.event });
      if (person.cancels === "at once") cancelled.fire();
      return await running;
    } finally {
      shown.isOver = true;
      if (cancelled.listeners > 0) throw new Error("Somebody still listens for the end of a progress that is over.");
    }
  },
};

export const tests = {
  createTestController(id: string, label: string): FakeController {
    const controller = new FakeController(id, label);
    currentWindow().controllers.push(controller);
    return controller;
  },
};
