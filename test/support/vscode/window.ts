import { posix } from "node:path";
import { FakeDocument } from "./documents.ts";
import { Person } from "./person.ts";
import type { FakeController } from "./test-controller.ts";
import { EventEmitter, Uri } from "./values.ts";

/** What a window of VS Code begins with. */
export interface WindowOptions {
  /** Files by their path below the folder `/folder`; a path that begins with a slash is elsewhere. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Settings of the workspace, which count before the person's own. */
  readonly workspaceSettings?: Readonly<Record<string, unknown>>;
  readonly isTrusted?: boolean;
  readonly hasFolder?: boolean;
  readonly language?: string;
  readonly translations?: Readonly<Record<string, string>> | undefined;
}

export interface Watcher {
  readonly created: EventEmitter<Uri>;
  readonly changed: EventEmitter<Uri>;
  readonly deleted: EventEmitter<Uri>;
  isDisposed: boolean;
}

export interface Status {
  name: string;
  text: string;
  detail: string;
  command: { readonly title: string; readonly command: string } | undefined;
  isDisposed: boolean;
}

export interface ContentProvider {
  provideTextDocumentContent(uri: Uri): string | undefined;
  readonly onDidChange: (listener: (uri: Uri) => unknown) => { dispose(): void };
}

/** One window of VS Code as a test sees it: its files, settings and documents, the person in front of it, and what they are shown. */
export class FakeWindow {
  readonly person = new Person();
  readonly files: Map<string, string>;
  readonly settings: Record<string, unknown>;
  readonly workspaceSettings: Record<string, unknown>;
  readonly folder: { readonly uri: Uri } | undefined;
  readonly language: string;
  readonly translations: Readonly<Record<string, string>> | undefined;
  isTrusted: boolean;
  readonly documents: FakeDocument[] = [];
  active: FakeDocument | undefined;
  visible: FakeDocument[] = [];
  /** Where the last document was asked to be shown. */
  placed: unknown;
  readonly opened = new EventEmitter<FakeDocument>();
  readonly edited = new EventEmitter<{ readonly document: FakeDocument; readonly contentChanges: readonly unknown[] }>();
  readonly closed = new EventEmitter<FakeDocument>();
  readonly providers = new Map<string, ContentProvider>();
  readonly linkProviders = new Map<string, { provideDocumentLinks(document: FakeDocument): readonly unknown[] }>();
  readonly commands = new Map<string, (...given: readonly unknown[]) => unknown>();
  readonly controllers: FakeController[] = [];
  readonly watchers: Watcher[] = [];
  readonly statuses: Status[] = [];
  readonly log: string[] = [];
  isLogShown = false;

  constructor(options: WindowOptions = {}) {
    this.files = new Map(Object.entries(options.files ?? {}).map(([path, text]) => [posix.resolve("/folder", path), text]));
    this.settings = { ...options.settings };
    this.workspaceSettings = { ...options.workspaceSettings };
    this.folder = options.hasFolder === false ? undefined : { uri: Uri.file("/folder") };
    this.isTrusted = options.isTrusted ?? true;
    this.language = options.language ?? "en";
    this.translations = options.translations;
  }

  /** An address below the folder. */
  uri(path: string): Uri {
    return Uri.file(posix.resolve("/folder", path));
  }

  /** Opens a document in the background, as extensions do; the same one again when it is open. */
  open(uri: Uri): FakeDocument {
    const before = this.documents.find((document) => document.uri.toString() === uri.toString());
    if (before !== undefined) return before;
    const text = uri.scheme === "file" ? this.files.get(uri.path) : this.providers.get(uri.scheme)?.provideTextDocumentContent(uri);
    if (text === undefined) throw new Error(`cannot open ${uri.toString()}: the file does not exist.`);
    const document = new FakeDocument(uri, languageOf(uri), text);
    this.documents.push(document);
    this.opened.fire(document);
    return document;
  }

  /** Opens a document in the editor in front, as a person does. */
  show(document: FakeDocument): FakeDocument {
    this.active = document;
    this.visible = [document, ...this.visible.filter((other) => other !== document)];
    return document;
  }

  /** Types into a document: what is on disk stays. */
  type(document: FakeDocument, text: string): void {
    document.replace(text);
    this.edited.fire({ document, contentChanges: [{}] });
  }

  close(document: FakeDocument): void {
    this.documents.splice(this.documents.indexOf(document), 1);
    this.closed.fire(document);
  }
}

function languageOf({ path }: Uri): string {
  return path.endsWith(".scimmap") ? "scimmap" : "plaintext";
}

let current = new FakeWindow();

/** The window that the API speaks to now. */
export function currentWindow(): FakeWindow {
  return current;
}

/** Opens another window; the API speaks to it from now on. */
export function openWindow(options?: WindowOptions): FakeWindow {
  current = new FakeWindow(options);
  return current;
}
