import { EventEmitter, languages, Uri, ViewColumn, window, workspace } from "vscode";
import type { Disposable, Event, TextDocumentContentProvider } from "vscode";
import { PreviewLinks } from "./preview-links.ts";

const scheme = "scimmap-preview";

/** Read-only documents with the text the terminal prints. Showing one again under its name replaces its text. */
export class PreviewDocuments implements TextDocumentContentProvider, Disposable {
  readonly onDidChange: Event<Uri>;
  readonly #changed = new EventEmitter<Uri>();
  readonly #texts = new Map<string, string>();
  readonly #links = new PreviewLinks();
  readonly #registrations: readonly Disposable[];

  constructor() {
    this.onDidChange = this.#changed.event;
    this.#registrations = [
      workspace.registerTextDocumentContentProvider(scheme, this),
      languages.registerDocumentLinkProvider({ scheme }, this.#links),
    ];
  }

  provideTextDocumentContent(uri: Uri): string | undefined {
    return this.#texts.get(uri.toString());
  }

  /** `name` is the tab's title; `files` says where the files are that the text names. */
  async show(name: string, text: string, files: ReadonlyMap<string, Uri>): Promise<void> {
    const uri = Uri.from({ scheme, path: `/${name.replaceAll("/", "-")}.txt` });
    this.#texts.set(uri.toString(), text);
    this.#links.know(files);
    this.#changed.fire(uri);
    const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), "scimmap-preview");
    await window.showTextDocument(document, { preview: false, viewColumn: ViewColumn.Beside });
  }

  dispose(): void {
    for (const registration of this.#registrations) registration.dispose();
    this.#changed.dispose();
    this.#texts.clear();
  }
}
