import type { LogOutputChannel, Uri } from "vscode";
import type { TargetKnowledge } from "#model/target-knowledge";
import type { Sandbox } from "#sandbox/sandbox";
import type { Choices } from "../connections/choices.ts";
import type { TokenOwner, SecretStore } from "../connections/secret-store.ts";
import type { CommandResult } from "../error-boundary.ts";
import type { LanguageServerProcess } from "../language-client.ts";
import type { PreviewDocuments } from "../previews/preview-documents.ts";
import type { SamplePersonChoice } from "../sample-person.ts";

/** What the commands share while the extension runs. */
export interface Session {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly server: LanguageServerProcess;
  readonly choices: Choices;
  readonly secrets: SecretStore;
  readonly previews: PreviewDocuments;
  readonly samplePerson: SamplePersonChoice;
  /** What connection tests learnt since the extension started, by `targetKey` of the tenant URL. */
  readonly targets: Map<string, TargetKnowledge>;
  /** Undefined while no sandbox runs. */
  sandbox: RunningSandbox | undefined;
}

/** The sandbox, the application it plays, and whose token is stored for it. */
export interface RunningSandbox {
  readonly sandbox: Sandbox;
  readonly provision: string;
  readonly owner: TokenOwner;
}

/** A command of the second bundle. `mapping` is the file it was called on; undefined from the command palette. */
export type NetworkCommand = (session: Session, mapping: Uri | undefined) => Promise<CommandResult>;
