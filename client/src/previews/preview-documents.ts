import { EventEmitter, Uri, ViewColumn, window, workspace } from "vscode";
import type { Disposable, Event, TextDocumentContentProvider } from "vscode";

const scheme = "scimmap-preview";

/** Read-only documents with the text the terminal prints. Showing one again under its name replaces its text. */
export class PreviewDocuments implements TextDocumentContentProvider, Disposable {
  readonly onDidChange: Event<Uri>;
  readonly #changed = new EventEmitter<Uri>();
  readonly #texts = new Map<string, string>();
  readonly #registration: Disposable;

  constructor() {
    this.onDidChange = this.#changed.event;
    this.#registration = workspace.registerTextDocumentContentProvider(scheme, this);
  }

  provideTextDocumentContent(uri: Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** `name` is the tab's title. */
  async show(name: string, text: string): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${name.replaceAll("/", "-")}.txt` });
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false, viewColumn: ViewColumn.Beside });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
    this.#texts.clear();
  }
}
