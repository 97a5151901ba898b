import type { ExtensionContext, FileCoverageDetail, LogOutputChannel, TestItem, TestRun, Uri } from "vscode";
import type { CommandResult } from "../error-boundary.ts";
import type { LanguageServerProcess } from "../language-client.ts";
import type { SamplePersonChoice } from "../live-values/sample-person.ts";
import type { Words } from "../words/words.ts";
import type { NetworkCommandName } from "../command-names.ts";

/** What the first bundle hands to the second. */
export interface Surroundings {
  readonly context: Pick<ExtensionContext, "extensionUri" | "secrets" | "workspaceState">;
  readonly log: LogOutputChannel;
  readonly words: Words;
  readonly server: LanguageServerProcess;
  readonly samplePerson: SamplePersonChoice;
}

/** What the second bundle does for the first. */
export interface NetworkCommands {
  run(name: NetworkCommandName, mapping: Uri | undefined): Promise<CommandResult>;
  /** Needs the same core as the commands, and no network. VS Code itself asks for trust before it runs any test. */
  runTests(request: TestsToRun): Promise<FileCoverageDetail[] | undefined>;
  dispose(): void;
}

/** Tests of one mapping, by their items in the Test Explorer, and where to tell how they ended. */
export interface TestsToRun {
  readonly run: TestRun;
  readonly file: Uri;
  readonly wanted: readonly TestItem[];
  readonly coverage: boolean;
}

/** What the second bundle exports. */
export interface SecondBundle {
  createNetworkCommands(surroundings: Surroundings): NetworkCommands;
}
