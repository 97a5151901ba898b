import { ConfigurationTarget, l10n, languages, workspace } from "vscode";
import type { Disposable, LanguageStatusItem } from "vscode";
import type { SamplePersonParams } from "#protocol/messages";
import { done } from "./error-boundary.ts";
import type { CommandResult } from "./error-boundary.ts";
import type { LanguageServerProcess } from "./language-client.ts";

/** Whose values are shown beside mappings. Kept in memory only: it is forgotten when the window closes. */
export class SamplePersonChoice implements Disposable {
  readonly #server: LanguageServerProcess;
  readonly #status: LanguageStatusItem;
  #person: SamplePersonParams | undefined;

  constructor(server: LanguageServerProcess) {
    this.#server = server;
    this.#status = languages.createLanguageStatusItem("scimmap.samplePerson", { language: "scimmap" });
    this.#status.name = l10n.t("Sample person");
    this.#status.detail = l10n.t("Sample person");
    this.#showStatus();
  }

  get person(): SamplePersonParams | undefined {
    return this.#person;
  }

  async choose(person: SamplePersonParams): Promise<CommandResult> {
    await this.#change(person);
    return done(
      liveValuesShown()
        ? l10n.t("Beside each statement stands what {0} would get.", person.name)
        : l10n.t("{0} is the sample person. Live values are switched off; Toggle Live Values shows them.", person.name),
    );
  }

  async clear(): Promise<CommandResult> {
    await this.#change(undefined);
    return done(l10n.t("The sample person is forgotten."));
  }

  dispose(): void {
    this.#status.dispose();
  }

  async #change(person: SamplePersonParams | undefined): Promise<void> {
    this.#person = person;
    this.#showStatus();
    await this.#server.tellSamplePerson(person);
  }

  #showStatus(): void {
    const title = this.#person === undefined ? l10n.t("Choose") : l10n.t("Change");
    this.#status.text = this.#person === undefined ? l10n.t("No sample person") : `$(person) ${this.#person.name}`;
    this.#status.command = { title, command: "scimmap.chooseSamplePerson" };
  }
}

function liveValuesShown(): boolean {
  return workspace.getConfiguration("scimmap").get("liveValues", true);
}

/** Changes the setting where it is set: the language server follows settings by itself. */
export async function toggleLiveValues(): Promise<CommandResult> {
  const settings = workspace.getConfiguration("scimmap");
  const shown = !liveValuesShown();
  const target = settings.inspect("liveValues")?.workspaceValue === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await settings.update("liveValues", shown, target);
  return done(shown ? l10n.t("Live values are shown.") : l10n.t("Live values are hidden."));
}
