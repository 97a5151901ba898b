import type { LogOutputChannel, Uri } from "vscode";
import type { ConnectionDesk } from "./connections/connection-desk.ts";
import type { CommandResult } from "./error-boundary.ts";
import type { LanguageServerProcess } from "./language-client.ts";
import type { SamplePersonChoice } from "./live-values/sample-person.ts";
import type { PreviewDocuments } from "./previews/preview-documents.ts";

/** What the commands share while the extension runs. */
export interface Session extends ConnectionDesk {
  readonly extensionUri: Uri;
  readonly log: LogOutputChannel;
  readonly server: LanguageServerProcess;
  readonly previews: PreviewDocuments;
  readonly samplePerson: SamplePersonChoice;
}

/** A command of the second bundle. `mapping` is the file it was called on; undefined from the command palette. */
export type NetworkCommand = (session: Session, mapping: Uri | undefined) => Promise<CommandResult>;
