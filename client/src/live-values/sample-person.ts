import { languages } from "vscode";
import type { Disposable, LanguageStatusItem } from "vscode";
import { personal, say } from "#base/sentence";
import type { SamplePersonParams } from "#protocol/messages";
import type { LanguageServerProcess } from "../language-client.ts";
import type { Words } from "../words/words.ts";

/** Whose values are shown beside mappings. Kept in memory only: it is forgotten when the window closes. */
export class SamplePersonChoice implements Disposable {
  readonly #server: Pick<LanguageServerProcess, "tellSamplePerson">;
  readonly #words: Words;
  readonly #status: LanguageStatusItem;
  #person: SamplePersonParams | undefined;

  constructor(server: Pick<LanguageServerProcess, "tellSamplePerson">, words: Words) {
    this.#server = server;
    this.#words = words;
    this.#status = languages.createLanguageStatusItem("scimmap.samplePerson", { language: "scimmap" });
    this.#status.name = words.label(say`Sample person`);
    this.#status.detail = words.label(say`Sample person`);
    this.#showStatus();
  }

  /** Undefined for nobody. */
  get person(): SamplePersonParams | undefined {
    return this.#person;
  }

  /** Shows another person's values from now on, or nobody's. */
  async change(person: SamplePersonParams | undefined): Promise<void> {
    this.#person = person;
    this.#showStatus();
    await this.#server.tellSamplePerson(person);
  }

  dispose(): void {
    this.#status.dispose();
  }

  #showStatus(): void {
    const person = this.#person;
    this.#status.text = this.#words.label(person === undefined ? say`No sample person` : say`$(person) ${personal(person.name)}`);
    this.#status.command = {
      title: this.#words.label(person === undefined ? say`Choose` : say`Change`),
      command: "scimmap.chooseSamplePerson",
    };
  }
}
