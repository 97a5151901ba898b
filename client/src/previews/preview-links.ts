import { DocumentLink, Range } from "vscode";
import type { DocumentLinkProvider, TextDocument, Uri } from "vscode";

/** Makes every `file.scimmap:12` of a preview lead to the statement that caused the entry. */
export class PreviewLinks implements DocumentLinkProvider {
  readonly #mappings = new Map<string, Uri>();

  /** Mappings by the names that previews call them. */
  know(files: ReadonlyMap<string, Uri>): void {
    for (const [file, mapping] of files) this.#mappings.set(file, mapping);
  }

  provideDocumentLinks(document: TextDocument): DocumentLink[] {
    const text = document.getText();
    return [...this.#mappings].flatMap(([file, mapping]) => {
      const places = [...text.matchAll(new RegExp(`(?<=^|\\s)${escapePattern(file)}:(\\d+)`, "gm"))];
      return places.map(({ index, 0: place, 1: line }) => {
        const range = new Range(document.positionAt(index), document.positionAt(index + place.length));
        return new DocumentLink(range, mapping.with({ fragment: `L${line ?? "1"}` }));
      });
    });
  }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
