import { Position, Range } from "./values.ts";
import type { Uri } from "./values.ts";

/** A text document: what an editor holds, whether or not it was saved. */
export class FakeDocument {
  readonly uri: Uri;
  languageId: string;
  #text: string;

  constructor(uri: Uri, languageId: string, text: string) {
    this.uri = uri;
    this.languageId = languageId;
    this.#text = text;
  }

  get isUntitled(): boolean {
    return this.uri.scheme === "untitled";
  }

  getText(range?: Range): string {
    return range === undefined ? this.#text : this.#text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  replace(text: string): void {
    this.#text = text;
  }

  positionAt(offset: number): Position {
    const lines = this.#text.slice(0, offset).split("\n");
    return new Position(lines.length - 1, lines.at(-1)?.length ?? 0);
  }

  offsetAt({ line, character }: Position): number {
    const before = this.#text.split("\n").slice(0, line);
    return before.reduce((offset, text) => offset + text.length + 1, 0) + character;
  }

  lineAt(line: number): { readonly range: Range; readonly firstNonWhitespaceCharacterIndex: number } {
    const text = this.#text.split("\n")[line];
    if (text === undefined) throw new Error("Illegal value for `line`");
    return { range: new Range(line, 0, line, text.length), firstNonWhitespaceCharacterIndex: text.length - text.trimStart().length };
  }
}
