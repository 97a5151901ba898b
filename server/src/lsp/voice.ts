import type { MarkupContent } from "vscode-languageserver";
import { localeOf } from "#base/locale";
import type { Locale } from "#base/locale";
import { render } from "#base/render-sentence";
import type { Catalogue } from "#base/render-sentence";
import type { Part } from "#base/sentence";
import { plainText } from "#base/surfaces";
import type { Description } from "#describe/block";
import { renderDescription } from "./render-description.ts";

/** Says what the server answers, in the editor's language. Values are shown as they are: the editor is that of whoever chose the person. */
export class Voice {
  readonly #catalogues: (locale: Locale) => Catalogue | undefined;
  #catalogue: Catalogue | undefined;

  constructor(catalogues: (locale: Locale) => Catalogue | undefined) {
    this.#catalogues = catalogues;
  }

  /** Takes the language that an editor asks for, in whatever spelling; English until then. */
  speak(tag: string): void {
    this.#catalogue = this.#catalogues(localeOf(tag));
  }

  /** For labels, titles and messages, which editors show without markup. */
  plain(part: Part): string {
    return render(part, { surface: plainText, catalogue: this.#catalogue });
  }

  /** For hovers, tooltips and documentation. */
  markdown(description: Description): MarkupContent {
    return { kind: "markdown", value: renderDescription(description, this.#catalogue) };
  }
}
